import { itemRule, pick } from '../rule.js'
import { fold } from '../text.js'

/** Choices that are combinations of the same few things. */
export const complexKType = itemRule(
  {
    id: 'complex-K-type',
    severity: 'warning',
    advice: 'Combinations measure bookkeeping. Ask for all that apply.',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 9',
    bad: [
      pick(
        'Who pushed back?',
        '*US and Germany',
        'US and Poland',
        'Germany and Poland',
        'US, Germany and Poland',
      ),
    ],
    better: [pick('Who pushed back? Pick all that apply.', '*US', '*Germany', 'Poland')],
  },
  ({ choices }) => (areCombinations(choices) ? 'The choices are combinations of the same things.' : null),
)

const known = new WeakMap<readonly string[], boolean>()

/** Whether choices combine the same few things: a fault that other rules need not tell of as well. */
export function areCombinations(choices: readonly string[]): boolean {
  const found = known.get(choices) ?? combine(choices)
  known.set(choices, found)
  return found
}

function combine(choices: readonly string[]): boolean {
  if (choices.some(addsUp)) return false
  const sets = choices.map(elementsOf)
  const counts = new Map<string, number>()
  for (const set of sets) for (const part of set) counts.set(part, (counts.get(part) ?? 0) + 1)
  const combined = sets.filter(set => set.length > 1).length
  const arePermutations = sets.every(set => set.length === counts.size)
  const isKType =
    choices.length >= 3 && combined >= 2 && !arePermutations && [...counts.values()].every(count => count > 1)
  return isKType || isOneBothOrNeither(choices)
}

/** True where a plus sign adds up, and lists nothing: `2H₂ + O₂ → 2H₂O`, `x² + 5x + 6`. */
function addsUp(text: string): boolean {
  const first = text.indexOf('+')
  return (
    first !== -1 &&
    (/[=→⇌]/.test(text.slice(first)) ||
      /[=→⇌²³^]/.test(text.slice(0, text.lastIndexOf('+'))) ||
      /\p{Nd}\p{Ll} ?[+]/u.test(text))
  )
}

/** What a choice combines: `1, 2 and 4` or `Statements I and III only`. */
function elementsOf(text: string): readonly string[] {
  // Whoever writes so much combines no names, and taking it apart takes many times its length.
  if (text.length > 500) return [text]
  const bare = fold(text.replace(/[,;&+/、]/g, ' and ')).replace(
    /\b(?:only|both|all|just|alone|statements?|options?|nur|seulement|solo|sólo|alleen)\b/g,
    ' ',
  )
  return bare
    .split(/ (?:and|und|et|y|e|en|og|och|i|oraz|и|і|й|та) |と|和|与| و/u)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** `I only`, `II only`, `Both`, `Neither`. */
function isOneBothOrNeither(choices: readonly string[]): boolean {
  const has = (form: RegExp) => choices.filter(text => form.test(text.trim())).length
  return has(/\b(?:only|alone)\W?$/i) >= 2 && has(/^(?:both|neither)\b/i) >= 1
}
