import type { ModuleView } from '../../module/index.js'
import { safeLine } from '../plain-text.js'
import { counted, hang, wrap } from './layout.js'
import { renderText, type TextStyle } from './markdown.js'
import { barOf, roomFor } from './report.text.js'

type Objective = ModuleView['objectives'][number]

/** Where a learner is in a module: lessons, tests, and each objective as a bar. */
export function progressText(view: ModuleView, style: TextStyle): string {
  const { paint } = style
  return [
    wrap(paint.strong(safeLine(view.module.title)), style.width).join('\n'),
    lessonsText(view, style),
    testsText(view, style),
    paint.strong('Objectives'),
    objectivesText(view, style),
  ]
    .filter(text => text !== '')
    .join('\n\n')
}

const signs: { readonly [Status in ModuleView['lessons'][number]['status']]: string } = {
  locked: '·',
  open: '○',
  started: '◐',
  read: '◐',
  done: '✔',
}

/** Each lesson with where it stands. */
export function lessonsText({ lessons, objectives }: ModuleView, style: TextStyle): string {
  const { paint } = style
  return lessons
    .map(({ title, status, minutes, lock }, index) => {
      const word = status === 'locked' ? closedBy(lock) : says[status]
      const facts = minutes === null ? word : `${word}, ${minutes} min`
      const sign = paint.colours ? `${status === 'done' ? paint.good(signs[status]) : signs[status]} ` : ''
      return hang(sign, `${index + 1}. ${safeLine(title)} ${paint.faint(`(${facts})`)}`, style.width)
    })
    .join('\n')

  function closedBy(lock: {
    readonly lessons: readonly string[]
    readonly objectives: readonly string[]
  }): string {
    const last = Math.max(0, ...lock.lessons.map(id => lessons.findIndex(lesson => lesson.id === id) + 1))
    if (last > 0) return `closed until lesson ${last} is done`
    const wanted = lock.objectives.map(id => objectives.findIndex(objective => objective.id === id) + 1)
    return `closed until objective ${wanted.join(', ')} is mastered`
  }
}

const says: { readonly [Status in Exclude<ModuleView['lessons'][number]['status'], 'locked'>]: string } = {
  open: 'open',
  started: 'started',
  read: 'read, not checked',
  done: 'done',
}

/** Both tests, and what was gained between them. */
export function testsText({ preTest, postTest, gain }: ModuleView, style: TextStyle): string {
  const test = (name: string, entry: ModuleView['postTest']) => {
    if (!entry || entry.share === null) return ''
    const pass =
      entry.pass === null
        ? ''
        : entry.share >= entry.pass - 1e-9
          ? ', passed'
          : `, ${percent(entry.pass)} to pass`
    const said = `${percent(entry.share)}${pass}`
    return `${name.padEnd(9)} ${barOf(entry.share, roomFor(11 + said.length, style), style)} ${said}`
  }
  const gained =
    gain === null
      ? ''
      : hang(
          'Gain      ',
          `${signed(gain.plain)}${gain.normalised === null ? '' : `, ${percent(gain.normalised)} of what could be gained`}`,
          style.width,
        )
  return [test('Pre-test', preTest), test('Post-test', postTest), gained]
    .filter(line => line !== '')
    .join('\n')
}

/** Each objective with its bar. */
export function objectivesText({ objectives }: Pick<ModuleView, 'objectives'>, style: TextStyle): string {
  return objectives
    .map(
      (objective, index) =>
        `${hang(`${index + 1}. `, renderText(objective.text, { ...style, width: Number.MAX_SAFE_INTEGER }), style.width)}\n   ${standing(objective, style)}`,
    )
    .join('\n')
}

function standing({ mastery }: Objective, style: TextStyle): string {
  const { paint } = style
  if (mastery.evidence === 0) return paint.faint('nothing asked yet')
  const level = mastery.level === null || mastery.mastered ? '' : `, ${mastery.level}`
  const word = mastery.mastered ? 'mastered' : `${percent(mastery.estimate ?? 0)}${level}`
  const said = `· ${counted(mastery.evidence, 'answer')}`
  // The bar is indented by three, with a blank after it and after the word.
  const columns = roomFor(5 + word.length + said.length, style)
  const tone = mastery.mastered ? paint.good : (text: string) => text
  return `${barOf(mastery.estimate ?? 0, columns, style)} ${tone(word)} ${paint.faint(said)}`
}

const percent = (share: number) => `${Math.round(share * 100)} %`
const signed = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(Math.round(share * 100))} points of 100`
