import {
  countWords,
  type EssayPresentation,
  type NumericPresentation,
  type ShortAnswerPresentation,
} from '../../interactions/index.js'
import type { Json, PresentedBounds, PresentedQuestion } from '../../question/index.js'
import type { Desk } from '../desk.js'
import { type Part, type PartProps, part, type UiEvent } from '../part.js'
import { asRecord, asText, type KindUi, marked, markOfPart, typedIn } from './kind.js'

export const shortAnswerUi: KindUi<PresentedQuestion<ShortAnswerPresentation>> = {
  instruct: ({ messages }) => messages.instructions['short-answer'],
  answer: desk => {
    const { props, sign } = marked(desk, markOfPart(desk, 'text'))
    const typed = { ...props, maxlength: 1000, value: asText(desk.response), oninput: onType(desk) }
    return [labelled(desk, desk.messages.answer, field(desk, 'text', 'input', typed)), sign]
  },
}

export const numericUi: KindUi<PresentedQuestion<NumericPresentation>> = {
  instruct: ({ messages, question: { locale }, say }) =>
    locale === null
      ? messages.instructions.numeric
      : `${messages.instructions.numeric} ${say(messages.numbersLike, { sample: new Intl.NumberFormat(locale).format(1234.5) })}`,
  answer: desk => {
    const { units } = desk.question
    const { messages } = desk
    const { value, unit } = quantityOf(desk.response)
    const { props, sign } = marked(desk, markOfPart(desk, 'number'))
    const give = (next: Json, of: string) =>
      desk.respond(units.length === 0 ? next : next === '' && of === '' ? null : { value: next, unit: of })
    const number = field(desk, 'number', 'input', {
      ...props,
      inputmode: 'decimal',
      value,
      oninput: event => give(typedIn(event), unit),
    })
    if (units.length === 0) return [labelled(desk, messages.number, number), sign]
    const choices = ['', ...units].map(name =>
      part(
        'option',
        'option',
        { id: desk.id(`unit-${name}`), value: name, selected: name === unit },
        name || '–',
      ),
    )
    const select = field(
      desk,
      'unit',
      'select',
      { value: unit, onchange: event => give(value, typedIn(event)) },
      choices,
    )
    return [labelled(desk, messages.number, number), labelled(desk, messages.unit, select), sign]
  },
}

function quantityOf(response: Json): { readonly value: string; readonly unit: string } {
  if (typeof response === 'object') return { value: '', unit: '', ...asRecord(response) }
  return { value: asText(response), unit: '' }
}

export const essayUi: KindUi<PresentedQuestion<EssayPresentation>> = {
  instruct: ({ messages, question, say }) =>
    [messages.instructions.essay, wordsText({ messages, say }, question.words)]
      .filter(text => text)
      .join(' '),
  answer: desk => {
    const { words } = desk.question
    const given = asText(desk.response)
    const count = countWords(given, desk.language)
    const area = field(desk, 'text', 'textarea', {
      rows: 8,
      value: given,
      oninput(event) {
        const next = typedIn(event)
        const now = countWords(next, desk.language)
        if (crosses(words, count, now)) desk.announce(event, desk.say(desk.messages.wordCount, { n: now }))
        desk.respond(next)
      },
    })
    const state = isWithin(words, count) ? 'within' : 'outside'
    return [
      labelled(desk, desk.messages.answer, area),
      part('word-count', 'p', { 'data-state': state }, desk.say(desk.messages.wordCount, { n: count })),
    ]
  },
}

const isWithin = ({ min, max }: PresentedBounds, count: number) =>
  count >= (min ?? 0) && count <= (max ?? Number.POSITIVE_INFINITY)

/** Whether the text became long enough, or too long, or back: what is worth saying while someone writes. */
const crosses = (words: PresentedBounds, before: number, after: number) =>
  isWithin(words, before) !== isWithin(words, after)

function wordsText({ messages, say }: Pick<Desk, 'messages' | 'say'>, { min, max }: PresentedBounds): string {
  if (min !== null && min === max) return say(messages.wordsExactly, { n: min })
  if (min !== null && max !== null) return say(messages.wordsBetween, { min, max })
  if (min !== null) return say(messages.wordsAtLeast, { n: min })
  return max === null ? '' : say(messages.wordsAtMost, { n: max })
}

function onType(desk: Desk): (event: UiEvent) => void {
  return event => desk.respond(typedIn(event))
}

function field(desk: Desk, name: string, tag: string, props: PartProps, content: readonly Part[] = []): Part {
  return part(
    name === 'unit' ? 'unit' : 'field',
    tag,
    {
      id: desk.id(name),
      ...(tag === 'input' && {
        type: 'text',
        autocomplete: 'off',
        autocapitalize: 'off',
        spellcheck: 'false',
      }),
      'aria-describedby': `${desk.id('stem')} ${desk.id('instruction')}`,
      disabled: desk.locked,
      ...props,
    },
    content,
  )
}

function labelled(desk: Desk, label: string, control: Part): Part {
  return {
    ...part('labelled', 'div', {}, [
      part('label', 'label', { for: String(control.props.id), lang: desk.messages.language }, label),
      control,
    ]),
    key: `${control.key}-label`,
  }
}
