import { questionRule } from '../rule.js'

/** A decimal that has to be met to the last digit. */
export const numericTolerance = questionRule(
  {
    id: 'numeric-tolerance',
    severity: 'warning',
    advice: 'Learners round. Give a tolerance, or say to how many decimals.',
    from: 'text2qti; Moodle',
    bad: [
      { id: 'example', type: 'numeric', stem: 'How many kilometres are a mile?', key: [{ value: 1.60934 }] },
    ],
    better: [
      {
        id: 'example',
        type: 'numeric',
        stem: 'How many kilometres are a mile?',
        key: [{ value: 1.60934, tolerance: 0.01 }],
      },
    ],
  },
  question => {
    if (question.type !== 'numeric' || question.precision) return null
    const index = question.key.findIndex(
      ({ value, tolerance = 0, rounded }) =>
        value !== undefined && !Number.isInteger(value) && tolerance === 0 && !rounded,
    )
    return index === -1
      ? null
      : { field: `key.${index}`, message: `${question.key[index]?.value} has to be met to the last digit.` }
  },
)
