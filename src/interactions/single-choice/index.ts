import {
  defineInteraction,
  describeChoices,
  feedbackOnChoices,
  type PresentedChoice,
  presentChoices,
} from '../../question/index.js'
import {
  type SingleChoiceMarking,
  type SingleChoiceQuestion,
  scoreSingleChoice,
} from './single-choice.score.js'

export type { SingleChoiceMarking, SingleChoiceQuestion }

export interface SingleChoicePresentation {
  readonly type: 'single-choice'
  readonly choices: readonly PresentedChoice[]
}

/** One right choice among several. The response is its id. */
export const singleChoice = defineInteraction<
  SingleChoiceQuestion,
  string,
  SingleChoiceMarking,
  SingleChoicePresentation
>({
  type: 'single-choice',
  marking: { rule: 'all-or-nothing' },
  read(question, response) {
    if (response === null || response === undefined) return { status: 'unanswered', response: null }
    const choice = question.choices.find(({ id }) => id === response)
    if (!choice) return { status: 'invalid', code: 'unknown-choice' }
    return { status: 'answered', response: choice.id, complete: true }
  },
  score: scoreSingleChoice,
  solve: question => question.key,
  lists: question => (question.shuffle === false ? [] : [{ name: 'choices', entries: question.choices }]),
  present: (question, orders) => ({
    type: 'single-choice',
    choices: presentChoices(question.choices, orders.choices),
  }),
  describe: (question, response) => describeChoices(question.choices, [response]),
  feedback: (question, response) => feedbackOnChoices(question.choices, [response]),
})
