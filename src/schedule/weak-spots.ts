import { createRandom, drawOrders } from '../draw/index.js'
import { type Evidence, type MasterySettings, masteryOf, priorsOf } from '../mastery/index.js'
import type { Question } from '../question/index.js'
import type { Attempt, Drawn, SelectionState, Selector } from '../quiz/index.js'

export interface WeakSpotOptions {
  /** How mastery is told; share correct when left out. */
  readonly mastery?: MasterySettings
  /** What earlier attempts told, first response first: see `evidenceIn` of `quizwright/mastery`. */
  readonly evidence?: readonly Evidence[]
  /** Questions at the most; 10 when left out. */
  readonly length?: number
}

/**
 * Picks questions on what a learner masters least, one by one, by all responses so far. Objectives take turns: the same
 * is asked twice in a row only where no other is left (interleaving; Rohrer & Taylor 2007), and of each objective what
 * was asked longest ago, or never, comes first. The question that ended the last attempt does not begin this one.
 */
export function weakSpots(options: WeakSpotOptions = {}): Selector {
  const chosen = new WeakMap<Attempt, readonly Drawn[]>()
  return state => {
    // The machine's guards ask as well as its steps do.
    const known = chosen.get(state.attempt)
    if (known) return known
    const drawn = select(state, options)
    chosen.set(state.attempt, drawn)
    return drawn
  }
}

function select(state: SelectionState, options: WeakSpotOptions): readonly Drawn[] {
  const { attempt, registry, rules } = state
  if (attempt.slots.length >= (options.length ?? 10)) return []
  const question = nextQuestion(state, options)
  if (!question) return []
  const orders = drawOrders(registry, question, attempt.seed, rules.shuffleChoices)
  return [{ id: question.id, section: null, orders }]
}

function nextQuestion(state: SelectionState, options: WeakSpotOptions): Question | null {
  const { questions, attempt } = state
  const byId = byIdIn(questions)
  const evidence = [...(options.evidence ?? []), ...evidenceOf(state)]
  const lastAsked = attempt.slots.at(-1)?.id ?? evidence.at(-1)?.question
  const lastObjective = lastAsked === undefined ? undefined : byId.get(lastAsked)?.objective
  const taken = new Set([...attempt.slots.map(({ id }) => id), lastAsked])
  const weakness = weaknessBy(byId, evidence, options.mastery ?? { method: 'share-correct' })
  const askedAt = new Map(evidence.map(({ question }, index) => [question, index]))
  const best = (isFree: (question: Question) => boolean) =>
    firsts(
      questions.filter(one => !taken.has(one.id) && isFree(one)),
      one => [weakness.get(one.objective) ?? untried, askedAt.get(one.id) ?? -1],
    )
  const others = best(({ objective }) => objective !== lastObjective)
  const equals = others.length > 0 ? others : best(() => true)
  // By chance among equals, and not in the order of the bank.
  const random = createRandom(attempt.seed, 'weak-spots', attempt.slots.length)
  return equals[Math.floor(random() * equals.length)] ?? null
}

/** Those that come first by a rank of two numbers, all that are equal. */
function firsts<One>(all: readonly One[], rank: (one: One) => readonly [number, number]): readonly One[] {
  let found: One[] = []
  let [first, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const one of all) {
    const [a, b] = rank(one)
    if (a > first || (a === first && b > second)) continue
    if (a < first || b < second) {
      found = []
      first = a
      second = b
    }
    found.push(one)
  }
  return found
}

const untried = 0.5

/** What is known of each objective that was asked, from 0 to 1. */
function weaknessBy(
  byId: ReadonlyMap<string, Question>,
  evidence: readonly Evidence[],
  settings: MasterySettings,
): ReadonlyMap<string | undefined, number> {
  const byObjective = new Map<string | undefined, Evidence[]>()
  for (const one of evidence) {
    const objective = byId.get(one.question)?.objective
    const told = byObjective.get(objective)
    if (told) told.push(one)
    else byObjective.set(objective, [one])
  }
  return new Map(
    [...byObjective].map(([objective, told]) => {
      const { estimate, mastered } = masteryOf(told, settings)
      return [objective, mastered ? 1 : Math.min(0.99, estimate ?? untried)]
    }),
  )
}

/** What this attempt has told so far. */
function evidenceOf({ attempt, questions, score }: SelectionState): readonly Evidence[] {
  const byId = byIdIn(questions)
  return attempt.slots.flatMap(slot => {
    const question = byId.get(slot.id)
    const scored = score(slot)
    const last = slot.tries.at(-1)
    if (!question || !scored || !last || scored.outcome === 'pending') return []
    const share = Math.min(1, Math.max(0, scored.score.scaled))
    return [{ question: slot.id, at: last.at, share, attempt: 'this', mixed: true, ...priorsOf(question) }]
  })
}

/** By bank, so that a large one is not gone through anew for each question. */
const banks = new WeakMap<readonly Question[], ReadonlyMap<string, Question>>()

function byIdIn(questions: readonly Question[]): ReadonlyMap<string, Question> {
  const known = banks.get(questions)
  if (known) return known
  const made = new Map(questions.map(question => [question.id, question]))
  banks.set(questions, made)
  return made
}
