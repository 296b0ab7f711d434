/** Whether a text is a number as banks write it: `3.5`, `-2`, `1e6`. */
export const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))

/** What is wrong with a text that should be a number above zero; null where nothing is. */
export function numberFault(text: string): string | null {
  return isNumber(text) && Number(text) > 0 ? null : `'${text}' is no number above 0; with a point: 3.5.`
}

/** What is wrong with a text that should say how many words there may be; null where nothing is. */
export function wordsFault(text: string): string | null {
  const [, min, max] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(text) ?? []
  return Number(min) > 0 && Number(min) <= Number(max)
    ? null
    : `'${text}' is no range of words: write the least and the most, as in 50-150.`
}

/** `42` as a value, `40 to 45` as bounds; null where it is neither. */
export function numbersIn(
  text: string,
): { readonly value: number } | { readonly min: number; readonly max: number } | null {
  if (isNumber(text)) return { value: Number(text) }
  const [min = '', max = '', more] = text.split(' to ')
  if (more !== undefined || !isNumber(min) || !isNumber(max) || Number(min) > Number(max)) return null
  return { min: Number(min), max: Number(max) }
}
