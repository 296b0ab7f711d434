import type { XmlElement } from '@rgrove/parse-xml'
import type { Note } from '../collect.js'
import { childOf, childrenOf } from '../xml.js'
import { within } from './qti12.item.js'

/** What a quiz says beside its items, and where. */
type Beside = Note & { readonly element: XmlElement }

/** What a quiz says of how its items are drawn, and what it says to learners beside them: a bank has neither. */
export function besideItems(element: XmlElement): readonly Beside[] {
  return childrenOf(element).flatMap(child => {
    if (child.name === 'item') return []
    if (child.name === 'duration' && child.text.trim() !== '') return [timeLost(child, child.text.trim())]
    if (child.name === 'qtimetadatafield') {
      const label = childOf(child, 'fieldlabel')?.text.trim()
      const entry = childOf(child, 'fieldentry')?.text.trim() ?? ''
      if (label === 'qmd_timelimit' && Number(entry) > 0) return [timeLost(child, `${entry} minutes`)]
      return label === 'cc_maxattempts' && entry !== '' && entry !== '1' ? [attemptsLost(child, entry)] : []
    }
    if (child.name === 'section') return [...drawnIn(child), ...besideItems(child)]
    return texts.has(child.name) && child.text.trim() !== '' ? [textLost(child)] : besideItems(child)
  })
}

const texts = new Set([
  'presentation_material',
  'rubric',
  'objectives',
  'reference',
  'qticomment',
  'sectionfeedback',
  'assessfeedback',
])

const textLost = (element: XmlElement): Beside => ({
  element,
  code: 'text-lost',
  message: 'What it says beside its items is left out: put it into the questions that need it.',
})

const ruleLost = (element: XmlElement, rule: string): Beside => ({
  element,
  code: 'rules-of-test',
  message: `${rule}: say so in the rules of the quiz.`,
})

const timeLost = (element: XmlElement, time: string) => ruleLost(element, `It has a time limit of ${time}`)

const attemptsLost = (element: XmlElement, attempts: string) =>
  ruleLost(element, `It may be taken more than once (${attempts})`)

/** What an item says beside its question, which no question has a place for. */
export function besideQuestion(item: XmlElement): readonly Note[] {
  return childrenOf(item)
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ name, text }): readonly Note[] => {
      if (name === 'duration') {
        const message = `Its time of ${text.trim()} is left out: say it in seconds, as its 'timeLimit'.`
        return [{ code: 'time-limit-lost', message }]
      }
      const message = `What it says in <${name}> is left out.`
      return remarks.has(name) ? [{ code: 'beside-lost', message }] : []
    })
}

const remarks = new Set(['qticomment', 'objectives', 'rubric', 'itemrubric', 'reference'])

/** How the items of a section are drawn, where it doesn't ask all of them. */
function drawnIn(section: XmlElement): readonly Beside[] {
  const drawing = childOf(section, 'selection_ordering')
  const said = (name: string) =>
    (drawing ? within(drawing, found => found === name) : []).map(({ text }) => text.trim())[0]
  const [count, bank, points] = ['selection_number', 'sourcebank_ref', 'points_per_item'].map(said)
  if (count === undefined && bank === undefined) return []
  const from = bank === undefined ? 'of its items' : `of the bank '${bank}'`
  const each = points === undefined ? '' : `, each worth ${Number(points)}`
  const message = `The group '${section.attributes.title ?? ''}' draws ${count ?? 'all'} ${from}${each}: say so in the rules of the quiz.`
  return [{ element: section, code: 'rules-of-test', message }]
}
