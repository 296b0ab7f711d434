import type { LearningModule, OverviewView } from '../../module/index.js'
import { safeLine } from '../plain-text.js'
import type { Option } from './desk.js'
import { counted } from './layout.js'
import type { Learning } from './learn.js'
import { lessonsText, objectivesText, testsText } from './progress.text.js'

type Step =
  | 'preTest'
  | 'postTest'
  | 'missed'
  | 'lessons'
  | 'objectives'
  | 'finish'
  | 'quit'
  | { readonly lesson: string }

/** Says where the learner is, and lets them choose what comes next. */
export async function chooseNext(learning: Learning, view: OverviewView): Promise<boolean> {
  const { way, desk } = learning
  learning.shown = ''
  const style = { ...desk.style(), plain: false }
  const tests = testsText(view, style)
  const pieces = [style.paint.strong('Lessons'), lessonsText(view, style), tests === '' ? '' : `\n${tests}`]
  desk.say(pieces.filter(piece => piece !== '').join('\n'), 'heading')
  const step = await desk.choose<Step>('What next?', stepsFrom(view))
  if (step === null || step === 'quit') return true
  if (typeof step === 'object') way.openLesson(step.lesson)
  else if (step === 'objectives') desk.say(objectivesText(view, style), 'heading')
  else if (step === 'lessons') await chooseLesson(learning, view)
  else starts[step](way)
  return false
}

const starts: {
  readonly [Name in 'preTest' | 'postTest' | 'missed' | 'finish']: (way: LearningModule) => void
} = {
  preTest: way => void way.startPreTest(),
  postTest: way => void way.startPostTest(),
  missed: way => void way.practise(),
  finish: way => void way.finish(),
}

/** What can be done now; what leads on stands first. */
function stepsFrom({
  can,
  lessons,
  preTest,
  postTest,
  missed,
  completed,
}: OverviewView): readonly Option<Step>[] {
  const next = lessons.find(({ status }) => status !== 'done' && status !== 'locked')
  const options: Option<Step>[] = []
  if (can.startPreTest && preTest)
    options.push({
      value: 'preTest',
      label: 'Take the pre-test first',
      hint: counted(preTest.questions, 'question'),
    })
  if (completed && can.finish) options.push({ value: 'finish', label: 'Finish the module' })
  if (next) {
    const goesOn = next.status !== 'open'
    const label = `${goesOn ? 'Go on with' : 'Read'} lesson ${lessons.indexOf(next) + 1}`
    options.push({ value: { lesson: next.id }, label, hint: safeLine(next.title) })
  }
  if (can.startPostTest && postTest)
    options.push({
      value: 'postTest',
      label: postTest.status === 'done' ? 'Take the post-test again' : 'Take the post-test',
      hint: counted(postTest.questions, 'question'),
    })
  if (can.practise)
    options.push({ value: 'missed', label: 'Practise what was missed', hint: counted(missed, 'question') })
  if (lessons.filter(({ status }) => status !== 'locked').length > 1)
    options.push({ value: 'lessons', label: 'Choose a lesson' })
  options.push(
    { value: 'objectives', label: 'See how far you are' },
    { value: 'quit', label: 'Save and leave' },
  )
  return options
}

async function chooseLesson({ way, desk }: Learning, { lessons }: OverviewView): Promise<void> {
  const open = lessons.filter(({ status }) => status !== 'locked')
  const chosen = await desk.choose(
    'Which lesson?',
    open.map(({ id, title, status }) => ({ value: id, label: safeLine(title), hint: status })),
  )
  if (chosen !== null) way.openLesson(chosen)
}
