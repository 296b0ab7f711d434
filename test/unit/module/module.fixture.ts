import { readFileSync } from 'node:fs'
import { parseBank } from '../../../src/bank/index.js'
import {
  createModule,
  type LearningModule,
  type Module,
  type ModuleOptions,
} from '../../../src/module/index.js'
import { parseModule } from '../../../src/module/parse/index.js'
import type { Bank, Question } from '../../../src/question/index.js'
import type { Quiz } from '../../../src/quiz/index.js'

const read = (file: string) =>
  readFileSync(new URL(`../../../docs/examples/${file}`, import.meta.url), 'utf8')

/** The bank and the module that the documentation shows. */
export const rivers = parseBank(read('rivers.yaml')).bank as Bank
export const banks: readonly Bank[] = [rivers]
export const module = parseModule(read('rivers-module.yaml'), { banks }).module as Module

/** A clock that the test sets. */
export function createClock(at = 1_700_000_000_000) {
  const clock = { at, now: () => clock.at }
  return clock
}

export function startModule(changes: Partial<Module> = {}, options: Partial<ModuleOptions> = {}, seed = 7) {
  return createModule({ ...module, ...changes }, { banks, now: createClock().now, seed, ...options })
}

const keys: { readonly [id: string]: unknown } = Object.fromEntries(
  rivers.questions.map(question => [`rivers/${question.id}`, responseTo(question)]),
)

function responseTo(question: Question & { readonly key?: unknown }): unknown {
  const { key, type } = question
  if (type === 'numeric') return '1600'
  return type === 'short-answer' ? 'Black Sea' : key
}

/** The right response to a question of the rivers. */
export function responseFor(id: string): unknown {
  return keys[id]
}

/** Plays the quiz that runs to its end, right but for the questions that are to be missed. */
export function playQuiz(
  quiz: Quiz | null,
  missed: (id: string) => boolean = () => false,
): readonly string[] {
  if (!quiz) throw new TypeError('There is no quiz to play.')
  const asked: string[] = []
  quiz.start()
  for (;;) {
    const view = quiz.getView()
    if (view.phase === 'finished') return asked
    if (view.phase === 'answering') {
      const { id, type } = view.question
      if (!asked.includes(id)) asked.push(id)
      if (missed(id) && !quiz.showSolution()) quiz.respond(type === 'true-false' ? false : null)
      else if (!missed(id)) quiz.respond(keys[id])
      if (quiz.getView().phase === 'answering' && !quiz.submit() && !quiz.next() && !quiz.skip())
        quiz.finish()
    } else if (!quiz.next() && !quiz.finish() && !quiz.handIn())
      throw new TypeError(`Stuck in ${view.phase}.`)
  }
}

/** What can be done at any moment, of the module and of the quiz inside. */
export const moves: { readonly [name: string]: (way: LearningModule) => unknown } = {
  preTest: way => way.startPreTest(),
  postTest: way => way.startPostTest(),
  lengths: way => way.openLesson('lengths'),
  courses: way => way.openLesson('courses'),
  longer: way => way.startCheck('longer'),
  ends: way => way.startCheck('ends'),
  missed: way => way.practise(),
  onLengths: way => way.practise({ objective: 'tell-lengths' }),
  next: way => way.next(),
  previous: way => way.previous(),
  leave: way => way.leave(),
  finish: way => way.finish(),
  start: way => way.getQuiz()?.start(),
  right: way => {
    const view = way.getQuiz()?.getView()
    if (view && 'question' in view) way.getQuiz()?.respond(responseFor(view.question.id))
  },
  wrong: way => way.getQuiz()?.respond(null),
  submit: way => way.getQuiz()?.submit(),
  solution: way => way.getQuiz()?.showSolution(),
  onward: way => way.getQuiz()?.next() || way.getQuiz()?.finish() || way.getQuiz()?.handIn(),
  abandon: way => way.getQuiz()?.abandon(),
  whole: way => {
    const quiz = way.getQuiz()
    if (quiz && (quiz.getView().phase !== 'ready' || quiz.start())) playQuiz(quiz)
  },
}
