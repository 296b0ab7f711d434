import type { ClozePresentation, HotTextPresentation } from '../../interactions/index.js'
import type { PresentedQuestion } from '../../question/index.js'
import { authored, type Desk } from '../desk.js'
import { type Part, part } from '../part.js'
import { chooseText } from './choice.kinds.js'
import { asList, asRecord, type KindUi, marked, markOfPart, markOfPick, typedIn } from './kind.js'

/** Gaps are fields and lists in the running text, named by their number. */
export const clozeUi: KindUi<PresentedQuestion<ClozePresentation>> = {
  instruct: ({ messages, question, say }) => {
    const units = question.segments.flatMap(segment => ('gap' in segment ? segment.units : []))
    if (units.length === 0) return messages.instructions.cloze
    return `${messages.instructions.cloze} ${say(messages.unitsAre, { units: [...new Set(units)].join(', ') })}`
  },
  answer: desk => {
    const { segments } = desk.question
    const total = segments.filter(segment => 'gap' in segment).length
    let number = 0
    return [
      part(
        'running-text',
        'div',
        {},
        segments.map((segment, index) =>
          'gap' in segment ? gapPart(desk, segment, ++number, total) : runPart(desk, segment.text, index),
        ),
      ),
    ]
  },
}

type Gap = Extract<ClozePresentation['segments'][number], { readonly gap: string }>

function gapPart(desk: Desk, { gap, type, choices, units }: Gap, number: number, total: number): Part {
  const filled = asRecord(desk.response)
  const value = filled[gap] ?? ''
  const { props, sign } = marked(desk, markOfPart(desk, gap))
  const common = {
    id: desk.id(`gap-${gap}`),
    'aria-label': desk.say(desk.messages.gap, { number, total }),
    disabled: desk.locked,
    value,
    ...props,
  }
  const give = (event: { readonly currentTarget: unknown }) => {
    const { [gap]: _, ...rest } = filled
    const next = typedIn(event)
    desk.respond(next === '' ? rest : { ...rest, [gap]: next })
  }
  const options = [{ id: '', text: desk.messages.nothingChosen }, ...(choices ?? [])]
  const control = choices
    ? part(
        'gap',
        'select',
        { ...common, onchange: give },
        options.map(choice => ({
          ...part(
            'option',
            'option',
            { value: choice.id, selected: choice.id === value },
            choice.id === '' ? choice.text : desk.plain(choice.text),
          ),
          key: choice.id || '.',
        })),
      )
    : part('gap', 'input', {
        ...common,
        type: 'text',
        size: 14,
        maxlength: 1000,
        inputmode: type === 'numeric' && units.length === 0 ? 'decimal' : 'text',
        autocomplete: 'off',
        autocapitalize: 'off',
        spellcheck: 'false',
        oninput: give,
      })
  return { ...part('gap-holder', 'span', {}, [control, sign]), key: gap }
}

/** Words that can be marked are buttons in the running text, pressed or not. */
export const hotTextUi: KindUi<PresentedQuestion<HotTextPresentation>> = {
  instruct: ({ messages, question, say }) =>
    [messages.instructions['hot-text'], chooseText(messages, say, question.choose)]
      .filter(text => text)
      .join(' '),
  answer: desk => {
    const given = asList(desk.response)
    const right = asList(desk.review?.solution?.response)
    const { max } = desk.question.choose
    return [
      part(
        'running-text',
        'div',
        {},
        desk.question.segments.map(({ id, text }, index) => {
          if (id === null) return runPart(desk, text, index)
          const isGiven = given.includes(id)
          const { props, sign } = marked(desk, markOfPick(desk, isGiven, right.includes(id)))
          const others = max === 1 ? [] : given
          const button = part(
            'word',
            'button',
            {
              type: 'button',
              id: desk.id(`word-${id}`),
              'aria-pressed': String(isGiven),
              disabled: desk.locked,
              ...props,
              onclick(event) {
                const { unmarked, marked: nowMarked } = desk.messages
                desk.announce(event, desk.say(isGiven ? unmarked : nowMarked, { item: desk.plain(text) }))
                desk.respond(isGiven ? given.filter(one => one !== id) : [...others, id])
              },
            },
            text,
          )
          return { ...part('word-holder', 'span', {}, [authored(desk, button), sign]), key: id }
        }),
      ),
    ]
  },
}

function runPart(desk: Desk, text: string, index: number): Part {
  return { ...authored(desk, part('run', 'span', {}, text)), key: `run-${index}` }
}
