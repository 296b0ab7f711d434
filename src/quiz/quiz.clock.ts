import { fromCallback } from 'xstate'
import type { QuizEvent } from './quiz.attempt.js'

/** What the clock is told: the moment to ring at, in milliseconds since 1970; null to be still. */
export interface WatchEvent {
  readonly type: 'watch'
  readonly until: number | null
}

/** A longer wait overflows the platform's 32-bit timer and would ring at once. */
const longestHop = 2 ** 31 - 1

/** Rings with a `tick` when the watched moment has come. It only wakes the machine, which decides by its own deadlines. */
export function createClock(now: () => number) {
  return fromCallback<WatchEvent, { readonly until: number | null }>(({ input, receive, sendBack }) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const ring = (until: number) => sendBack({ type: 'tick', at: Math.max(until, now()) } satisfies QuizEvent)
    const watch = (until: number | null) => {
      clearTimeout(timer)
      if (until === null) return
      const left = Math.min(Math.max(0, until - now()), longestHop)
      timer = setTimeout(() => (now() < until ? watch(until) : ring(until)), left)
      letProcessEnd(timer)
    }
    receive(event => watch(event.until))
    watch(input.until)
    return () => clearTimeout(timer)
  })
}

/** In Node a waiting timer keeps the process alive; a quiz that nobody drives should not. */
function letProcessEnd(timer: unknown): void {
  ;(timer as { readonly unref?: () => void }).unref?.()
}
