import type { Json, Marking, Question } from './question.js'
import type { Marks } from './score.js'

/**
 * What a kind makes of anything that a learner or a host hands in.
 * `complete` is false while parts are still open; `code` names what is wrong for the table of messages.
 */
export type Reading<Response extends Json = Json> =
  | {
      readonly status: 'answered'
      readonly response: Response
      readonly complete: boolean
    }
  | { readonly status: 'unanswered'; readonly response: Response | null }
  | { readonly status: 'invalid'; readonly code: string }

/** A list of a question whose order is drawn for each attempt. */
export interface ShuffledList {
  /** Name of the list in the question: `choices`, `items`, … */
  readonly name: string
  readonly entries: readonly {
    readonly id: string
    readonly pinned?: boolean | undefined
  }[]
  /** Shuffled whatever the rules say, as the order itself is what is asked. */
  readonly always?: boolean
}

/** The drawn order of each list: name of the list → ids. */
export type Orders = { readonly [list: string]: readonly string[] }

/** The part of a question's presentation that only its kind knows. Holds nothing that the key decides. */
export interface Presentation {
  readonly type: string
}

/**
 * One kind of question, whole but for its schema.
 * Every function is pure, total and leaves the question as it is.
 */
export interface Interaction<
  Q extends Question = Question,
  Response extends Json = Json,
  M extends Marking = Marking,
  P extends Presentation = Presentation,
> {
  /** The kind's name, in kebab case. */
  readonly type: Q['type']
  /** The marking used where neither question, rules nor bank name one. */
  readonly marking: M
  /** Makes sense of any value at all. */
  read(question: Q, response: unknown): Reading<Response>
  /** Scores a response that `read` let pass; null where there is none. */
  score(question: Q, response: Response | null, marking: M): Marks
  /** A response that earns the most, or null where only a person can tell. */
  solve(question: Q): Response | null
  /** The lists whose order is drawn. */
  lists(question: Q): readonly ShuffledList[]
  /** What a UI may show before anything is revealed. */
  present(question: Q, orders: Orders): P
  /** The response in words, for a report, a screen reader or a log. */
  describe(question: Q, response: Response): string
  /** Feedback written for what was picked or typed: id of the part → text. */
  feedback?(question: Q, response: Response, marks: Pick<Marks, 'parts'>): { readonly [part: string]: string }
  /**
   * The fraction over several tries where late corrections cost only what they correct
   * (Moodle's 'interactive with countback'). By part where a kind has nothing of its own.
   */
  countBack?(
    question: Q,
    tries: readonly {
      readonly response: Response | null
      readonly marks: Marks
    }[],
    penalty: number,
    marking: M,
  ): number
  /** True where a person or a rubric scores, later. */
  readonly scoredLater?: boolean
}

/** Types a kind of question; a kind of your own is made like the built-in ones. */
export function defineInteraction<
  Q extends Question,
  Response extends Json,
  M extends Marking,
  P extends Presentation,
>(interaction: Interaction<Q, Response, M, P>): Interaction<Q, Response, M, P> {
  return interaction
}

/** The kinds that an engine or a scorer knows, by name. */
export type Registry = ReadonlyMap<string, Interaction>

/**
 * @throws TypeError when two interactions have the same type.
 */
export function createRegistry(interactions: readonly Interaction[]): Registry {
  const registry = new Map<string, Interaction>()
  for (const interaction of interactions) {
    if (registry.has(interaction.type))
      throw new TypeError(`Two interactions of the type '${interaction.type}'.`)
    registry.set(interaction.type, interaction)
  }
  return registry
}

/**
 * @throws TypeError when the question's type is not among the registered ones.
 */
export function interactionOf(registry: Registry, question: Question): Interaction {
  const interaction = registry.get(question.type)
  if (interaction) return interaction
  throw new TypeError(
    `Question '${question.id}' has the type '${question.type}', which is not registered. Registered: ${[...registry.keys()].join(', ')}.`,
  )
}
