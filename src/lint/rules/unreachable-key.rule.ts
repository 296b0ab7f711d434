import type { BuiltInQuestion } from '../../interactions/index.js'
import { shareOf, solutionOf } from '../marks.js'
import { pick, questionRule } from '../rule.js'

/** A key that no response can reach. */
export const unreachableKey = questionRule(
  {
    id: 'unreachable-key',
    severity: 'error',
    advice: 'Make the key and the marking agree: whoever gives the key should have all points.',
    from: 'IMS QTI 3 best practices: a maximum score that can be reached',
    bad: [
      {
        ...pick('Which raised prices? Pick one.', '*Drought', '*War', 'Snow'),
        choose: { max: 1 },
      } as BuiltInQuestion,
    ],
    better: [
      {
        ...pick('Which raised prices? Pick two.', '*Drought', '*War', 'Snow'),
        choose: { max: 2 },
      } as BuiltInQuestion,
    ],
  },
  (question, { bank }, item) => {
    if (item && item.keys.length === 0) return null
    const solution = solutionOf(question)
    if (solution === null) return null
    const share = shareOf(question, bank, solution)
    if (share !== null && share >= 1) return null
    return share === null
      ? { field: 'key', message: 'The key is a response that the question does not take.' }
      : {
          field: 'marking',
          message: `The key earns ${Math.round(share * 100)} % of the points, and nothing earns all.`,
        }
  },
)
