import type { LessonEntry, OverviewView } from '../../module/index.js'
import { speak } from '../page.js'
import { keyed, type Part, part } from '../part.js'
import { headingPart } from '../shell.parts.js'
import { publicationText } from './lesson.text.js'
import { lockText } from './lock.text.js'
import { commandPart, type ModuleSetting, type ModuleUiCommand, say, written } from './module.desk.js'
import { introPart } from './module.shell.parts.js'
import { progressPart, testsPart } from './progress.parts.js'

/** What there is to do, how far the learner is, and what leads on. */
export function overviewPart(setting: ModuleSetting, view: OverviewView): Part {
  const { words } = setting
  const { title, description, minutes } = view.module
  const facts = [
    say(setting, words.lessons, { n: view.lessons.length }),
    minutes === null ? '' : say(setting, words.minutes, { n: minutes }),
  ]
  return part('module-overview', 'section', {}, [
    introPart(setting, headingPart('h2', 'overview', title), facts, [
      description === null ? null : written(setting, 'description', 'div', description, 'block'),
      part('from', 'p', {}, say(setting, words.from, { source: publicationText(view.module.source) })),
    ]),
    wayOnPart(setting, view),
    part('lessons', 'section', {}, [
      part('section-title', 'h3', {}, words.lessonList),
      part(
        'lesson-list',
        'ol',
        {},
        view.lessons.map((lesson, index) => keyed(lesson.id, lessonPart(setting, view, lesson, index + 1))),
      ),
    ]),
    testsPart(setting, view),
    progressPart(setting, view),
  ])
}

/** What may be done now; what leads on stands first. */
function wayOnPart(setting: ModuleSetting, view: OverviewView): Part | null {
  const { words } = setting
  const { can, lessons, missed, completed, postTest } = view
  const next = lessons.find(({ status }) => status !== 'done' && status !== 'locked')
  const steps: (readonly [ModuleUiCommand, string])[] = []
  if (can.startPreTest) steps.push([{ type: 'startPreTest' }, words.takePreTest])
  if (completed && can.finish) steps.push([{ type: 'finish' }, words.finish])
  if (next) {
    const text = next.status === 'open' ? words.beginLesson : words.goOnWithLesson
    const number = lessons.indexOf(next) + 1
    steps.push([{ type: 'openLesson', lesson: next.id }, say(setting, text, { number })])
  }
  if (can.startPostTest)
    steps.push([
      { type: 'startPostTest' },
      postTest?.status === 'done' ? words.retakePostTest : words.takePostTest,
    ])
  if (can.practise) steps.push([{ type: 'practise' }, say(setting, words.practiseMissed, { n: missed })])
  if (steps.length === 0) return null
  return part(
    'actions',
    'div',
    { role: 'group' },
    steps.map(([command, text], index) =>
      keyed(command.type, commandPart(setting, command, text, { isFirst: index === 0 })),
    ),
  )
}

const signs: { readonly [Status in LessonEntry['status']]: string } = {
  locked: '·',
  open: '○',
  started: '◐',
  read: '◐',
  done: '✔',
}

/** A lesson as a button; one that is closed says why, also when it is pressed. */
function lessonPart(setting: ModuleSetting, view: OverviewView, lesson: LessonEntry, number: number): Part {
  const { words, send, prefix, announce } = setting
  const { id, title, status, minutes, lock } = lesson
  const isLocked = status === 'locked'
  const reason = isLocked ? lockText(setting, view, lock) : ''
  const about = `${prefix}-lesson-${id}`
  const facts = [
    words.statuses[status],
    minutes === null ? '' : say(setting, words.minutes, { n: minutes }),
    reason,
  ].filter(fact => fact !== '')
  return part('lesson-entry', 'li', { 'data-status': status }, [
    part(
      'lesson-button',
      'button',
      {
        type: 'button',
        'aria-describedby': about,
        'aria-disabled': isLocked ? 'true' : undefined,
        onclick(event) {
          if (!isLocked) send({ type: 'openLesson', lesson: id })
          else if (announce) announce(reason)
          else speak(event, reason)
        },
      },
      [
        part('sign', 'span', { 'aria-hidden': 'true' }, signs[status]),
        part('lesson-number', 'span', {}, `${say(setting, '{number}', { number })}. `),
        written(setting, 'lesson-title', 'span', title),
      ],
    ),
    part('lesson-facts', 'p', { id: about }, facts.join(' · ')),
  ])
}
