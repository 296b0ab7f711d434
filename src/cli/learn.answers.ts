import type { DefinedModule, LearningModule, ModulePhase, ModuleView } from '../module/index.js'
import { UsageError } from './command.js'
import { type Answers, playThrough, readAnswers } from './play.answers.js'
import { colourless as paint } from './terminal/paint.js'
import { progressText } from './terminal/progress.text.js'

interface AnswerOptions {
  readonly file: string
  readonly json: boolean
  /** Gives why it failed, or null. */
  readonly save: () => string | null
}

/**
 * Walks the module with the responses of a file, as far as it leads: the pre-test, each lesson with its checks, the
 * post-test. Prints where that has led, and keeps it.
 */
export async function learnByAnswers(
  { definition }: DefinedModule,
  way: LearningModule,
  { file, json, save }: AnswerOptions,
): Promise<number> {
  const answers = await readAnswers(definition.quizzes.check.definition.bank, file)
  walk(way, answers)
  way.stop()
  const problem = save()
  if (problem !== null) throw new UsageError([`The progress could not be saved: ${problem}`])
  const result = way.getResult()
  const text = () => `${progressText(way.getView(), { paint, width: 80, plain: false })}\n`
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : text())
  return 0
}

/** Does what comes next, each thing once, until nothing does. */
function walk(way: LearningModule, answers: Answers): void {
  const done = new Set<string>()
  const once = (what: string, act: () => boolean): boolean => {
    if (done.has(what)) return false
    done.add(what)
    return act()
  }
  const moves: {
    readonly [Phase in ModulePhase]: (view: Extract<ModuleView, { readonly phase: Phase }>) => boolean
  } = {
    overview: ({ lessons, preTest, postTest }) =>
      (preTest?.status === 'open' && once('pre-test', way.startPreTest)) ||
      lessons
        .filter(({ status }) => status !== 'done')
        .some(({ id }) => once(id, () => way.openLesson(id))) ||
      (postTest?.status === 'open' && once('post-test', way.startPostTest)),
    lesson({ lesson }) {
      const { check } = lesson.parts[lesson.part] ?? {}
      const asks = check != null && !check.done && once(`check ${check.id}`, () => way.startCheck(check.id))
      return asks || way.next()
    },
    quiz() {
      const quiz = way.getQuiz()
      if (quiz) playThrough(quiz, answers)
      return way.getView().phase !== 'quiz' || way.leave()
    },
    outcome: () => way.next(),
    quizFailed: () => way.leave(),
    finished: () => false,
  }
  const move = (view: ModuleView) => (moves[view.phase] as (view: ModuleView) => boolean)(view)
  while (move(way.getView()));
}
