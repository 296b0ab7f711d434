import type {
  MultipleResponsePresentation,
  SingleChoicePresentation,
  TrueFalsePresentation,
} from '../../interactions/index.js'
import type { Json, PresentedBounds, PresentedChoice, PresentedQuestion } from '../../question/index.js'
import { authored, type Desk, mediaPart } from '../desk.js'
import type { Messages } from '../messages.js'
import { type Part, part } from '../part.js'
import { asList, type KindUi, marked, markOfPick } from './kind.js'

export const singleChoiceUi: KindUi<PresentedQuestion<SingleChoicePresentation>> = {
  radios: true,
  instruct: ({ messages }) => messages.instructions['single-choice'],
  answer: desk =>
    desk.question.choices.map(choice => {
      const given = desk.response === choice.id
      return choicePart(desk, choice, { given, right: desk.review?.solution?.response === choice.id }, () =>
        desk.respond(choice.id),
      )
    }),
}

export const trueFalseUi: KindUi<PresentedQuestion<TrueFalsePresentation>> = {
  radios: true,
  instruct: ({ messages }) => messages.instructions['true-false'],
  answer: desk =>
    [true, false].map(truth => {
      const choice = { id: String(truth), text: truthWord(truth, desk.messages), media: null }
      const given = desk.response === truth
      return choicePart(
        { ...desk, text: 'plain' },
        choice,
        { given, right: desk.review?.solution?.response === truth },
        () => desk.respond(truth),
      )
    }),
  words: (response, messages) => (typeof response === 'boolean' ? truthWord(response, messages) : null),
}

function truthWord(truth: boolean, { yes, no }: Messages): string {
  return truth ? yes : no
}

export const multipleResponseUi: KindUi<PresentedQuestion<MultipleResponsePresentation>> = {
  instruct: ({ question, messages, say }) =>
    chooseText(messages, say, question.choose) ?? messages.instructions['multiple-response'],
  answer: desk => {
    const given = asList(desk.response)
    const right = asList(desk.review?.solution?.response)
    return desk.question.choices.map(choice =>
      choicePart(
        desk,
        choice,
        { given: given.includes(choice.id), right: right.includes(choice.id), many: true },
        () => desk.respond(toggled(desk.question.choices, given, choice)),
      ),
    )
  },
}

type Exclusive = { readonly id: string; readonly exclusive: boolean }

/** What is picked after this one is ticked or not: one that excludes others stands alone. */
function toggled(
  choices: readonly Exclusive[],
  given: readonly string[],
  { id, exclusive }: Exclusive,
): Json {
  if (given.includes(id)) return given.filter(one => one !== id)
  if (exclusive) return [id]
  return [...given.filter(one => !choices.some(other => other.id === one && other.exclusive)), id]
}

/** How many are to be chosen, where the author says it. */
export function chooseText(
  messages: Messages,
  say: Desk['say'],
  { min, max }: PresentedBounds,
): string | null {
  if (min !== null && min === max) return say(messages.chooseExactly, { n: min })
  if (min !== null && max !== null) return say(messages.chooseBetween, { min, max })
  if (min !== null) return say(messages.chooseAtLeast, { n: min })
  return max === null ? null : say(messages.chooseAtMost, { n: max })
}

function choicePart(
  desk: Desk,
  { id, text, media }: PresentedChoice,
  state: { readonly given: boolean; readonly right: boolean; readonly many?: boolean },
  onPick: () => void,
): Part {
  const { given, right, many = false } = state
  const { props, sign } = marked(desk, markOfPick(desk, given, right))
  const input = part('choice-input', 'input', {
    id: desk.id(`choice-${id}`),
    type: many ? 'checkbox' : 'radio',
    name: desk.id('choices'),
    value: id,
    checked: given,
    disabled: desk.locked,
    onchange: onPick,
  })
  return {
    ...part('choice', 'label', { 'data-checked': given ? '' : undefined, ...props }, [
      input,
      authored(desk, part('choice-text', 'span', {}, text)),
      media && mediaPart(desk, media),
      sign,
    ]),
    key: id,
  }
}
