import type { XmlElement } from '@rgrove/parse-xml'
import { letter } from '../collect.js'
import { manyOf } from './moodle-xml.answers.js'
import type { Alternative, ClozeGap } from './moodle-xml.cloze.js'
import type { Shown, Texts } from './moodle-xml.texts.js'

/** Signs that no text has and that no reducer touches: what names a gap stands between them. */
export const [opening, closing] = ['\uE000', '\uE001']

const nameOf = (index: number) => `s${index}`
export const severalSign = (index: number) => opening + nameOf(index) + closing

/** A gap of which several are picked, as a question. Its right choices share the points, as Moodle has it. */
export function severalOf({ alternatives, shuffles }: ClozeGap, owner: XmlElement, texts: Texts) {
  const right = alternatives.reduce((sum, { fraction }) => sum + Math.max(0, fraction), 0)
  const isWeighed = alternatives.some(one => one.isWeighed)
  const weighed = alternatives.flatMap((one, index) => {
    const labelled = texts.choice(owner, letter(index), decodeOnce(one.text), 'html')
    if (labelled.text === '') {
      texts.note('empty-choice', `Choice ${index + 1} of a gap has no text and is left out.`)
      return []
    }
    const wrong = isWeighed ? one.fraction : -1 / right
    const fraction = one.fraction > 0 ? one.fraction / right : wrong
    return [{ fraction, choice: { id: letter(index), ...labelled, ...said(one, texts, owner) } }]
  })
  const built = manyOf(weighed, texts)
  return 'type' in built && !shuffles ? { ...built, shuffle: false } : built
}

/** Says what became of such gaps. @param count how many questions there are now. */
export function noteSeveral(count: number, { note }: Texts) {
  if (count === 1)
    note(
      'gap-is-question',
      'Several are picked in its one gap, so it is a question with several right choices now.',
    )
  else
    note(
      'gaps-apart',
      `A gap takes one choice here, so it is ${count} questions now, worth as much together: each gap of which several are picked is one of its own.`,
    )
}

/** The text as it asks for one of these gaps, which is a blank; other gaps are dots. */
export function askedAt(marked: string, index: number, owner: XmlElement, { show }: Texts) {
  const { text, images }: Shown = show(owner, around(marked, nameOf(index)))
  return { stem: text, ...(images.length > 0 && { media: images }) }
}

/** The text around the gaps that take one choice: the others are dots. */
export const withoutSeveral = (marked: string) => marked.replace(/\uE000s\d+\uE001/g, '…')

function around(marked: string, asked: string): string {
  // Where the text ends in the gap no blank is needed.
  const open = marked.replace(new RegExp(`${opening}${asked}${closing}(?=(?:<[^<>]*>|&nbsp;|\\s)*$)`), '')
  return open.replace(/\uE000(s?\d+)\uE001/g, (_, name: string) => (name === asked ? '_____' : '…'))
}

/** The field `feedback`, where an answer of a gap has some. */
export function said({ feedback }: Alternative, texts: Texts, owner: XmlElement) {
  const text = texts.read(owner, decodeOnce(feedback), 'html')
  return text ? { feedback: text } : {}
}

/** Undoes what an editor does to markup that is typed as text, as Moodle does. */
export function decodeOnce(text: string): string {
  return text.replace(/&(?:(lt|gt|quot|amp)|#(\d{1,5}));/g, (_, name: string | undefined, code: string) =>
    name ? (entities[name] ?? '') : String.fromCharCode(Number(code)),
  )
}

const entities: { readonly [name: string]: string } = { lt: '<', gt: '>', quot: '"', amp: '&' }
