/** Pearson's χ² of counts against all being equal, and its p-value (Pearson 1900). */
export function chiSquareTest(counts: readonly number[]): { readonly statistic: number; readonly p: number } {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const statistic =
    expected === 0 ? 0 : counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return { statistic, p: upperGamma((counts.length - 1) / 2, statistic / 2) }
}

/** The chance of at least so many hits in so many trials. */
export function binomialUpperTail(hits: number, trials: number, chance: number): number {
  let tail = 0
  for (let count = hits; count <= trials; count++) {
    const log =
      logGamma(trials + 1) -
      logGamma(count + 1) -
      logGamma(trials - count + 1) +
      count * Math.log(chance) +
      (trials - count) * Math.log(1 - chance)
    tail += Math.exp(log)
  }
  return Math.min(1, tail)
}

/**
 * The chance that, of so many draws from equally likely places, some place comes up so often in a row (de Moivre's
 * problem of runs, 1738, by its recurrence).
 */
export function chanceOfRun(length: number, draws: number, places: number): number {
  const alone: number[] = []
  for (let count = 0; count <= draws; count++) {
    if (count < length) alone.push(0)
    else if (count === length) alone.push(places ** (1 - length))
    else {
      const [last = 0, before = 0] = [alone[count - 1], alone[count - length]]
      alone.push(last + (1 - before) * (1 - 1 / places) * places ** (1 - length))
    }
  }
  return alone[draws] ?? 0
}

/** The regularized upper incomplete gamma function Q(a, x): by its series, or by Lentz's continued fraction for larger x. */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 1000 && Math.abs(term) > Math.abs(sum) * 1e-15; n++) {
      term *= x / (a + n)
      sum += term
    }
    return 1 - sum * scale
  }
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 1000; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    const step = c * d
    fraction *= step
    if (Math.abs(step - 1) < 1e-15) break
  }
  return fraction * scale
}

/** ln Γ(x), after Lanczos (1964), for x above 0. */
function logGamma(x: number): number {
  const coefficients = [
    76.180_091_729_471, -86.505_320_329_417, 24.014_098_240_831, -1.231_739_572_450_2,
    0.001_208_650_973_866_2, -0.000_005_395_239_384_95,
  ]
  const shifted = x + 5.5 - (x + 0.5) * Math.log(x + 5.5)
  const series = coefficients.reduce(
    (sum, coefficient, index) => sum + coefficient / (x + 1 + index),
    1.000_000_000_19,
  )
  return -shifted + Math.log((2.506_628_274_631 * series) / x)
}
