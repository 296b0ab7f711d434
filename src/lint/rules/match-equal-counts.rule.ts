import { questionRule } from '../rule.js'

/** Lists of equal length, where the last pair comes free. */
export const matchEqualCounts = questionRule(
  {
    id: 'match-equal-counts',
    severity: 'info',
    advice: 'Who knows all pairs but one has the last for nothing. Add a choice that fits nothing.',
    from: 'Haladyna (2004), matching items',
    bad: [
      {
        id: 'example',
        type: 'matching',
        stem: 'Match.',
        prompts: [
          { id: 'p', text: 'P' },
          { id: 'q', text: 'Q' },
        ],
        choices: [
          { id: 'a', text: 'A' },
          { id: 'b', text: 'B' },
        ],
        key: { p: 'a', q: 'b' },
      },
    ],
    better: [
      {
        id: 'example',
        type: 'matching',
        stem: 'Match.',
        prompts: [
          { id: 'p', text: 'P' },
          { id: 'q', text: 'Q' },
        ],
        choices: [
          { id: 'a', text: 'A' },
          { id: 'b', text: 'B' },
          { id: 'c', text: 'C' },
        ],
        key: { p: 'a', q: 'b' },
      },
    ],
  },
  question =>
    question.type === 'matching' &&
    question.prompts.length === question.choices.length &&
    new Set(Object.values(question.key)).size === question.choices.length
      ? { field: 'choices', message: 'There are as many choices as prompts, each used once.' }
      : null,
)
