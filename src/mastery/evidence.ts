import type { Question } from '../question/index.js'
import type { Adjustments, DefinedQuiz, QuizSnapshot } from '../quiz/index.js'

/** One response that tells something of whether a learner has reached an objective. Plain JSON. */
export interface Evidence {
  /** Id of the question. */
  readonly question: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Share of the points that it earned, from 0 to 1. Further tries, hints and solutions cost what the rules say. */
  readonly share: number
  /** Which attempt it is of: what was asked together is told from what was not. */
  readonly attempt: string
  /** True where it was asked among questions on other objectives, as in a test. */
  readonly mixed: boolean
  /** Chance of getting it right by guessing, from 0 to 1; 0 when left out. */
  readonly guess?: number
  /** How hard it is, in logits: 0 for a question of medium difficulty, which is meant when left out. */
  readonly difficulty?: number
}

/** Whether it earned everything, at the first try and without help that costs. */
export function isCorrect({ share }: Pick<Evidence, 'share'>): boolean {
  return share >= 1 - 1e-9
}

export interface EvidenceOptions {
  /** Names the attempt among others. */
  readonly attempt: string
  /** Whether it asked on several objectives. */
  readonly mixed: boolean
  /** Marks that people gave. */
  readonly marks?: Adjustments['marks']
}

/**
 * What an attempt tells, whatever the rules show the learner: each question that was handed in, with those that a whole
 * attempt left open. Not what waits to be scored. Of a saved attempt: `evidenceIn(quiz, quiz.replay(saved), …)`.
 */
export function evidenceIn(
  quiz: DefinedQuiz,
  snapshot: QuizSnapshot,
  { attempt, mixed, marks = {} }: EvidenceOptions,
): readonly Evidence[] {
  const { slots, finishedAt, ending } = snapshot.context
  const whole = ending !== null && ending !== 'abandoned'
  const { questions } = quiz.result(snapshot, { unmasked: true, marks })
  return questions.flatMap(({ id, score, outcome, solutionSeen }, index): readonly Evidence[] => {
    const lastTry = slots[index]?.tries.at(-1)
    if (!score || outcome === 'pending' || !(lastTry || solutionSeen || whole)) return []
    const share = Math.min(1, Math.max(0, score.scaled))
    return [
      {
        question: id,
        at: lastTry?.at ?? finishedAt ?? snapshot.context.at,
        share,
        attempt,
        mixed,
        ...priorsOf(quiz.definition.question(id)),
      },
    ]
  })
}

/** Logits for what authors say in a word, where nobody has calibrated the questions. */
const logits = { easy: -1, medium: 0, hard: 1 } as const

/** What is known of a question before anyone has answered it: its stated difficulty, and the chance of a guess. */
export function priorsOf(question: Question): Required<Pick<Evidence, 'difficulty' | 'guess'>> {
  return { difficulty: logits[question.difficulty ?? 'medium'], guess: guessOf(question) }
}

/** One of so many choices, or of two sides; more than one key, or words, are no guess. */
function guessOf({
  choices,
  key,
}: Question & { readonly choices?: unknown; readonly key?: unknown }): number {
  if (typeof key === 'boolean') return 1 / 2
  return Array.isArray(choices) && typeof key === 'string' ? 1 / choices.length : 0
}
