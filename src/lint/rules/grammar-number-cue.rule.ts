import { words } from '../../text/index.js'
import { itemRule, pick } from '../rule.js'

/** A verb in the stem that fits only the key's number. */
export const grammarNumberCue = itemRule(
  {
    id: 'grammar-number-cue',
    severity: 'info',
    english: true,
    advice: 'Singular and plural give the key away. Make all choices one or the other.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 28c',
    bad: [pick('The main causes of the flood were', '*storms', 'a dam', 'a leak')],
    better: [pick('The main causes of the flood were', '*storms', 'dams', 'leaks')],
  },
  ({ stem, keys, distractors }) => {
    const verb = /\b(is|are|was|were)[\s:…_.\\]*$/i.exec(stem.slice(-300))?.[1]?.toLowerCase()
    if (verb === undefined) return null
    const wantsPlural = verb === 'are' || verb === 'were'
    const fits = (text: string) => isPlural(text) === wantsPlural
    const clashing = distractors.filter(text => isPlural(text) === !wantsPlural).length
    return keys.every(fits) && !distractors.some(fits) && clashing > 0 && clashing * 2 >= distractors.length
      ? `After '${verb}' only the key fits.`
      : null
  },
)

/** Whether a text speaks of several. Null where its form doesn't say. */
function isPlural(text: string): boolean | null {
  const all = words(text)
  const [first = ''] = all
  if (/^(?:a|an|one|this|that|each|every|either|neither)$/.test(first)) return false
  if (
    /^(?:two|three|four|five|six|ten|several|many|both|these|those|few)$/.test(first) ||
    all.includes('and')
  )
    return true
  const stop = all.findIndex(word => /^(?:of|in|on|at|for|with|from|to|by|that|which|who)$/.test(word))
  const head = all.at(stop > 0 ? stop - 1 : -1) ?? ''
  if (!/^[a-z-]{3,}$/.test(head) || irregular.test(head)) return null
  return /^(?:men|women|children|people|feet|teeth|mice|geese|bacteria|phenomena|criteria|data)$|(?:[^sui]s|oes|ies)$/.test(
    head,
  )
}

/** Nouns that end as a plural does and are none, or are both. */
const irregular =
  /(?:ics|news|series|species|means|diabetes|rabies|measles|herpes|texas|paris|athens|wales|jones)$/
