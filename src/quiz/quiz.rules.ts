import type { Blueprint } from '../draw/index.js'
import type { MarkingRules } from '../marking/index.js'
import { contradictionsIn } from './quiz.contradictions.js'

/** What may be shown of a question once it was answered. */
export type Revealable = 'response' | 'outcome' | 'score' | 'feedback' | 'solution'

/**
 * When it may be shown: `during`, between the tries at it; `after-question`, when it takes no more tries;
 * `after-attempt`; `after-close`, once `closesAt` has passed.
 */
export type Moment = 'during' | 'after-question' | 'after-attempt' | 'after-close'

/** Part of an attempt with a heading, questions, order and limit of its own. */
export interface Section extends Blueprint {
  readonly id: string
  readonly title?: string
  /** Seconds from the moment its first question is shown. */
  readonly timeLimit?: number
}

/** More time for one learner: the limits times the factor, plus the seconds. */
export interface ExtraTime {
  readonly factor?: number
  readonly seconds?: number
}

/** How an attempt runs. Plain data; times are in seconds, moments in milliseconds since 1970. */
export interface QuizRules extends MarkingRules {
  /** A name to tell these rules by. */
  readonly name: string
  /** `each`: a question is handed in and scored by itself. `together`: all of them at the end, changeable until then. */
  readonly submit: 'each' | 'together'
  /** `free`: any question at any time. `forward`: one after the other, never back. */
  readonly navigation: 'free' | 'forward'
  /** How often a question may be handed in; at least 1. */
  readonly maxTries: number
  /** Whether hints may be taken. */
  readonly hints: boolean
  /** Whether the learner may see the solution instead of answering, which then earns nothing. */
  readonly showSolution: boolean
  /** Whether a question may be passed by without a response. */
  readonly skip: boolean
  readonly flag: boolean
  readonly pause: boolean
  /** Whether a question that is done may be started afresh. */
  readonly redo: boolean
  /** Whether a summary is shown before handing in. */
  readonly summary: boolean
  /** Whether a response with open parts can be handed in. */
  readonly incomplete: boolean
  /** What is shown when. */
  readonly reveal: { readonly [What in Revealable]: readonly Moment[] }

  /** What is drawn, where there are no sections. */
  readonly blueprint?: Blueprint
  readonly sections?: readonly Section[]
  readonly shuffleChoices: boolean
  /** Draws questions first that earlier attempts have not shown. */
  readonly unseenFirst?: boolean

  readonly timeLimit?: number
  /** For each question; a question's own stricter limit holds where it has one. */
  readonly questionTimeLimit?: number
  /** At the end of a question's time: hand in the response as it stands, or drop it. */
  readonly questionTimeUp?: 'submit' | 'discard'
  /** At the end of the attempt's time: hand in what is there; `grace` seconds to hand in, nothing to be changed; or abandon it. */
  readonly timeUp?: 'hand-in' | 'grace' | 'abandon'
  readonly grace?: number
  readonly extraTime?: ExtraTime
  /** Seconds that must pass before handing in. */
  readonly minTime?: number
  /** Questions that must be answered before handing in. */
  readonly minAnswered?: number
  /** An attempt can't start before. */
  readonly opensAt?: number
  /** An attempt can't start after, and ends then at the latest. */
  readonly closesAt?: number

  /** How many attempts a learner has, how long to wait between them, and how they count together. */
  readonly attempts?: {
    readonly max?: number
    readonly delay?: number
    readonly combine?: CombineMethod
    /** The next attempt starts with the last one's questions and responses. */
    readonly buildOnLast?: boolean
  }
  /** Share of the points from which the attempt is passed. */
  readonly pass?: number
  /** Overall feedback by share of the points: the band with the highest `from` that is reached. */
  readonly bands?: readonly { readonly from: number; readonly text: string }[]
}

export type CombineMethod = 'best' | 'last' | 'first' | 'average'

export type PresetName = 'practice' | 'exam' | 'checkpoint'

const always = ['during', 'after-question', 'after-attempt', 'after-close'] as const
const afterQuestion = ['after-question', 'after-attempt', 'after-close'] as const
const afterAttempt = ['after-attempt', 'after-close'] as const

/** Feedback at once, hints, three tries at a third less each, back and forth at will. */
const practice: QuizRules = {
  name: 'practice',
  submit: 'each',
  navigation: 'free',
  maxTries: 3,
  penalty: 1 / 3,
  hints: true,
  showSolution: true,
  skip: true,
  flag: true,
  pause: true,
  redo: true,
  summary: true,
  incomplete: false,
  shuffleChoices: true,
  reveal: {
    response: always,
    outcome: always,
    score: always,
    feedback: always,
    solution: afterQuestion,
  },
}

/** Feedback at the end, free navigation, an hour at most. */
const exam: QuizRules = {
  name: 'exam',
  submit: 'together',
  navigation: 'free',
  maxTries: 1,
  hints: false,
  showSolution: false,
  skip: true,
  flag: true,
  pause: false,
  redo: false,
  summary: true,
  incomplete: true,
  shuffleChoices: true,
  timeLimit: 3600,
  timeUp: 'hand-in',
  reveal: {
    response: always,
    outcome: afterAttempt,
    score: afterAttempt,
    feedback: afterAttempt,
    solution: afterAttempt,
  },
}

/** One try at each question, feedback at once, forward only. */
const checkpoint: QuizRules = {
  name: 'checkpoint',
  submit: 'each',
  navigation: 'forward',
  maxTries: 1,
  hints: false,
  showSolution: false,
  skip: false,
  flag: false,
  pause: true,
  redo: false,
  summary: false,
  incomplete: false,
  shuffleChoices: true,
  reveal: {
    response: always,
    outcome: afterQuestion,
    score: afterQuestion,
    feedback: afterQuestion,
    solution: afterQuestion,
  },
}

/** The three sets of rules that most quizzes start from. */
export const presets: { readonly [Name in PresetName]: QuizRules } = { practice, exam, checkpoint }

/** A preset's name, a preset with changes, or rules in full. */
export type RulesInput = PresetName | (Partial<QuizRules> & { readonly preset: PresetName }) | QuizRules

/**
 * Rules in full. `extraTime` stays as it is; limits are stretched when an attempt starts.
 *
 * @throws TypeError when the preset is unknown or rules contradict one another; the message names each.
 */
export function resolveRules(input: RulesInput = 'practice'): QuizRules {
  const rules = resolve(input)
  const contradictions = contradictionsIn(rules)
  if (contradictions.length > 0)
    throw new TypeError(`The rules '${rules.name}' contradict themselves:\n- ${contradictions.join('\n- ')}`)
  return rules
}

function resolve(input: RulesInput): QuizRules {
  if (typeof input === 'string') return presetOf(input)
  if (!('preset' in input)) return input
  const { preset, ...changes } = input
  return { ...presetOf(preset), ...changes }
}

function presetOf(name: string): QuizRules {
  if (Object.hasOwn(presets, name)) return presets[name as PresetName]
  throw new TypeError(`There is no preset '${name}'. There are: ${Object.keys(presets).join(', ')}.`)
}

/** True where a value from a store has what rules can't do without. */
export function isRulesLike(value: unknown): value is QuizRules {
  if (typeof value !== 'object' || value === null) return false
  const rules = value as { [name: string]: unknown }
  const reveal = rules.reveal as QuizRules['reveal'] | undefined
  return (
    Object.entries(presets.practice).every(
      ([name, like]) => name === 'penalty' || typeof rules[name] === typeof like,
    ) && Object.keys(presets.practice.reveal).every(what => Array.isArray(reveal?.[what as Revealable]))
  )
}
