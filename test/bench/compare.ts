import { Bench } from 'tinybench'

/** How one thing compares with another in the same run. */
export interface BenchRow {
  readonly name: string
  /** How many times as long as what it is compared with, or as large: the median. */
  readonly ratio: number
  /** What the ratio may be at most; null where it is only shown. */
  readonly limit: number | null
  /** The figures behind the ratio. */
  readonly note?: string
}

/** Times what is compared in turn, several rounds, so that a slow moment of the machine hits all alike. */
export async function compare(
  tasks: { readonly [name: string]: () => unknown },
  rounds = 7,
): Promise<{ readonly [name: string]: number }> {
  const medians: { [name: string]: number[] } = {}
  for (let round = 0; round <= rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const bench = new Bench({ time: 150, warmupTime: 50 })
      bench.add(name, task)
      const [done] = await bench.run()
      if (done?.result && 'latency' in done.result && round > 0) {
        medians[name] ??= []
        medians[name].push(done.result.latency.p50 * 1e6)
      }
    }
  }
  return Object.fromEntries(Object.entries(medians).map(([name, times]) => [name, median(times)]))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** Nanoseconds in a unit that people read. */
export function duration(nanoseconds: number): string {
  if (nanoseconds < 1e3) return `${nanoseconds.toFixed(0)} ns`
  return nanoseconds < 1e6 ? `${(nanoseconds / 1e3).toFixed(1)} µs` : `${(nanoseconds / 1e6).toFixed(1)} ms`
}
