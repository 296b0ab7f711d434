import { interactionOf, type Orders, type Question, type Registry } from '../question/index.js'
import { createRandom, shuffle, shuffleUnpinned } from './random.js'

/** Which questions a pick may take: every condition that is stated must hold. */
export interface QuestionFilter {
  readonly ids?: readonly string[]
  /** At least one of these tags. */
  readonly tags?: readonly string[]
  readonly objectives?: readonly string[]
  readonly difficulties?: readonly string[]
  readonly levels?: readonly string[]
  readonly types?: readonly string[]
}

/** So many questions of this sort. */
export interface Pick extends QuestionFilter {
  /** All that fit when left out. */
  readonly count?: number
}

/** What an attempt is made of: picks with a count first, none taken twice. */
export interface Blueprint {
  /** Everything when left out. */
  readonly pick?: readonly Pick[]
  /** Ids of questions that are drawn whatever the seed; they count towards the first pick that they fit. */
  readonly require?: readonly string[]
  /** `fixed` keeps the bank's order; `shuffled` is the default. */
  readonly order?: 'fixed' | 'shuffled'
}

/** What names the chance of an attempt. */
export type Seed = string | number

/** True where a question fits every condition of the filter. */
export function fits(question: Question, filter: QuestionFilter): boolean {
  const among = (allowed: readonly string[] | undefined, value: string | undefined) =>
    allowed === undefined || (value !== undefined && allowed.includes(value))
  return (
    among(filter.ids, question.id) &&
    among(filter.objectives, question.objective) &&
    among(filter.difficulties, question.difficulty) &&
    among(filter.levels, question.level) &&
    among(filter.types, question.type) &&
    (filter.tags === undefined || filter.tags.some(tag => question.tags?.includes(tag)))
  )
}

/**
 * Draws questions by a blueprint: the same seed, questions and blueprint draw the same on every platform.
 *
 * @param avoid ids that come last where a pick has more than it needs: questions that were seen before.
 * @returns the drawn questions in order. Fewer than asked where there are not enough: see `checkBlueprint`.
 */
export function drawQuestions(
  questions: readonly Question[],
  blueprint: Blueprint,
  seed: Seed,
  avoid: ReadonlySet<string> = new Set(),
): readonly Question[] {
  const required = new Set(blueprint.require)
  const pool = shuffle(questions, createRandom(seed, 'draw'))
  const rank = (question: Question) => (required.has(question.id) ? 0 : avoid.has(question.id) ? 2 : 1)
  pool.sort((one, other) => rank(one) - rank(other))
  const drawn = seatQuestions(pool, blueprint.pick ?? [{}])
  for (const question of pool) if (required.has(question.id)) drawn.add(question)
  if (blueprint.order === 'fixed') return questions.filter(question => drawn.has(question))
  return shuffle([...drawn], createRandom(seed, 'order'))
}

/**
 * Gives each pick its questions, in the pool's order. Where a pick finds none left, others change theirs for it, along
 * augmenting paths (Kuhn 1955), so that picks that overlap come short only where no draw could fill them all.
 */
function seatQuestions(pool: readonly Question[], picks: readonly Pick[]): Set<Question> {
  const holders = new Map<Question, number>()
  const fitting = picks.map(pick => pool.filter(question => fits(question, pick)))
  const seat = (pick: number, tried: Set<number>): boolean => {
    tried.add(pick)
    const free = fitting[pick]?.find(question => !holders.has(question))
    if (free) {
      holders.set(free, pick)
      return true
    }
    const given = fitting[pick]?.find(question => {
      const holder = holders.get(question)
      return holder !== undefined && !tried.has(holder) && seat(holder, tried)
    })
    if (given) holders.set(given, pick)
    return given !== undefined
  }
  for (const [index, { count = 0 }] of picks.entries())
    for (let seats = 0; seats < count && seat(index, new Set()); seats++);
  const drawn = new Set(holders.keys())
  for (const [index, { count }] of picks.entries())
    if (count === undefined) for (const question of fitting[index] ?? []) drawn.add(question)
  return drawn
}

/** What of a blueprint these questions can't give, in words; empty where they can. */
export function checkBlueprint(questions: readonly Question[], blueprint: Blueprint): readonly string[] {
  const ids = new Set(questions.map(({ id }) => id))
  const unknown = (blueprint.require ?? [])
    .filter(id => !ids.has(id))
    .map(id => `There is no question '${id}' to require.`)
  const drawn = new Set(drawQuestions(questions, { ...blueprint, require: [] }, 0))
  const short = (blueprint.pick ?? []).flatMap(pick => {
    const found = questions.filter(question => fits(question, pick)).length
    if (found === 0) return [`No question fits ${JSON.stringify(pick)}.`]
    return found < (pick.count ?? 0)
      ? [`${pick.count} questions are asked for by ${JSON.stringify(pick)}, ${found} fit.`]
      : []
  })
  const wanted = (blueprint.pick ?? []).reduce((sum, { count = 0 }) => sum + count, 0)
  const overlap =
    short.length === 0 && drawn.size < wanted
      ? [`The picks overlap: together they ask for ${wanted} questions and find ${drawn.size}.`]
      : []
  return [...unknown, ...short, ...overlap]
}

/**
 * Draws the order of a question's lists.
 *
 * @param shuffleChoices whether lists are shuffled whose order is not itself what is asked.
 */
export function drawOrders(
  registry: Registry,
  question: Question,
  seed: Seed,
  shuffleChoices: boolean,
): Orders {
  const orders: { [list: string]: readonly string[] } = {}
  for (const { name, entries, always } of interactionOf(registry, question).lists(question)) {
    if (!always && !shuffleChoices) continue
    orders[name] = shuffleUnpinned(entries, createRandom(seed, question.id, name)).map(({ id }) => id)
  }
  return orders
}
