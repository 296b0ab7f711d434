/** As `Math.max`, which takes no more than some hundred thousand arguments: a file may have more. */
export function greatestOf(numbers: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY
  for (const number of numbers) most = Math.max(most, number)
  return most
}
