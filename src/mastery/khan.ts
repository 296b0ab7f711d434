import { type Evidence, isCorrect } from './evidence.js'
import type { Level, Reckoning } from './level.js'

/** Khan Academy's levels. */
export interface Khan {
  readonly method: 'khan'
}

/** Points for each level, of 100 (Khan Academy help centre, article 115002552631). */
const points: { readonly [Name in Level]: number } = {
  'not-started': 0,
  attempted: 0,
  familiar: 50,
  proficient: 80,
  mastered: 100,
}

type Move = { readonly [From in Level]: Level }

/** After an exercise on one skill, by the share right: under 70 percent, from there on, and everything. */
const afterExercise: { readonly [Share in 'little' | 'much' | 'all']: Move } = {
  little: {
    'not-started': 'attempted',
    attempted: 'attempted',
    familiar: 'attempted',
    proficient: 'familiar',
    mastered: 'familiar',
  },
  much: {
    'not-started': 'familiar',
    attempted: 'familiar',
    familiar: 'familiar',
    proficient: 'familiar',
    mastered: 'proficient',
  },
  all: {
    'not-started': 'proficient',
    attempted: 'proficient',
    familiar: 'proficient',
    proficient: 'proficient',
    mastered: 'mastered',
  },
}

/** After a question in a quiz or test on several skills. Only there a skill is mastered. */
const afterMixed: { readonly [Result in 'right' | 'missed']: Move } = {
  right: {
    'not-started': 'familiar',
    attempted: 'familiar',
    familiar: 'proficient',
    proficient: 'mastered',
    mastered: 'mastered',
  },
  missed: {
    'not-started': 'attempted',
    attempted: 'attempted',
    familiar: 'attempted',
    proficient: 'familiar',
    mastered: 'proficient',
  },
}

/**
 * The level after an exercise.
 *
 * @param shareRight from 0 to 1.
 */
export function levelAfterExercise(level: Level, shareRight: number): Level {
  return afterExercise[shareRight >= 1 ? 'all' : shareRight >= 0.7 ? 'much' : 'little'][level]
}

/** The level after one question that was asked among others. */
export function levelAfterMixed(level: Level, correct: boolean): Level {
  return afterMixed[correct ? 'right' : 'missed'][level]
}

/**
 * Khan Academy's levels (help centre, article 5548760867853; that exercises lead down too: community post 360023249611;
 * from familiar down by an exercise is our reading). What one attempt asked on an objective by itself is an exercise;
 * questions of a test count one by one.
 */
export function reckonKhan(evidence: readonly Evidence[]): Reckoning {
  let level: Level = 'not-started'
  for (const together of exercisesIn(evidence)) {
    const right = together.filter(isCorrect).length
    level = together[0]?.mixed
      ? levelAfterMixed(level, right > 0)
      : levelAfterExercise(level, right / together.length)
  }
  return {
    estimate: evidence.length === 0 ? null : points[level] / 100,
    level,
    mastered: level === 'mastered',
  }
}

/** Evidence in the pieces that count together: an exercise, or one question of a test. */
function exercisesIn(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const pieces: Evidence[][] = []
  for (const one of evidence) {
    const last = pieces.at(-1)
    if (last && !one.mixed && last[0]?.mixed === false && last[0].attempt === one.attempt) last.push(one)
    else pieces.push([one])
  }
  return pieces
}
