import type { Quiz } from '../../index.js'
import type { LearningModule } from '../../module/index.js'
import { createTeller, type Tell } from '../events.js'

/** Tells what happens in a module and in the quizzes in it. What is there at the first look is no news. */
export function createModuleTeller(tell: Tell, way: LearningModule): () => void {
  let before = way.getResult()
  let running: { readonly quiz: Quiz; readonly told: ReturnType<typeof createTeller> } | null = null
  const tellOfQuiz = () => {
    const view = way.getView()
    const quiz = way.getQuiz()
    if (quiz && running?.quiz !== quiz) running = { quiz, told: createTeller(tell) }
    if (view.phase === 'quiz' || view.phase === 'outcome') {
      if (view.quiz) running?.told(view.quiz)
    } else running = null
  }
  tellOfQuiz()
  return () => {
    tellOfQuiz()
    const result = way.getResult()
    const was = before
    before = result
    if (was.startedAt === null && result.startedAt !== null) tell('module-started', { module: result.module })
    if (partsOf(was) !== partsOf(result)) tell('module-progressed', { result })
    if (was.finishedAt === null && result.finishedAt !== null) tell('module-finished', { result })
  }
}

type Result = ReturnType<LearningModule['getResult']>

/** What counts as progress, to compare. */
const partsOf = ({ lessonsDone, objectives, preTest, postTest, completed }: Result) =>
  JSON.stringify([lessonsDone, objectives, preTest, postTest, completed])
