import { createQuiz } from 'quizwright'
import { connect, domProps, english, followFocus, sendTo, speakIn, watchTime } from 'quizwright/ui'
import { bank, rules, storeAttempt, storedAttempt } from '../shared/learning.js'
import { paintUi, root } from './page.js'

const quiz = createQuiz(bank, { rules, restore: storedAttempt() })

function paint(): void {
  const ui = connect(quiz.getView(), sendTo(quiz), domProps, {
    overview: quiz.getOverview(),
    onRetake: only => quiz.retake(only ? { only } : {}),
  })
  paintUi(ui)
}

quiz.subscribe(() => {
  storeAttempt(quiz.save())
  paint()
})
paint()
followFocus(root)
watchTime({ getView: quiz.getView, messages: english, onTick: paint, onSay: text => speakIn(root, text) })
