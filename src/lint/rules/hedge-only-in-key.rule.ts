import { itemRule, pick } from '../rule.js'

/** A careful word in the key alone. */
export const hedgeOnlyInKey = itemRule(
  {
    id: 'hedge-only-in-key',
    severity: 'warning',
    english: true,
    advice: 'A key that says it may be so is safe to pick. Say all choices as carefully, or as firmly.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 28; NBME (2020)',
    bad: [pick('What does coffee do to sleep?', 'It deepens it', 'It ends it', '*It may often delay it')],
    better: [pick('What does coffee do to sleep?', 'It deepens it', 'It ends it', '*It delays it')],
  },
  ({ keys, distractors }) => {
    const found = keys.find(text => hedge.test(text))
    return found !== undefined && keys.length === 1 && !distractors.some(text => hedge.test(text))
      ? `Only the key is worded with care: '${found}'.`
      : null
  },
)

const hedge = /\b(?:may|might|usually|often|sometimes|generally|tends?|probably|likely|typically|partly)\b/i
