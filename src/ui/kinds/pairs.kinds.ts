import type { CategorizationPresentation, MatchingPresentation } from '../../interactions/index.js'
import type { PresentedChoice, PresentedQuestion } from '../../question/index.js'
import { authored, type Desk, mediaPart } from '../desk.js'
import { draggable } from '../drag.js'
import { type Part, part, type UiEvent } from '../part.js'
import { asRecord, type KindUi, marked, markOfPick, typedIn } from './kind.js'

/** Each prompt has a list to choose from; the choices below can also be dragged to it. */
export const matchingUi: KindUi<PresentedQuestion<MatchingPresentation>> = {
  instruct: ({ messages }) => messages.instructions.matching,
  answer: desk => {
    const { prompts, choices } = desk.question
    const placing = createPlacing(desk, prompts, choices)
    return [
      part(
        'pairs',
        'div',
        {},
        prompts.map(prompt => {
          const { props, sign } = placing.mark(prompt)
          return {
            ...part('pair', 'div', { ...placing.dropsOn(prompt.id), ...props }, [
              wordsPart(desk, 'prompt', prompt),
              placing.select(prompt, desk.messages.nothingChosen),
              sign,
            ]),
            key: prompt.id,
          }
        }),
      ),
      desk.locked
        ? null
        : part(
            'tray',
            'div',
            // The lists above say and do the same.
            { 'aria-hidden': 'true' },
            choices.map(choice => ({
              ...part(
                'chip',
                'span',
                placing.drags((target, event) => {
                  const prompt = prompts.find(({ id }) => id === target)
                  if (prompt) placing.place(event, prompt, choice.id)
                }),
                [authored(desk, part('chip-text', 'span', {}, choice.text))],
              ),
              key: choice.id,
            })),
          ),
    ]
  },
}

/** Each item has a list of the categories; it stands in the box of its own, and can be dragged to another. */
export const categorizationUi: KindUi<PresentedQuestion<CategorizationPresentation>> = {
  instruct: ({ messages }) => messages.instructions.categorization,
  answer: desk => {
    const { items, categories } = desk.question
    const placing = createPlacing(desk, items, categories)
    const outside = { id: '', text: desk.messages.notPlaced, media: null }
    return [
      part(
        'boxes',
        'div',
        {},
        [outside, ...categories].map(category => {
          const inside = items.filter(({ id }) => (placing.pairs[id] ?? '') === category.id)
          const title = desk.id(`box-${category.id || '.'}`)
          const name = part('box-title', 'p', { id: title }, category.text)
          return {
            ...part(
              'box',
              'div',
              { role: 'group', 'aria-labelledby': title, ...placing.dropsOn(category.id) },
              [
                category === outside ? name : authored(desk, name),
                category.media && mediaPart(desk, category.media),
                ...inside.map(item => {
                  const { props, sign } = placing.mark(item)
                  const drag = placing.drags((target, event) => placing.place(event, item, target))
                  return {
                    ...part('card', 'div', { 'data-moves': '', ...props }, [
                      part('handle', 'span', { 'aria-hidden': 'true', ...(!desk.locked && drag) }, '⠿'),
                      wordsPart(desk, 'card', item),
                      placing.select(item, desk.messages.notPlaced),
                      sign,
                    ]),
                    key: item.id,
                  }
                }),
              ],
            ),
            key: category.id || '.',
          }
        }),
      ),
    ]
  },
}

type PairsDesk = Desk<PresentedQuestion<MatchingPresentation | CategorizationPresentation>>

/** What both kinds share: rows that each get one of the targets. */
function createPlacing(
  desk: PairsDesk,
  rows: readonly PresentedChoice[],
  targets: readonly PresentedChoice[],
) {
  const pairs = asRecord(desk.response)
  const solution = asRecord(desk.review?.solution?.response)
  const group = desk.id('targets')
  const place = (event: UiEvent, row: PresentedChoice, target: string) => {
    const { [row.id]: before = '', ...rest } = pairs
    if (before === target) return
    const next = target === '' ? rest : { ...rest, [row.id]: target }
    const { given, takenBack } = desk.messages
    const found = targets.find(({ id }) => id === target)
    const places = {
      item: desk.plain(row.text),
      target: desk.plain(found?.text ?? ''),
      done: Object.keys(next).length,
      total: rows.length,
    }
    desk.announce(event, desk.say(found ? given : takenBack, places))
    desk.respond(next)
  }
  return {
    pairs,
    place,
    dropsOn: (id: string) => ({ 'data-drop': id, 'data-drop-group': group }),
    drags: (onDrop: (target: string, event: UiEvent) => void) =>
      desk.locked ? {} : draggable(group, onDrop),
    mark(row: PresentedChoice) {
      const given = pairs[row.id] ?? ''
      const right = solution[row.id] ?? ''
      return marked(
        desk,
        given === '' && right === '' ? null : markOfPick(desk, given !== '', given === right || given === ''),
      )
    },
    select(row: PresentedChoice, empty: string): Part {
      const given = pairs[row.id] ?? ''
      const id = desk.id(`row-${row.id}`)
      const options = [{ id: '', text: empty }, ...targets]
      return part(
        'choose',
        'select',
        {
          id,
          value: given,
          'aria-labelledby': desk.id(`words-${row.id}`),
          disabled: desk.locked,
          onchange(event) {
            desk.refocus(event, id)
            place(event, row, typedIn(event))
          },
        },
        options.map(target => ({
          ...part(
            'option',
            'option',
            { value: target.id, selected: target.id === given },
            target.id === '' ? target.text : desk.plain(target.text),
          ),
          key: target.id || '.',
        })),
      )
    },
  }
}

function wordsPart(desk: Desk, name: string, { id, text, media }: PresentedChoice): Part {
  return part(`${name}-content`, 'div', {}, [
    authored(desk, part(`${name}-text`, 'span', { id: desk.id(`words-${id}`) }, text)),
    media && mediaPart(desk, media),
  ])
}
