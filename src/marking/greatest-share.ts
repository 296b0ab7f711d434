/** The share of the points, from 0 to 1, that the best entry of a key is worth; a key may have more than `Math.max` takes. */
export function greatestShare(key: readonly { readonly fraction?: number | undefined }[]): number {
  return key.reduce((best, { fraction = 1 }) => Math.max(best, fraction), 0)
}
