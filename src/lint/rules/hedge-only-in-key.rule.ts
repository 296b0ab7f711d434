import { itemRule, pick } from '../rule.js'

/** A careful word in the key alone. */
export const hedgeOnlyInKey = itemRule(
  {
    id: 'hedge-only-in-key',
    severity: 'warning',
    english: true,
    advice: 'A key that says it may be so is safe to pick. Say all choices as carefully, or as firmly.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 28; NBME (2020)',
    bad: [pick('What does coffee do to sleep?', 'It deepens it', 'It ends it', '*It probably delays it')],
    better: [pick('What does coffee do to sleep?', 'It deepens it', 'It ends it', '*It delays it')],
  },
  ({ keys, distractors }) => {
    const found = keys.find(isHedged)
    return found !== undefined && keys.length === 1 && !distractors.some(isHedged)
      ? `Only the key is worded with care: '${found}'.`
      : null
  },
)

/** With a capital, May is a month. */
const isHedged = (text: string) => /\bmay\b/.test(text) || hedge.test(text)

const hedge =
  /\b(?:might|usually|often|sometimes|generally|tends? to|probably|possibly|perhaps|typically|partly|mostly|in most cases|in general|as a rule)\b|(?<!\b(?:most|more|least|less) )\blikely\b/i
