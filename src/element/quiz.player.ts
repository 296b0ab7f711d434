import {
  type Bank,
  type PresetName,
  type Quiz,
  type RulesInput,
  resolveRules,
  type SavedAttempt,
} from '../index.js'
import { readingFor } from '../results/index.js'
import { connect, followFocus, sendTo, speakIn, watchTime } from '../ui/quiz/index.js'
import { begin } from './attempt.begin.js'
import { createSaver } from './attempts.store.js'
import { textFor } from './author-text.js'
import { createTeller } from './events.js'
import { resolverFrom, type Stage, seedOf, shadowProps, storeOf } from './stage.js'

/**
 * Plays a bank in the element, until the stage stops it.
 *
 * @param onRun called with the quiz once it runs.
 */
export async function playQuiz(
  stage: Stage,
  bank: Bank,
  base: string,
  onRun: (quiz: Quiz) => void,
): Promise<void> {
  const { element, messages, root } = stage
  const resolve = resolverFrom(base)
  const renderText = await textFor(bank, resolve)
  if (!stage.isCurrent()) return
  const rules = rulesOf(element.getAttribute('rules'))
  const store = storeOf<SavedAttempt>(element, `quizwright/${bank.id}/${resolveRules(rules).name}`)
  const begun = begin(bank, { rules, ...seedOf(element) }, store, messages)
  const { quiz } = begun
  let { news } = begun
  onRun(quiz)
  const told = createTeller(stage.tell)
  const retake = (only?: 'missed') => void quiz.retake(only ? { only } : {})
  const paint = (now = Date.now()) => {
    const ui = connect(quiz.getView(), sendTo(quiz), shadowProps, {
      messages,
      now,
      overview: quiz.getOverview(),
      reading: id => readingFor(bank, id),
      onRetake: retake,
      resolve,
    })
    stage.paint([...news, ...ui.sections], ui.root, renderText)
  }
  const saver = createSaver(() => store.save(quiz.save()))
  const stopListening = quiz.subscribe(() => {
    news = []
    paint()
    saver.soon()
    told(quiz.getView())
  })
  paint()
  told(quiz.getView())
  stage.onStop(
    stopListening,
    saver.stop,
    followFocus(root),
    watchTime({ getView: quiz.getView, messages, onTick: paint, onSay: text => speakIn(root, text) }),
    quiz.stop,
  )
}

function rulesOf(given: string | null): RulesInput {
  const text = given?.trim() || 'practice'
  return text.startsWith('{') ? (JSON.parse(text) as RulesInput) : (text as PresetName)
}
