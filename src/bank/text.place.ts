/** Where an offset lies in a text, both from 1. */
export type PlaceOf = (offset: number) => { readonly line: number; readonly column: number }

/** Makes lines and columns of offsets in a text, each in time that hardly grows with it. */
export function createPlaceOf(text: string): PlaceOf {
  const starts = lineStarts(text)
  return offset => {
    const line = lastUpTo(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

/** Index of the last number that is not above the limit; numbers ascend. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
