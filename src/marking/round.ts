export interface Rounding {
  /** Decimals kept, 0 to 10. */
  readonly decimals: number
  /** What happens to a half: away from zero, the default, or to the even neighbour. */
  readonly half?: 'up' | 'even'
}

/** Rounds what people see as a half as a half: 1.005 to two decimals is 1.01. */
export function round(value: number, { decimals, half = 'up' }: Rounding): number {
  const shifted = shift(Math.abs(value), decimals)
  const below = Math.floor(shifted)
  const isEvenHalf = half === 'even' && shifted - below === 0.5 && below % 2 === 0
  const rounded = shift(isEvenHalf ? below : Math.round(shifted), -decimals)
  return value < 0 ? 0 - rounded : rounded
}

/** Moves the decimal point in the number as people write it, where multiplying would bring its binary tail along. */
function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = value.toPrecision(15).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
