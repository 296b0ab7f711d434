import { createRandom, drawOrders, shuffle } from '../draw/index.js'
import { type Evidence, type MasterySettings, masteryOf, priorsOf } from '../mastery/index.js'
import type { Question } from '../question/index.js'
import type { Drawn, SelectionState, Selector } from '../quiz/index.js'

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
  return state => {
    const { attempt, registry, rules } = state
    if (attempt.slots.length >= (options.length ?? 10)) return []
    const question = nextQuestion(state, options)
    if (!question) return []
    const orders = drawOrders(registry, question, attempt.seed, rules.shuffleChoices)
    return [{ id: question.id, section: null, orders } satisfies Drawn]
  }
}

function nextQuestion(state: SelectionState, options: WeakSpotOptions): Question | null {
  const { questions, attempt } = state
  const evidence = [...(options.evidence ?? []), ...evidenceOf(state)]
  const lastAsked = attempt.slots.at(-1)?.id ?? evidence.at(-1)?.question
  const taken = new Set(attempt.slots.map(({ id }) => id))
  const open = questions.filter(({ id }) => !taken.has(id) && id !== lastAsked)
  const lastObjective = questions.find(({ id }) => id === lastAsked)?.objective
  const other = open.filter(({ objective }) => objective !== lastObjective)
  const free = other.length > 0 ? other : open
  const weakness = weaknessBy(questions, evidence, options.mastery ?? { method: 'share-correct' })
  const askedAt = new Map(evidence.map(({ question }, index) => [question, index]))
  const rank = (question: Question) =>
    [weakness.get(question.objective) ?? 0, askedAt.get(question.id) ?? -1] as const
  // By chance among equals, and not in the order of the bank.
  const mixed = shuffle(free, createRandom(attempt.seed, 'weak-spots', attempt.slots.length))
  return mixed.reduce<Question | null>((best, question) => {
    if (best === null) return question
    const [weak, at] = rank(question)
    const [bestWeak, bestAt] = rank(best)
    return weak < bestWeak || (weak === bestWeak && at < bestAt) ? question : best
  }, null)
}

/** What is known of each objective, from 0 to 1; what nobody has tried is between known and not known. */
function weaknessBy(
  questions: readonly Question[],
  evidence: readonly Evidence[],
  settings: MasterySettings,
): ReadonlyMap<string | undefined, number> {
  const objectives = new Map(questions.map(({ id, objective }) => [id, objective]))
  const byObjective = new Map<string | undefined, Evidence[]>()
  for (const one of evidence) {
    const objective = objectives.get(one.question)
    const told = byObjective.get(objective)
    if (told) told.push(one)
    else byObjective.set(objective, [one])
  }
  return new Map(
    [...new Set(objectives.values())].map(objective => {
      const { estimate, mastered } = masteryOf(byObjective.get(objective) ?? [], settings)
      return [objective, mastered ? 1 : Math.min(0.99, estimate ?? 0.5)]
    }),
  )
}

/** What this attempt has told so far. */
function evidenceOf({ attempt, questions, score }: SelectionState): readonly Evidence[] {
  return attempt.slots.flatMap(slot => {
    const question = questions.find(({ id }) => id === slot.id)
    const scored = score(slot)
    const last = slot.tries.at(-1)
    if (!question || !scored || !last || scored.outcome === 'pending') return []
    const share = Math.min(1, Math.max(0, scored.score.scaled))
    return [{ question: slot.id, at: last.at, share, attempt: 'this', mixed: true, ...priorsOf(question) }]
  })
}
