import { settle } from '../question/index.js'

/** A share as people read it. */
export const rounded = (share: number) => Number(share.toPrecision(6))

/**
 * Key and marking of a question of which several choices are picked, where each is worth a fraction; null where none is
 * worth any points. Where a right one adds as much as a wrong one takes off there is no marking, as that is how such a
 * question is marked anyway.
 *
 * @param fractions of the points, from -1 to 1, in the order of the choices.
 */
export function pickedBy(
  choices: readonly { readonly id: string }[],
  fractions: readonly number[],
  note: (code: string, message: string) => void,
) {
  const sum = fractions.reduce((total, fraction) => total + Math.max(0, fraction), 0)
  if (sum === 0) return null
  const isShort = settle(sum) < 1
  if (isShort)
    note(
      'fractions-raised',
      `The right choices were worth ${rounded(sum)} together; they are worth all the points now.`,
    )
  const shares = fractions.map(fraction =>
    fraction > 0 ? Math.min(1, isShort ? fraction / sum : fraction) : Math.max(-1, fraction),
  )
  const key = choices.filter((_, index) => (shares[index] ?? 0) > 0).map(({ id }) => id)
  const usual = 1 / key.length
  if (shares.every(share => Math.abs(Math.abs(share) - usual) < 1e-6)) return { key }
  return { key, marking: fractionsRule(choices, shares) }
}

/** The rule by which each choice is worth its share; what is worth nothing is not named. */
export function fractionsRule(choices: readonly { readonly id: string }[], shares: readonly number[]) {
  const fractions: { [choice: string]: number } = {}
  for (const [index, share] of shares.entries()) {
    const choice = choices[index]
    if (choice && share !== 0) fractions[choice.id] = share
  }
  return { rule: 'fractions' as const, fractions }
}
