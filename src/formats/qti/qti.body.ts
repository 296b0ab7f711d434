import type { XmlElement } from '@rgrove/parse-xml'
import { type Asked, hasClass, withGaps } from './qti.asked.js'
import { attributeOf, below, firstOf, htmlIn, nameOf } from './qti.elements.js'
import type { Processing } from './qti.process.js'
import { isInline } from './qti.rows.js'
import { askedIn, isForLearners, type Texts } from './qti.texts.js'

/** An item on its way. */
export interface Item {
  readonly element: XmlElement
  readonly body: XmlElement
  readonly interactions: readonly XmlElement[]
  readonly processing: Processing
  readonly texts: Texts
  readonly tries: number
  readonly language: string | undefined
}

/** What the body says around its interactions. */
export function bodyText({ body, texts, interactions }: Item, asked: readonly Asked[]): string {
  const own = new Set(interactions)
  const blank = asked.length === 1 ? '_____' : '…'
  const text = texts.read(
    askedIn(body, child => (own.has(child) ? (isInline(nameOf(child)) ? blank : '') : null)),
  )
  // A blank in a paragraph of its own is only where the response is typed.
  return text.replace(/(?:^|\n\n)(?:\\?_){5}$/, '')
}

/** The text with gaps, and what stands before it as the task. */
export function clozeTexts({ body, texts }: Item, gap: (child: XmlElement) => string | null) {
  const task = below(body, name => name === 'div').find(element => hasClass(element, 'task'))
  const stem = task ? texts.read(askedIn(task)) : ''
  const text = texts.read(askedIn(body, child => (child === task ? '' : gap(child))))
  return { stem: stem || 'Fill the gaps.', text: withGaps(text) }
}

/** Hints and the worked key, which an item of this project holds for tutors. */
export function besideOf({ body, texts }: Item) {
  const blocks = below(body, name => name === 'rubricBlock')
  const said = (name: string) =>
    blocks
      .filter(block => hasClass(block, name))
      .map(block => texts.read(htmlIn(block)))
      .filter(text => text !== '')
  const hints = said('hint').map(text => ({ text }))
  const [solution] = said('solution')
  return { ...(hints.length > 0 && { hints }), ...(solution !== undefined && { solution }) }
}

/** What comes with an item and has no place in a question. */
const omitted: { readonly [element: string]: string } = {
  rubricBlock: 'A text for tutors or scorers is left out.',
  catalogInfo: 'Other ways to show it, for those who need them, are left out.',
  accessibilityInfo: 'Other ways to show it, for those who need them, are left out.',
  companionMaterialsInfo: 'Tools that come with it, such as a calculator, are left out.',
}

/** How an interaction holds a response, which a question doesn't. */
const holds: readonly (readonly [attribute: string, message: string])[] = [
  ['patternMask', 'A pattern that what is typed has to fit is left out.'],
  ['upperBound', 'A number is typed here, where it was set on a scale.'],
  ['maxStrings', 'Several texts are written as one.'],
]

/** Tells what of an item is left out, but for what is said to learners or is a hint or a worked key. */
export function noteOmitted({ element, interactions, processing, texts }: Item): void {
  if (attributeOf(element, 'timeDependent') === 'true')
    texts.note('time-lost', 'How long an answer takes counts there: give the question a time limit.')
  if ([...processing.declared.responses.values()].some(({ fallback }) => fallback.scalars.length > 0))
    texts.note(
      'not-prefilled',
      'A response that is there from the start is left out: all start with none here.',
    )
  for (const [attribute, message] of holds)
    if (interactions.some(one => attributeOf(one, attribute) !== undefined)) texts.note('not-held', message)
  for (const { attributes } of below(element, name => name === 'correctResponse')) {
    const { interpretation = '' } = attributes
    // One word is the key itself, as Cito's are.
    if (/\S\s+\S/.test(interpretation))
      texts.note('beside-lost', `What is said of the key is left out: '${interpretation}'.`)
  }
  if (interactions.some(one => attributeOf(one, 'placeholderText') ?? firstOf(one, 'label')))
    texts.note('not-held', 'What stands in a field before anyone answers is left out.')
  const isKept = (one: XmlElement) =>
    isForLearners(one) || hasClass(one, 'hint') || hasClass(one, 'solution') || one.text.trim() === ''
  for (const [name, message] of Object.entries(omitted))
    if (below(element, found => found === name).some(one => name !== 'rubricBlock' || !isKept(one)))
      texts.note('beside-lost', message)
}
