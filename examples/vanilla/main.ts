import { createQuiz } from 'quizwright'
import { connect, domProps, english, followFocus, renderParts, sendTo, watchTime } from 'quizwright/ui'
import { bank, rules, storeAttempt, storedAttempt, toHtml } from '../shared/learning.js'

const quiz = createQuiz(bank, { rules, restore: storedAttempt() })
const root = document.querySelector('#app') as HTMLElement

function renderText(text: string, format: 'inline' | 'block'): Node {
  return document.createRange().createContextualFragment(toHtml(text, format))
}

function paint(): void {
  const ui = connect(quiz.getView(), sendTo(quiz), domProps, {
    overview: quiz.getOverview(),
    onRetake: only => quiz.retake(only ? { only } : {}),
  })
  for (const [name, value] of Object.entries(ui.root)) root.setAttribute(name, String(value))
  renderParts(root, ui.sections, renderText)
}

quiz.subscribe(() => {
  storeAttempt(quiz.save())
  paint()
})
paint()
followFocus(root)
watchTime({
  getView: quiz.getView,
  messages: english,
  onTick: paint,
  onSay(text) {
    const live = root.querySelector('[data-part="live"]')
    if (live) live.textContent = text
  },
})
