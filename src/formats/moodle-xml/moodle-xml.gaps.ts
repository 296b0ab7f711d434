import type { XmlElement } from '@rgrove/parse-xml'
import type { ClozeQuestion } from '../../interactions/index.js'
import { letter, type Note } from '../collect.js'
import { decodeEntities, escapeHtml } from '../html.entities.js'
import { markdownOf } from '../plain.js'
import { acceptedText } from '../wildcards.js'
import { type Built, fractionOf, full, withoutShadowed } from './moodle-xml.answers.js'
import { acceptedNumber, type ClozeGap, clozePieces, type GapName } from './moodle-xml.cloze.js'
import { childOf, childrenOf, markupIn, saidIn, valueAt } from './moodle-xml.document.js'
import {
  askedAt,
  closing,
  decodeOnce,
  noteSeveral,
  opening,
  said,
  severalOf,
  severalSign,
  withoutSeveral,
} from './moodle-xml.several.js'
import type { Texts } from './moodle-xml.texts.js'

type Gap = ClozeQuestion['gaps'][number]

const placeholder = (index: number) => `${opening}${index}${closing}`
const nameOf = (index: number) => `gap${index + 1}`

type GapRow = (gap: ClozeGap, id: string, texts: Texts, owner: XmlElement) => Gap | Note

/** What a bank makes of each of Moodle's gaps. */
const gapRows: { readonly [Type in Exclude<GapName, 'choices'>]: GapRow } = {
  text({ matchCase, alternatives }, id, texts, owner) {
    const match = matchCase ? { case: true } : undefined
    const key = full(alternatives, texts.note).flatMap(one => {
      const text = decodeEntities(one.text)
      return text === ''
        ? []
        : [{ ...acceptedText(text), ...fractionOf(one.fraction), ...said(one, texts, owner) }]
    })
    if (key.length === 0) return noAnswer(id)
    return { id, type: 'text', key: [...withoutShadowed(key, match, texts.note)], ...(match && { match }) }
  },
  numeric({ alternatives }, id, texts, owner) {
    const key = full(alternatives, texts.note).flatMap(one => {
      const number = acceptedNumber(decodeEntities(one.text))
      if (number) return [{ ...number, ...fractionOf(one.fraction), ...said(one, texts, owner) }]
      texts.note('not-a-number', `The answer '${one.text}' of ${id} is no number and is left out.`)
      return []
    })
    return key.length > 0 ? { id, type: 'numeric', key } : noAnswer(id)
  },
  choice({ alternatives }, id, texts, owner) {
    const worth = full(alternatives, texts.note)
    const best = worth.findIndex(({ fraction }) => fraction >= 1)
    if (best === -1) return { code: 'no-key', message: `No choice of ${id} is worth any points.` }
    if (worth.some(({ fraction }, index) => index !== best && fraction !== 0))
      texts.note(
        'fractions-lost',
        `In ${id} choices other than the best were worth something; they are worth 0 now.`,
      )
    const choices = worth.map((one, index) => ({
      id: letter(index),
      text: texts.read(owner, decodeOnce(one.text), 'html'),
      ...said(one, texts, owner),
    }))
    if (choices.some(({ text }) => text === '')) return wordless
    return { id, type: 'choice', choices, key: letter(best) }
  },
}

const noAnswer = (id: string): Note => ({ code: 'no-key', message: `No answer of ${id} can be read.` })
const wordless: Note = {
  code: 'empty-choice',
  message: 'Something to choose has no words; a gap shows words alone.',
}

const nothingToChoose: Note = {
  code: 'too-few-answers',
  message: 'There is nothing to choose from; each gap has one answer.',
}

/** A word that is alone in its gap is no choice, and stands in the text. */
function fill({ note }: Texts, word: string): string {
  note(
    'gap-filled',
    `'${decodeEntities(word)}' is all there is to choose in a gap, and stands in the text now.`,
  )
  return word
}

/** Each becomes a question with all of the text: so many, each with as much as a stem may have. */
const mostSeveral = 200
const mostText = mostSeveral * 20_000

/** Moodle's cloze: gaps within the text. Those of which several are picked become questions of their own. */
export function readCloze(question: XmlElement, texts: Texts): Built | Note | readonly Built[] {
  const owner = childOf(question, 'questiontext')
  const pieces = clozePieces(markupIn(owner))
  if (!owner || pieces.length === 1)
    return { code: 'no-gap', message: 'The text has no gap that can be read.' }
  const gaps: Gap[] = []
  const several: Built[] = []
  let marked = ''
  let points = 0
  for (const piece of pieces) {
    if ('text' in piece) {
      marked += piece.text
      continue
    }
    const { type, weight, alternatives } = piece.gap
    const [lone] = alternatives
    if ((type === 'choice' || type === 'choices') && lone && alternatives.length === 1) {
      marked += fill(texts, lone.text)
      continue
    }
    const worth = weight || 1
    const named = type === 'choices' ? 'A gap of which several are picked' : nameOf(gaps.length)
    if (weight === 0) texts.note('gap-counts', `${named} is worth nothing in Moodle; it counts as 1 now.`)
    if (type === 'choices') {
      const built = severalOf(piece.gap, owner, texts)
      if (!('type' in built)) return built
      marked += severalSign(several.length)
      several.push({ ...built, points: worth })
      continue
    }
    const gap = gapRows[type](piece.gap, nameOf(gaps.length), texts, owner)
    if ('code' in gap) return gap
    marked += placeholder(gaps.length)
    gaps.push(worth === 1 ? gap : { ...gap, weight: worth })
    points += worth
  }
  if (several.length > mostSeveral)
    return { code: 'too-many', message: `It has more than ${mostSeveral} gaps of which several are picked.` }
  if (several.length * marked.length > mostText) {
    const message = `Its text is too long for ${several.length} gaps of which several are picked.`
    return { code: 'too-many', message }
  }
  if (several.length > 0) noteSeveral(several.length + (gaps.length > 0 ? 1 : 0), texts)
  else if (gaps.length === 0) return nothingToChoose
  const asked = several.map((built, index) => ({ ...built, ...askedAt(marked, index, owner, texts) }))
  const cloze = { ...clozeOf(withoutSeveral(marked), gaps, owner, texts), points }
  return gaps.length > 0 ? [cloze, ...asked] : asked
}

/** Each gap has all words of its group. */
const mostWords = 200

/** Moodle's text with words to be selected or dragged into `[[1]]`, `[[2]]`, … */
export function readWords(
  question: XmlElement,
  texts: Texts,
  list: 'selectoption' | 'dragbox',
): Built | Note {
  const owner = childOf(question, 'questiontext')
  const words = childrenOf(question, list).map((element, index) => ({
    choice: { id: letter(index), text: wordOf(element, texts) },
    said: element.name === 'selectoption' ? escapeHtml(saidIn(element)) : markupIn(element),
    group: valueAt(element, 'group') || '1',
  }))
  // What is empty has a number, and is no choice.
  const filled = words.filter(({ said }) => said !== '')
  const groups = new Map<string, { readonly id: string; readonly text: string }[]>()
  for (const { choice, group } of filled) {
    const others = groups.get(group)
    if (others) others.push(choice)
    else groups.set(group, [choice])
  }
  if (words.length > mostWords)
    return { code: 'too-many', message: `It has more than ${mostWords} words to choose from.` }
  if (filled.some(({ choice }) => choice.text === '')) return wordless
  const gaps: Gap[] = []
  const marked = markupIn(owner).replace(/\[\[(\d+)\]\]/g, (all, number: string) => {
    const right = words[Number(number) - 1]
    if (!right?.said) {
      texts.note('no-word', `The words to choose from have none for ${all}, which stays in the text.`)
      return all
    }
    const choices = groups.get(right.group) ?? []
    if (choices.length < 2) return fill(texts, right.said)
    gaps.push({ id: nameOf(gaps.length), type: 'choice', choices, key: right.choice.id })
    return placeholder(gaps.length - 1)
  })
  if (!owner || gaps.length === 0)
    return { code: 'no-gap', message: 'The text has no [[1]] that names one word of several.' }
  if (list === 'dragbox')
    texts.note('picked-not-dragged', 'The words are picked from lists now, each as often as one likes.')
  return clozeOf(marked, gaps, owner, texts)
}

const wordOf = (element: XmlElement, texts: Texts) =>
  element.name === 'selectoption' ? markdownOf(saidIn(element)) : texts.read(element)

/** The text once it is Markdown: what comes before the paragraph of the first gap is the stem. */
function clozeOf(marked: string, gaps: readonly Gap[], owner: XmlElement, texts: Texts): Built {
  const { text, images } = texts.show(owner, marked)
  if (/\{\{|\}\}/.test(text)) texts.note('braces', "Braces in pairs are set apart, as '{{' begins a gap.")
  const safe = text.replace(/\{(?=\{)|\}(?=\})/g, brace => `${brace} `)
  const first = Math.max(0, safe.indexOf(opening))
  const cut = safe.lastIndexOf('\n\n', first)
  // Within a fenced block a blank line ends no paragraph.
  const isFenced = cut !== -1 && safe.slice(0, cut).split('```').length % 2 === 0
  const [stem, body] = cut === -1 || isFenced ? ['', safe] : [safe.slice(0, cut), safe.slice(cut + 2)]
  const named = body.replace(/\uE000(\d+)\uE001/g, (_, index: string) => `{{${nameOf(Number(index))}}}`)
  return {
    type: 'cloze',
    stem: stem.trim(),
    text: named,
    gaps,
    ...(images.length > 0 && { media: images }),
  }
}
