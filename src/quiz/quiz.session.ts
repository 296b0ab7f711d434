import type { ActorRefFrom } from 'xstate'
import type { Seed } from '../draw/index.js'
import type { Bank, Json } from '../question/index.js'
import type { Attempt } from './quiz.attempt.js'
import { type DefinedQuiz, type DefineQuizOptions, defineQuiz } from './quiz.define.js'
import { changedSince, checkSaved, type SavedAttempt } from './quiz.log.js'
import type { QuizMachine } from './quiz.machine.js'
import { phaseOf, viewOf } from './quiz.present.js'
import { type ManualMark, missedIn, type QuizResult } from './quiz.result.js'
import { type Run, runOver, startRun } from './quiz.run.js'
import { scoreSlot } from './quiz.scoring.js'
import { nextChange } from './quiz.time.js'
import { type Command, commands, type OverviewEntry, type Phase, type QuizView } from './quiz.view.js'

export interface SessionOptions {
  /** Names the attempt's chance: the same seed draws the same quiz. Drawn at random when left out. */
  readonly seed?: Seed
  /** A saved attempt to go on with; its rules hold, unless others are given. Null is none. */
  readonly restore?: SavedAttempt | null
}

/** The commands that need nothing beside their name. */
type PlainCommands = { [Name in Exclude<Command, 'respond' | 'certainty' | 'goTo'>]: () => boolean }

/** A running quiz: what it shows, and what can be done. Commands give true where they were let pass. */
export interface Quiz extends PlainCommands {
  /** What to show now: the same object until something changes. */
  getView(): QuizView
  /** All questions in a list, for a way to move between them: the same object until something changes. */
  getOverview(): readonly OverviewEntry[]
  /** Calls back after each change. Returns what ends it. */
  subscribe(listener: () => void): () => void

  /**
   * Gives the response to the question at hand, whole or in part; it counts once it is submitted.
   *
   * @throws TypeError when JSON can't hold it.
   */
  respond(response: unknown): boolean
  /** Says how sure the learner is: 1 is the lowest level. */
  certainty(level: number): boolean
  goTo(id: string): boolean

  /** The attempt as JSON, at any moment; `createQuiz(bank, { restore: saved })` goes on with it. */
  save(): SavedAttempt
  /** What the attempt came to so far, as far as the rules show it. */
  getResult(): QuizResult
  /** Questions that present otherwise than when the restored attempt was saved. */
  readonly changed: readonly string[]
  /** Gives a question the points that a person decided: an essay's, or in place of the scorer's. */
  mark(id: string, mark: ManualMark): void
  /**
   * Once the attempt has ended: a new one in its place, of the missed questions alone if asked. Whether it may
   * start is in its view, as the rules may limit attempts.
   */
  retake(options?: { readonly seed?: Seed; readonly only?: 'missed' }): boolean
  /** Ends the clock; the quiz can still be saved. */
  stop(): void
}

const plain = commands.filter(name => name !== 'respond' && name !== 'certainty' && name !== 'goTo')

/**
 * Runs a quiz. Every method can be taken off the object: `const { submit } = createQuiz(bank, options)`.
 *
 * @param source a bank, or a quiz of `defineQuiz` to run again and again.
 * @throws TypeError as `defineQuiz` does; SavedAttemptError, naming why, when `restore` can't be gone on with.
 */
export function createQuiz(source: Bank, options: DefineQuizOptions & SessionOptions): Quiz
export function createQuiz(source: DefinedQuiz, options?: SessionOptions): Quiz
export function createQuiz(
  source: Bank | DefinedQuiz,
  { seed, restore, ...options }: Partial<DefineQuizOptions> & SessionOptions = {},
): Quiz {
  if (restore) checkSaved('machine' in source ? source.definition.bank : source, restore)
  const defined =
    'machine' in source
      ? source
      : defineQuiz(source, { interactions: [], ...(restore && { rules: restore.rules }), ...options })
  const input = { seed: restore?.seed ?? seed ?? randomSeed(), only: restore?.only }
  return openSession(notify => startRun(defined, input, restore, notify), {
    marks: restore?.marks ?? {},
    changed: restore ? changedSince(defined.definition, restore) : [],
    again: startRun,
  })
}

/**
 * A running quiz over an attempt that another machine runs as its child: what it shows and what can be done. It ends with
 * its attempt: there is no retake, and a failure is the other machine's to tell.
 */
export function attachQuiz(quiz: DefinedQuiz, actor: ActorRefFrom<QuizMachine>): Quiz {
  return openSession(notify => runOver(quiz, actor, notify), { marks: {}, changed: [], again: null })
}

interface Opened {
  readonly marks: SavedAttempt['marks']
  readonly changed: readonly string[]
  /** Starts the next attempt in place of one that has ended; null where there is none. */
  readonly again: typeof startRun | null
}

function openSession(start: (notify: () => void) => Run, { changed, again, ...opened }: Opened): Quiz {
  const listeners = new Set<() => void>()
  const notify = () => {
    if (listeners.size > 0) for (const listener of [...listeners]) listener()
  }
  let run = start(notify)
  let marks = opened.marks
  let shown: Shown | null = null

  /** What was shown last, where nothing has changed since, neither by an event nor by time alone. */
  const show = (): Shown => {
    const at = run.now()
    const snapshot = run.snapshot()
    const { definition } = run.quiz
    if (shown?.context === snapshot.context && shown.phase === phaseOf(snapshot) && at < shown.until)
      return shown
    shown = {
      context: snapshot.context,
      phase: phaseOf(snapshot),
      until: nextChange(definition, snapshot.context, at),
      view: viewOf(definition, snapshot, at, { marks }),
      overview: null,
    }
    return shown
  }
  return {
    ...(Object.fromEntries(plain.map(type => [type, () => run.send({ type })])) as PlainCommands),
    respond: response => run.send({ type: 'respond', response: asJson(response) }),
    certainty: level => run.send({ type: 'certainty', level }),
    goTo: id => run.send({ type: 'goTo', id }),
    getView: () => show().view,
    getOverview() {
      const now = show()
      now.overview ??= run.quiz.overview(run.snapshot(), run.now())
      return now.overview
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    save: () => run.quiz.save(run.snapshot(), marks),
    getResult: () => run.quiz.result(run.snapshot(), { at: run.now(), marks }),
    changed,
    mark(id, mark) {
      checkMark(run, id, mark)
      marks = { ...marks, [id]: mark }
      shown = null
      notify()
    },
    retake({ seed: next = randomSeed(), only } = {}) {
      if (!again || phaseOf(run.snapshot()) !== 'finished') return false
      const result = run.quiz.result(run.snapshot(), { at: run.now(), marks })
      const quiz = run.quiz.again({ previous: [...run.quiz.definition.previous, result] })
      const missed = only === 'missed' ? missedIn(result) : undefined
      run = again(quiz, { seed: next, only: missed }, undefined, notify)
      marks = {}
      notify()
      return true
    },
    stop: () => run.stop(),
  }
}

interface Shown {
  readonly context: Attempt
  readonly phase: Phase
  /** When time alone changes what is shown. */
  readonly until: number
  readonly view: QuizView
  overview: readonly OverviewEntry[] | null
}

/** 32 bits of chance. */
function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 32)
}

/** A copy of the response as JSON has it, which the host can't change later. */
function asJson(response: unknown): Json {
  if (response === null || typeof response === 'string' || typeof response === 'boolean') return response
  return JSON.parse(JSON.stringify(response) ?? 'null') as Json
}

function checkMark(run: Run, id: string, { points }: ManualMark): void {
  const { definition } = run.quiz
  const slot = run.snapshot().context.slots.find(slot => slot.id === id)
  if (!slot) throw new TypeError(`This attempt has no question '${id}' to mark.`)
  const max = scoreSlot(definition, slot)?.score.max ?? definition.question(id).points ?? 1
  if (!(points >= 0 && points <= max))
    throw new RangeError(`Question '${id}' is worth ${max} points, so ${points} can't be given.`)
}
