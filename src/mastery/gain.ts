/** What was learnt between two tests. */
export interface Gain {
  /** Shares of the points, from 0 to 1. */
  readonly pre: number
  readonly post: number
  /** `post − pre`. */
  readonly plain: number
  /** Of what could be gained, the share that was; below 0 for a loss. Null where nothing could be gained. */
  readonly normalised: number | null
}

/**
 * Learning gain from a pre-test to a post-test: plain, and normalised as `(post − pre) / (1 − pre)` (Hake 1998, who
 * takes it of the averages of a class).
 *
 * @param pre share of the points, from 0 to 1.
 * @param post the same.
 */
export function gainFrom(pre: number, post: number): Gain {
  return { pre, post, plain: post - pre, normalised: pre < 1 ? (post - pre) / (1 - pre) : null }
}
