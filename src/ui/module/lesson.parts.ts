import type { LessonView, ShownBlock } from '../../module/index.js'
import { fill } from '../messages.js'
import { keyed, type Part, part } from '../part.js'
import { headingPart } from '../shell.parts.js'
import { openTerm, publicationText, type Term, termsIn, withTerms } from './lesson.text.js'
import { commandPart, type ModuleSetting, type ModuleUiCommand, say, written } from './module.desk.js'
import { introPart } from './module.shell.parts.js'

/** A part of a lesson to read: texts, figures, the terms that come up, where it comes from, and the ways on. */
export function lessonPart(setting: ModuleSetting, view: LessonView): Part {
  const { words } = setting
  const { id, title, part: at, parts } = view.lesson
  const blocks = parts[at]?.blocks ?? []
  const number = view.lessons.findIndex(lesson => lesson.id === id) + 1
  const facts = [
    say(setting, words.lesson, { number, total: view.lessons.length }),
    parts.length > 1 ? say(setting, words.part, { number: at + 1, total: parts.length }) : '',
  ]
  const explained = termsPerBlock(view.lesson.terms, blocks)
  const known = new Set(explained.flat().map(term => term.id))
  const reader: Reader = { setting, view, placeOf: term => (known.has(term) ? placeOf(setting, term) : null) }
  return {
    ...part('lesson', 'article', {}, [
      introPart(setting, headingPart('h2', `lesson:${id}:${at}`, title), facts),
      ...blocks.flatMap((block, index) => [
        keyed(`block-${index}`, blockPart(reader, block)),
        ...(explained[index] ?? []).map(term => termPart(setting, term)),
      ]),
      sourcesPart(reader, blocks),
      waysOnPart(setting, view),
    ]),
    // Another part is another page, which nothing of this one stays in.
    key: `${id}-${at}`,
  }
}

/** A lesson at the hands of who reads it. */
interface Reader {
  readonly setting: ModuleSetting
  readonly view: LessonView
  /** The id of what explains a term; null where nothing does. */
  readonly placeOf: (term: string) => string | null
}

const placeOf = ({ prefix }: ModuleSetting, term: string) => `${prefix}-term-${term}`

/** The terms to explain below each block: those that first come up in it. */
function termsPerBlock(terms: readonly Term[], blocks: readonly ShownBlock[]): readonly (readonly Term[])[] {
  const seen = new Set<string>()
  return blocks.map(({ text }) => {
    const linked = new Set(termsIn(text))
    const fresh = terms.filter(({ id }) => linked.has(id) && !seen.has(id))
    for (const { id } of fresh) seen.add(id)
    return fresh
  })
}

const blocks: {
  readonly [Type in ShownBlock['type']]: (
    reader: Reader,
    block: Extract<ShownBlock, { readonly type: Type }>,
  ) => Part
} = {
  heading: ({ setting }, { text }) => written(setting, 'lesson-heading', 'h3', text, 'inline'),
  text: ({ setting, view, placeOf }, { text, cited }) =>
    part('passage', 'div', { onclick: openTerm }, [
      written(setting, 'lesson-text', 'div', withTerms(text, placeOf), 'block'),
      citedPart(setting, view, cited),
    ]),
  figure: ({ setting, view, placeOf }, { title, alt, svg, text, cited }) =>
    part('figure', 'figure', {}, [
      written(setting, 'figure-title', 'figcaption', title, 'inline'),
      part('picture', 'div', { role: 'img', 'aria-label': alt, lang: setting.language }, [
        { ...part('svg', 'div', {}, svg), format: 'svg' },
      ]),
      part('in-words', 'details', { onclick: openTerm }, [
        part('in-words-title', 'summary', {}, setting.words.inWords),
        written(setting, 'lesson-text', 'div', withTerms(text, placeOf), 'block'),
        citedPart(setting, view, cited),
      ]),
    ]),
}

function blockPart(reader: Reader, block: ShownBlock): Part {
  return (blocks[block.type] as (reader: Reader, block: ShownBlock) => Part)(reader, block)
}

type Cited = Extract<ShownBlock, { readonly type: 'text' }>['cited']

/** The paragraphs and publications that carry a text, in a line below it. */
function citedPart(
  { messages }: ModuleSetting,
  { module }: LessonView,
  { paragraphs, references }: Cited,
): Part | null {
  const list = new Intl.ListFormat(messages.language).format(paragraphs.map(String))
  const places = [
    paragraphs.length === 0 ? '' : fill(messages, messages.paragraphs, { n: paragraphs.length, list }),
    ...module.references
      .filter(({ id }) => references.includes(id))
      .map(({ publisher, title }) => publisher ?? title),
  ].filter(place => place !== '')
  return places.length === 0 ? null : part('cited', 'p', {}, [...new Set(places)].join(' · '))
}

/** A term, opened where its link is followed. */
function termPart(setting: ModuleSetting, { id, term, text }: Term): Part {
  return part('term', 'details', { id: placeOf(setting, id) }, [
    written(setting, 'term-name', 'summary', term),
    written(
      setting,
      'term-text',
      'div',
      withTerms(text, () => null),
      'block',
    ),
  ])
}

/** The source and the references that the part cites, in full. */
function sourcesPart({ setting, view }: Reader, blocks: readonly ShownBlock[]): Part | null {
  const cited = blocks.flatMap(block => ('cited' in block ? [block.cited] : []))
  const { source, references } = view.module
  const publications = [
    ...(cited.some(({ paragraphs }) => paragraphs.length > 0) ? [source] : []),
    ...references.filter(({ id }) => cited.some(one => one.references.includes(id))),
  ]
  if (publications.length === 0) return null
  return part('sources', 'details', {}, [
    part('sources-title', 'summary', {}, setting.words.sources),
    part(
      'source-list',
      'ul',
      {},
      publications.map(publication => {
        const text = publicationText(publication)
        const href = publication.url === undefined ? null : setting.resolve(publication.url)
        const named = href === null ? part('source', 'span', {}, text) : part('source', 'a', { href }, text)
        return keyed(publication.id, part('source-entry', 'li', {}, [named]))
      }),
    ),
  ])
}

function waysOnPart(setting: ModuleSetting, { lesson, can }: LessonView): Part {
  const { words } = setting
  const { part: at, parts } = lesson
  const check = parts[at]?.check ?? null
  const next = at === parts.length - 1 ? words.endLesson : words.readOn
  const steps: (readonly [ModuleUiCommand, string])[] = []
  if (check && !check.done)
    steps.push([
      { type: 'startCheck', check: check.id },
      say(setting, words.startCheck, { n: check.questions }),
    ])
  steps.push([{ type: 'next' }, next])
  if (check?.done) steps.push([{ type: 'startCheck', check: check.id }, words.checkAgain])
  if (can.previous) steps.push([{ type: 'previous' }, words.previousPart])
  return part(
    'actions',
    'div',
    { role: 'group' },
    steps.map(([command, text], index) =>
      keyed(command.type, commandPart(setting, command, text, { isFirst: index === 0 })),
    ),
  )
}
