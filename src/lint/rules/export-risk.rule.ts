import type { BuiltInQuestion } from '../../interactions/index.js'
import { pick, questionRule, type Target } from '../rule.js'

/** A text that another system would misread, cut or refuse. */
export const exportRisk = questionRule(
  {
    id: 'export-risk',
    severity: 'warning',
    advice:
      'Word it otherwise where the bank goes to that system: `--target aiken`, `gift` or `kahoot` says that it does.',
    from: "Moodle's Aiken and GIFT importers; Kahoot's limits",
    bad: [pick('A. Duda wrote to whom?', '*Burns', 'Scholz', 'Blair')],
    better: [pick('To whom did A. Duda write?', '*Burns', 'Scholz', 'Blair')],
  },
  (question, { targets }) => {
    if (question.type === 'single-choice' && /^(?:[A-Z][).]\s|ANSWER:)/.test(question.stem))
      return { field: 'stem', message: 'Aiken takes this beginning for a choice.' }
    for (const target of targets) {
      const risk = risks[target](question)
      if (risk) return risk
    }
    return null
  },
)

type Risk = { readonly field: string; readonly message: string } | null

/** What each system would make of a question. */
const risks: { readonly [Name in Target]: (question: BuiltInQuestion) => Risk } = {
  aiken({ type, stem }) {
    if (type !== 'single-choice')
      return { field: 'type', message: 'Aiken has questions with one right choice alone.' }
    return /\n/.test(stem.trim()) ? { field: 'stem', message: 'Aiken takes a stem of one line.' } : null
  },
  gift(question) {
    const fractions =
      'marking' in question && question.marking?.rule === 'fractions'
        ? Object.values(
            (question.marking as { readonly fractions: { readonly [id: string]: number } }).fractions,
          )
        : []
    const odd = fractions.find(
      fraction => !moodleShares.some(share => Math.abs(share - Math.abs(fraction)) < 1e-5),
    )
    return odd === undefined
      ? null
      : {
          field: 'marking.fractions',
          message: `Moodle knows no share of ${odd}; it takes the nearest, or none.`,
        }
  },
  kahoot({ stem, ...own }) {
    if (stem.length > 120)
      return { field: 'stem', message: `Kahoot takes 120 characters; these are ${stem.length}.` }
    const choices: readonly { readonly text: string }[] = 'choices' in own ? own.choices : []
    const long = choices.findIndex(({ text }) => text.length > 75)
    if (long !== -1)
      return { field: `choices.${long}.text`, message: 'Kahoot takes 75 characters for a choice.' }
    return choices.length > 4 ? { field: 'choices', message: 'Kahoot takes four choices.' } : null
  },
}

/** Moodle's list of shares of a mark, without their signs. */
const moodleShares = [
  1,
  0.9,
  5 / 6,
  0.8,
  0.75,
  0.7,
  2 / 3,
  0.6,
  0.5,
  0.4,
  1 / 3,
  0.3,
  0.25,
  0.2,
  1 / 6,
  1 / 7,
  0.125,
  1 / 9,
  0.1,
  0.05,
  0,
]
