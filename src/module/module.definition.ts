import { builtInInteractions } from '../interactions/index.js'
import type { Bank, Interaction } from '../question/index.js'
import {
  type DefinedQuiz,
  defineQuiz,
  presets,
  type QuizOptions,
  type QuizRules,
  type RulesInput,
} from '../quiz/index.js'
import { type Lesson, type Part, partsOf } from './lesson.blocks.js'
import { bankOf } from './module.bank.js'
import type { Activity } from './module.progress.js'
import type { Learnt, ReadRun } from './module.record.js'
import type { Module } from './parse/module.schema.js'

export interface ModuleOptions {
  /** The banks that the module names; others are left alone. */
  readonly banks: readonly Bank[]
  /** Kinds of question of your own, beside the built-in ones. */
  readonly interactions?: readonly Interaction[]
  /** Rules of the quizzes inside, in place of the module's own. */
  readonly rules?: { readonly [Name in Activity]?: RulesInput }
  /** Scores elsewhere; local and at once when left out. */
  readonly scorer?: QuizOptions['scorer']
  /** Milliseconds since 1970; the system's clock when left out. */
  readonly now?: () => number
}

/** A module, its questions and its quizzes, put together: what every function of the engine goes by. */
export interface ModuleDefinition {
  readonly module: Module
  readonly quizzes: { readonly [Name in Activity]: DefinedQuiz }
  readonly now: () => number
  /** Attempts as they were read, by what was saved. */
  readonly read: WeakMap<object, ReadRun>
  /** What attempts have told together, by the list of them. */
  readonly learnt: WeakMap<object, Learnt>
  /** Null for an id that no lesson has. */
  readonly lesson: (id: string | null) => Lesson | null
  readonly parts: (lesson: Lesson) => readonly Part[]
}

/** @throws TypeError naming every bank and question that is missing, and rules that contradict one another. */
export function createModuleDefinition(
  module: Module,
  { banks, interactions = [], rules = {}, scorer, now = Date.now }: ModuleOptions,
): ModuleDefinition {
  const bank = bankOf(module, banks)
  const own = rulesOf(module)
  const quizFor = (activity: Activity) =>
    defineQuiz(bank, {
      interactions: [...builtInInteractions, ...interactions],
      rules: rules[activity] ?? own[activity],
      now,
      ...(scorer && { scorer }),
    })
  const parts = new Map(module.lessons.map(lesson => [lesson, partsOf(lesson.body)]))
  return {
    module,
    quizzes: {
      preTest: quizFor('preTest'),
      check: quizFor('check'),
      practice: quizFor('practice'),
      postTest: quizFor('postTest'),
    },
    now,
    read: new WeakMap(),
    learnt: new WeakMap(),
    lesson: id => module.lessons.find(lesson => lesson.id === id) ?? null,
    parts: lesson => parts.get(lesson) ?? partsOf(lesson.body),
  }
}

/** Tests show everything at their end, and have the time that the module gives them. Checks and practice teach. */
function rulesOf({ preTest, postTest }: Module): { readonly [Name in Activity]: QuizRules } {
  const { timeLimit: _, timeUp: _up, ...exam } = presets.exam
  const limitOf = (timeLimit: number | undefined) => (timeLimit === undefined ? {} : { timeLimit })
  const pass = postTest?.pass
  const teaching = { ...presets.practice, summary: false, pause: false }
  return {
    preTest: { ...exam, name: 'pre-test', ...limitOf(preTest?.timeLimit) },
    postTest: {
      ...exam,
      name: 'post-test',
      ...limitOf(postTest?.timeLimit),
      ...(pass !== undefined && { pass }),
    },
    check: { ...teaching, name: 'check', navigation: 'forward', redo: false, blueprint: { order: 'fixed' } },
    practice: { ...teaching, name: 'practice' },
  }
}
