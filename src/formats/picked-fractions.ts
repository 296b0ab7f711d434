/**
 * The marking of a question of which several choices are picked, where each is worth a fraction. None where a right
 * one adds as much as a wrong one takes off, as that is how such a question is marked anyway.
 */
export function markingBy(
  fractions: { readonly [choice: string]: number },
  choices: readonly { readonly id: string }[],
  key: readonly string[],
) {
  const share = 1 / key.length
  const isUsual = choices.every(({ id }) => {
    const usual = key.includes(id) ? share : -share
    return Math.abs((fractions[id] ?? 0) - usual) < 1e-6
  })
  return isUsual ? {} : { marking: { rule: 'fractions' as const, fractions } }
}
