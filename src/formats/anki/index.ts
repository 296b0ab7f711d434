import { stringify } from 'csv-stringify/sync'
import { type BuiltInQuestion, builtInInteractions, type ClozeQuestion } from '../../interactions/index.js'
import { type Bank, createRegistry, interactionOf, type Json, type Media } from '../../question/index.js'
import type { Exported, MediaFile, ReportEntry } from '../format.js'
import { escapeHtml } from '../html.entities.js'
import { bankLosses } from '../losses.js'
import { htmlFrom, inlineHtmlFrom } from '../markup.js'
import { isRemote } from '../shelf.js'

const registry = createRegistry(builtInInteractions)

type Html = (text: string) => string

/**
 * Writes a bank as a text file for Anki, with the header of Anki's own exports: a note each, which Anki knows again by
 * the bank's and the question's id. Gaps become a note of the type Cloze; all else has the stem with its choices as
 * front, and the key and the solution as back.
 *
 * @param files pictures that the questions name: they come back under the names that they have on the cards.
 */
export function writeAnki(bank: Bank<BuiltInQuestion>, files: readonly MediaFile[] = []): Exported {
  const isPlain = bank.text === 'plain'
  const html: Html = text => inlineHtmlFrom(text, isPlain)
  const names = cardNames(bank)
  const report: ReportEntry[] = []
  const notes = bank.questions.flatMap(question => {
    const { id, type, tags = [] } = question
    const sides = sidesOf(question, html, text => htmlFrom(text, isPlain))
    if (!sides) {
      const message = 'It has neither a key nor a solution for the back.'
      report.push({ question: id, kind: type, fate: 'dropped', code: 'cannot-be-written', message })
      return []
    }
    const pictures = (question.media ?? []).filter(({ type }) => type === 'image')
    const message = lossesOf(question, names)
    report.push({ question: id, kind: type, fate: 'changed', code: 'as-a-card', message })
    const front = [sides.front, ...pictures.map(picture => imageOf(picture, names))].join('<br>')
    return [[`${bank.id}:${id}`, sides.noteType, front, sides.back, tags.join(' ')]]
  })
  const header = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    `#deck:${bank.title.replace(/\s+/g, ' ')}`,
    '#tags column:5',
  ]
  const media = files.flatMap(({ path, bytes }) => {
    const name = names.get(path)
    return name === undefined ? [] : [{ path: name, bytes }]
  })
  return {
    content: `${header.join('\n')}\n${stringify(notes, { delimiter: '\t' })}`,
    media,
    report: [...report, ...bankLosses(bank, notes.length > 0 ? {} : null)],
  }
}

interface Sides {
  /** As Anki names it where it speaks English. */
  readonly noteType: 'Basic' | 'Cloze'
  readonly front: string
  readonly back: string
}

/** Null where there is nothing for the back. */
function sidesOf(question: BuiltInQuestion, html: Html, blockHtml: Html): Sides | null {
  const { stem, solution } = question
  const interaction = interactionOf(registry, question)
  const key: Json = interaction.solve(question)
  if (key === null && solution === undefined) return null
  const more = solution === undefined ? [] : [html(solution)]
  if (question.type === 'cloze')
    return {
      noteType: 'Cloze',
      front: withoutGaps(blockHtml(stem)) + clozeHtml(question, key, html, blockHtml),
      back: more.join(''),
    }
  const solved = key === null ? [] : [html(interaction.describe(question, key))]
  const front = [html(stem), ...listsOf(question, html)]
  return { noteType: 'Basic', front: front.join('<br>'), back: [...solved, ...more].join('<br>') }
}

/** What each picture of a bank is called on the cards: Anki's folder for media has no folders in it. */
function cardNames({ questions }: Bank<BuiltInQuestion>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { type, src } of questions.flatMap(({ media = [] }) => media)) {
    if (type !== 'image' || isRemote(src) || names.has(src)) continue
    const [, stem = '', extension = ''] = /^(.*?)(\.\w+)?$/s.exec(src.replaceAll('/', '-')) ?? []
    let name = stem + extension
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}-${count}${extension}`
    taken.add(name.toLowerCase())
    names.set(src, name)
  }
  return names
}

const imageOf = ({ src, alt }: Media, names: ReadonlyMap<string, string>) =>
  `<img src="${escapeHtml(names.get(src) ?? src)}" alt="${escapeHtml(alt)}">`

function lossesOf(question: BuiltInQuestion, names: ReadonlyMap<string, string>): string {
  const local = (question.media ?? []).filter(({ type, src }) => type === 'image' && !isRemote(src))
  const inLists = ['choices', 'items', 'prompts', 'categories'].some(name =>
    (
      (question as unknown as { readonly [list: string]: unknown })[name] as readonly object[] | undefined
    )?.some(entry => 'media' in entry),
  )
  const left = [
    ...(question.hints ? ['hints'] : []),
    ...(question.feedback ? ['feedback'] : []),
    ...(question.media?.some(({ type }) => type !== 'image') ? ['sounds and films'] : []),
    ...(inLists ? ['pictures of choices'] : []),
  ]
  return [
    'It is a card with two sides now: nothing is scored.',
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
    ...(local.length > 0
      ? [
          `Put its pictures into Anki’s folder collection.media: ${local.map(({ src }) => names.get(src)).join(', ')}.`,
        ]
      : []),
  ].join(' ')
}

/** The text with each gap as Anki has it: `{{c1::Vilnius}}`. */
function clozeHtml({ text, gaps }: ClozeQuestion, key: Json, html: Html, blockHtml: Html): string {
  const solved = key as { readonly [gap: string]: string }
  const said = gaps.map(gap => {
    const choice = gap.type === 'choice' ? gap.choices.find(({ id }) => id === gap.key) : undefined
    return choice ? html(choice.text) : escapeHtml(solved[gap.id] ?? '')
  })
  const ids = gaps.map(({ id }) => id)
  const signed = text.replace(gapSign, (_, id: string) => `\uFDE2${ids.indexOf(id)}\uFDE3`)
  return withoutGaps(blockHtml(signed)).replace(/\uFDE2(\d+)\uFDE3/g, (_, at: string) => {
    // What ends a gap for Anki, or begins a hint, is written as entities.
    const inner = (said[Number(at)] ?? '').replaceAll('}', '&#125;').replaceAll('::', '&#58;&#58;')
    return `{{c${Number(at) + 1}::${inner}}}`
  })
}

/** What begins a gap for Anki is written as entities where it is a text. */
const withoutGaps = (html: string) => html.replaceAll('{{', '&#123;&#123;')

const gapSign = /\{\{([A-Za-z0-9][\w.:-]*)\}\}/g

/** What a learner picks from or sorts; by the alphabet where the order in the bank may be the answer. */
function listsOf(question: BuiltInQuestion, html: Html): readonly string[] {
  const list = 'items' in question ? question.items : 'choices' in question ? question.choices : []
  const isSorted = question.type === 'ordering' || question.type === 'matching'
  const shown = isSorted ? list.toSorted((one, other) => (one.text < other.text ? -1 : 1)) : list
  const prompts =
    'prompts' in question ? question.prompts : 'categories' in question ? question.categories : []
  const text =
    question.type === 'hot-text'
      ? [html(question.text.replace(/\{\{[\w.:-]+\|([^{}]*)\}\}/g, (_, words: string) => words))]
      : []
  return [
    ...text,
    ...prompts.map(({ text }) => `${html(text)} –`),
    ...shown.map(({ text }) => `- ${html(text)}`),
  ]
}
