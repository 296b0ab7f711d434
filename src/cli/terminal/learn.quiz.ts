import type { OutcomeView, RunningView } from '../../module/index.js'
import { safeLine } from '../plain-text.js'
import type { Option } from './desk.js'
import { counted } from './layout.js'
import type { Learning } from './learn.js'
import { playAttempt } from './play.js'
import { showReport } from './report.js'
import { scoreText } from './report.text.js'

const names: { readonly [Name in RunningView['activity']]: string } = {
  preTest: 'Pre-test',
  check: 'Check yourself',
  practice: 'Practice',
  postTest: 'Post-test',
}

/** Plays the quiz that runs, as any other quiz is played. */
export async function playQuiz({ defined, way, desk }: Learning, view: RunningView): Promise<boolean> {
  const quiz = way.getQuiz()
  if (!quiz) return true
  const { definition } = defined.definition.quizzes[view.activity]
  const { number, total } = view.quiz.progress
  const size = 'about' in view.quiz ? (view.quiz.about.questions ?? 0) : total
  const where = number > 0 ? `, at question ${number}` : ''
  desk.say(
    `${desk.style().paint.strong(names[view.activity])} · ${counted(size, 'question')}${where}`,
    'faint',
  )
  quiz.resume()
  const ending = await playAttempt({
    quiz,
    rules: definition.rules,
    desk,
    now: definition.now,
    seen: new Map(),
    shown: '',
    isOver: () => way.getQuiz() === null && quiz.getView().phase !== 'finished',
  })
  if (ending === 'dropped') way.leave()
  return ending === 'left'
}

type Step = 'next' | 'missed' | 'quit' | { readonly lesson: string }

/** Says what came of it, and what is worth seeing again. */
export async function showOutcome(learning: Learning, view: OutcomeView): Promise<boolean> {
  const { defined, way, desk } = learning
  const { activity, quiz, remedies } = view
  const style = { ...desk.style(), plain: false }
  const isTest = activity === 'preTest' || activity === 'postTest'
  if (quiz?.phase === 'finished') {
    if (isTest) showReport(desk, defined.definition.quizzes[activity].definition.bank, quiz)
    else desk.say(`${style.paint.strong(names[activity])}\n${scoreText(quiz, style)}`, 'heading')
  }
  if (remedies.length === 0) return !way.next()
  const lessons = new Map(remedies.map(({ lesson, title }) => [lesson, title]))
  const options: Option<Step>[] = [{ value: 'next', label: 'Go on' }]
  if (view.can.practise && activity !== 'preTest')
    options.push({
      value: 'missed',
      label: 'Practise what was missed',
      hint: counted(view.missed, 'question'),
    })
  for (const [lesson, title] of lessons)
    if (view.lessons.some(({ id, status }) => id === lesson && status !== 'locked'))
      options.push({ value: { lesson }, label: `Read again: ${safeLine(title)}` })
  options.push({ value: 'quit', label: 'Save and leave' })
  const step = await desk.choose<Step>('What next?', options)
  if (step === null || step === 'quit') return true
  if (step === 'missed') way.practise()
  else if (step === 'next') way.next()
  else {
    learning.shown = ''
    way.openLesson(step.lesson)
  }
  return false
}
