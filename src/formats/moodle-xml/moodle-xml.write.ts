import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank } from '../../question/index.js'
import type { Exported, MediaFile, ReportEntry } from '../format.js'
import { bankLosses, reportLosses, withNotes } from '../losses.js'
import { gradeNotes } from '../moodle-grades.js'
import { safePath } from '../shelf.js'
import { value, writeXml, type XmlNode } from '../xml.write.js'
import { formatted, html, plainText } from './moodle-xml.nodes.js'
import { readMoodleXml } from './moodle-xml.read.js'
import { renamed } from './moodle-xml.write-ids.js'
import { type Files, localFiles } from './moodle-xml.write-media.js'
import { type WriteRow, writeRows } from './moodle-xml.write-rows.js'

interface Written {
  /** The question in the form that was written. */
  readonly question: BuiltInQuestion
  readonly node: XmlNode | null
  readonly refused: string | null
  readonly notes: readonly Pick<ReportEntry, 'code' | 'message'>[]
}

/**
 * Writes a bank as Moodle XML, with the images whose bytes are given. The report names, question by question, what
 * Moodle can't hold.
 */
export function writeMoodleXml(bank: Bank<BuiltInQuestion>, media: readonly MediaFile[] = []): Exported {
  const files = new Map(
    media.filter(({ path }) => safePath(path) === path).map(({ path, bytes }) => [path, bytes]),
  )
  const written = bank.questions.map(question => write(question, bank.text === 'plain', files))
  const quiz = { name: 'quiz', content: written.flatMap(({ node }) => (node ? [node] : [])) }
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(quiz)}\n`
  const refused = new Map(
    written.flatMap(({ question, refused }) => (refused === null ? [] : [[question.id, refused] as const])),
  )
  const turned = { ...bank, questions: written.map(({ question }) => question) }
  const read = readMoodleXml(content, { id: bank.id })
  const losses = reportLosses(turned, read, refused)
  const report = losses.flatMap((entry, index) =>
    withNotes({ ...entry, kind: bank.questions[index]?.type ?? '' }, written[index]?.notes ?? []),
  )
  return { content, media: [], report: [...report, ...bankLosses(bank, read.bank)] }
}

function write(question: BuiltInQuestion, isPlain: boolean, files: Files): Written {
  const row = writeRows[question.type] as WriteRow | null
  const refuse = (refused: string) => ({ question, node: null, refused, notes: [] })
  if (!row) return refuse('Moodle has no questions of this kind.')
  const turned = row.turn?.(question) ?? { question, notes: [] }
  if ('cannot' in turned) return refuse(turned.cannot)
  const named = renamed(turned.question)
  const now = named.question
  const node = questionNode(
    isPlain ? withoutMedia(now) : now,
    (writeRows[now.type] as WriteRow | null) ?? row,
    isPlain,
    files,
  )
  const notes = [...new Set([...turned.notes, ...named.notes])].map(message => ({ code: 'turned', message }))
  return {
    question: now,
    node,
    refused: null,
    notes: [
      ...notes,
      ...fileNotes(now, isPlain, files),
      ...gradeNotes(percentsIn(node)),
      ...lengthNotes(now, isPlain),
    ],
  }
}

function questionNode(question: BuiltInQuestion, row: WriteRow, isPlain: boolean, files: Files): XmlNode {
  const { id, stem, media = [], hints = [], feedback = {}, tags = [], penalty } = question
  const text = formatted(isPlain ? 'plain_text' : 'markdown', files)
  const asked = row.text?.(question, html(isPlain)) ?? stem
  const combined = {
    correct: 'correctfeedback',
    partial: 'partiallycorrectfeedback',
    incorrect: 'incorrectfeedback',
  } as const
  const combinedNames = Object.keys(combined) as readonly (keyof typeof combined)[]
  const said = (name: string, content: string | undefined) =>
    content === undefined ? [] : [text(name, content)]
  return {
    name: 'question',
    attributes: { type: row.moodle },
    content: [
      plainText('name', id),
      text('questiontext', asked, {}, media),
      ...said('generalfeedback', feedback.general),
      value('defaultgrade', pointsOf(question)),
      ...(penalty === undefined ? [] : [value('penalty', penalty)]),
      value('hidden', 0),
      value('idnumber', id),
      ...row.nodes(question, text, html(isPlain)),
      ...(row.has.combinedFeedback
        ? combinedNames.flatMap(name => said(combined[name], feedback[name]))
        : []),
      ...(row.has.hints ? hints.map(hint => text('hint', hint.text)) : []),
      ...(tags.length > 0 ? [{ name: 'tags', content: tags.map(tag => plainText('tag', tag)) }] : []),
    ],
  }
}

/** Plain text has no place for images. */
function withoutMedia(question: BuiltInQuestion): BuiltInQuestion {
  const bare = (list: readonly { readonly media?: unknown }[]) => list.map(({ media: _, ...one }) => one)
  const { media: _, ...rest } = question
  const lists = Object.entries(rest).map(([name, list]) => [
    name,
    name === 'choices' || name === 'items' || name === 'prompts' ? bare(list as []) : list,
  ])
  return Object.fromEntries(lists) as BuiltInQuestion
}

/** An essay without points is worth what its rubric adds up to. */
function pointsOf(question: BuiltInQuestion): number {
  if (question.points !== undefined || question.type !== 'essay' || !question.rubric)
    return question.points ?? 1
  return question.rubric.reduce((sum, { points }) => sum + points, 0)
}

function fileNotes(question: BuiltInQuestion, isPlain: boolean, files: Files): Written['notes'] {
  const missing = isPlain ? [] : localFiles(question).filter(path => !files.has(path))
  if (missing.length === 0) return []
  const message = `Named, but not put in; upload them in Moodle: ${[...new Set(missing)].join(', ')}.`
  return [{ code: 'files-not-included', message }]
}

function percentsIn({ attributes, content }: XmlNode): readonly number[] {
  if (attributes?.type === 'ordering' || typeof content === 'string') return []
  return content.flatMap(({ name, attributes }) =>
    name === 'answer' ? [Number(attributes?.fraction ?? 0)] : [],
  )
}

/** As much as Moodle's tables hold of a right side; a longer one stops the import of the whole file. */
const longestRight = 255

function lengthNotes(question: BuiltInQuestion, isPlain: boolean): Written['notes'] {
  const rights = question.type === 'matching' ? question.choices : []
  const long = rights.filter(({ text }) => html(isPlain)(text).length > longestRight)
  if (long.length === 0) return []
  const message = `Shorten the choices ${long.map(({ id }) => `'${id}'`).join(', ')}: Moodle takes ${longestRight} characters in each.`
  return [{ code: 'too-long', message }]
}
