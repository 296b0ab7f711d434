import { createRandom, shuffle } from '../draw/index.js'
import type { Question } from '../question/index.js'
import type { ModuleDefinition } from './module.definition.js'
import type { ModuleEvent, Progress } from './module.progress.js'
import { type Learnt, learntFrom } from './module.record.js'
import { missedOf } from './module.remedies.js'
import { countsOf, reservedOf } from './module.tests.js'

type Draws = {
  readonly [Type in ModuleEvent['type']]?: (
    definition: ModuleDefinition,
    progress: Progress,
    event: Extract<ModuleEvent, { readonly type: Type }>,
  ) => readonly string[]
}

/** What each event that starts a quiz asks. */
const draws: Draws = {
  startPreTest: (definition, { seed }) =>
    definition.module.objectives.flatMap(({ id }) => dealFor(definition, seed, id).pre),
  startPostTest: drawPostTest,
  startCheck: ({ module }, _, { check }) =>
    module.lessons.flatMap(({ checks = [] }) => checks).find(({ id }) => id === check)?.questions ?? [],
  practise: drawPractice,
}

/** The questions that an event draws; none where it starts no quiz. */
export function drawFor(
  definition: ModuleDefinition,
  progress: Progress,
  event: ModuleEvent,
): readonly string[] {
  const draw = draws[event.type] as ((...args: Parameters<typeof drawFor>) => readonly string[]) | undefined
  return draw?.(definition, progress, event) ?? []
}

/** The free questions on an objective: some for the pre-test, others for the post-test, and what is left. */
interface Deal {
  readonly pre: readonly string[]
  readonly post: readonly string[]
  readonly left: readonly string[]
}

const difficulties = ['easy', 'medium', 'hard'] as const

/**
 * Deals an objective's free questions to the two tests, never the same to both. From the easiest to the hardest they go
 * to one and the other in turn, so that the tests are about equally hard; which is first is chance, and changes from
 * objective to objective.
 */
function dealFor(definition: ModuleDefinition, seed: Progress['seed'], objective: string): Deal {
  const { module, quizzes } = definition
  const at = module.objectives.findIndex(({ id }) => id === objective)
  const reserved = reservedOf(module)
  const question = (id: string): Question => quizzes.postTest.definition.question(id)
  const ease = (id: string) => difficulties.indexOf(question(id).difficulty ?? 'medium')
  const free = (module.objectives[at]?.questions ?? []).filter(id => !reserved.has(id))
  const ordered = shuffle(free, createRandom(seed, 'deal', objective)).sort((a, b) => ease(a) - ease(b))
  if (createRandom(seed, 'first')() < 0.5 === (at % 2 === 0)) ordered.reverse()
  const [pre, post] = [countsOf(module.preTest, objective), countsOf(module.postTest, objective)]
  const chosen = spread(ordered, pre + post)
  const toPre = new Set(spread(chosen, pre))
  return {
    pre: chosen.filter(id => toPre.has(id)),
    post: chosen.filter(id => !toPre.has(id)),
    left: ordered.filter(id => !chosen.includes(id)),
  }
}

/** So many entries, evenly spaced from the first to the last; all where there are no more. */
function spread<Entry>(entries: readonly Entry[], count: number): readonly Entry[] {
  if (count >= entries.length) return entries
  return Array.from(
    { length: count },
    (_, index) => entries[Math.floor((index * entries.length) / count)] as Entry,
  )
}

/** At first what was dealt for it; when it is taken again, what was asked least, and never what the pre-test asked. */
function drawPostTest(definition: ModuleDefinition, progress: Progress): readonly string[] {
  const { module } = definition
  const taken = progress.runs.filter(({ activity }) => activity === 'postTest').length
  const asked = askedIn(progress)
  const inPreTest = new Set(
    progress.runs
      .filter(({ activity }) => activity === 'preTest')
      .flatMap(({ attempt }) => attempt.only ?? []),
  )
  return module.objectives.flatMap(({ id }) => {
    const { post, left } = dealFor(definition, progress.seed, id)
    const fresh = post.filter(question => !inPreTest.has(question))
    if (taken === 0) return fresh
    const pool = [...fresh, ...left].filter(question => !inPreTest.has(question))
    const mixed = shuffle(pool, createRandom(progress.seed, 'post', taken, id))
    mixed.sort((a, b) => (asked.get(a) ?? 0) - (asked.get(b) ?? 0))
    return mixed.slice(0, countsOf(module.postTest, id))
  })
}

/** How often each question was drawn. */
function askedIn({ runs }: Progress): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const id of runs.flatMap(({ attempt }) => attempt.only ?? [])) times.set(id, (times.get(id) ?? 0) + 1)
  return times
}

/** What one round of practice on an objective asks at most. */
const LONGEST = 8

/**
 * What was missed; or on one objective what was missed, what remediation names, what was not asked yet, and then the
 * rest; or what remediation names for a misreading. What waits for the post-test is left to it.
 */
function drawPractice(
  definition: ModuleDefinition,
  progress: Progress,
  { objective, misconception }: Extract<ModuleEvent, { readonly type: 'practise' }>,
): readonly string[] {
  const learnt = learntFrom(definition, progress)
  const missed = missedOf(learnt)
  if (misconception !== undefined)
    return remedial(definition, remedy => 'misconception' in remedy && remedy.misconception === misconception)
  if (objective === undefined) return missed
  return practiceOn(definition, progress, objective, learnt, missed)
}

function practiceOn(
  definition: ModuleDefinition,
  progress: Progress,
  objective: string,
  { last }: Learnt,
  missed: readonly string[],
): readonly string[] {
  const { module } = definition
  const own = module.objectives.find(({ id }) => id === objective)?.questions ?? []
  const { post } = dealFor(definition, progress.seed, objective)
  const kept = new Set(progress.runs.some(({ activity }) => activity === 'postTest') ? [] : post)
  const named = remedial(definition, remedy => 'objective' in remedy && remedy.objective === objective)
  const order = [
    ...missed.filter(id => own.includes(id)),
    ...named,
    ...own.filter(id => !last.has(id)),
    ...own,
  ]
  return [...new Set(order)].filter(id => !kept.has(id)).slice(0, LONGEST)
}

function remedial(
  { module }: ModuleDefinition,
  fits: (remedy: NonNullable<typeof module.remediation>[number]) => boolean,
): readonly string[] {
  return [...new Set((module.remediation ?? []).filter(fits).flatMap(({ questions = [] }) => questions))]
}
