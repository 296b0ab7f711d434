import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank, Media } from '../../question/index.js'
import type { Exported, ReportEntry } from '../format.js'
import { reportLosses, withNotes } from '../losses.js'
import { value, writeXml, type XmlNode } from '../xml.write.js'
import { grades } from './moodle-xml.names.js'
import { formatted, plainText } from './moodle-xml.nodes.js'
import { readMoodleXml } from './moodle-xml.read.js'
import { localFiles, withImages } from './moodle-xml.write-answers.js'
import { renamed } from './moodle-xml.write-ids.js'
import { type WriteRow, writeRows } from './moodle-xml.write-rows.js'

interface Written {
  /** The question in the form that was written. */
  readonly question: BuiltInQuestion
  readonly node: XmlNode | null
  readonly refused: string | null
  readonly notes: readonly Pick<ReportEntry, 'code' | 'message'>[]
}

/** Writes a bank as Moodle XML. The report names, question by question, what Moodle can't hold. */
export function writeMoodleXml(bank: Bank<BuiltInQuestion>): Exported {
  const written = bank.questions.map(question => write(question, bank.text === 'plain'))
  const quiz = { name: 'quiz', content: written.flatMap(({ node }) => (node ? [node] : [])) }
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(quiz)}\n`
  const refused = new Map(
    written.flatMap(({ question, refused }) => (refused === null ? [] : [[question.id, refused] as const])),
  )
  const turned = { ...bank, questions: written.map(({ question }) => question) }
  const losses = reportLosses(turned, readMoodleXml(content, { id: bank.id }), refused)
  const report = losses.flatMap((entry, index) =>
    withNotes({ ...entry, kind: bank.questions[index]?.type ?? '' }, written[index]?.notes ?? []),
  )
  return { content, media: [], report }
}

function write(question: BuiltInQuestion, isPlain: boolean): Written {
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
  )
  const notes = [...new Set([...turned.notes, ...named.notes])].map(message => ({ code: 'turned', message }))
  return {
    question: now,
    node,
    refused: null,
    notes: [...notes, ...fileNotes(now, isPlain), ...gradeNotes(node)],
  }
}

function questionNode(question: BuiltInQuestion, row: WriteRow, isPlain: boolean): XmlNode {
  const { id, stem, media = [], hints = [], feedback = {}, tags = [], penalty } = question
  const text = formatted(isPlain ? 'plain_text' : 'markdown')
  const asked = row.text?.(question) ?? stem
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
      text('questiontext', withImages(asked, media, '\n\n')),
      ...said('generalfeedback', feedback.general),
      value('defaultgrade', pointsOf(question)),
      ...(penalty === undefined ? [] : [value('penalty', penalty)]),
      value('hidden', 0),
      value('idnumber', id),
      ...row.nodes(question, text),
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

function fileNotes(question: BuiltInQuestion, isPlain: boolean): Written['notes'] {
  const inChoices = 'choices' in question ? question.choices : 'items' in question ? question.items : []
  const media = [
    ...(question.media ?? []),
    ...inChoices.flatMap((choice: { readonly media?: Media | undefined }) => choice.media ?? []),
  ]
  const files = isPlain ? [] : localFiles(media)
  if (files.length === 0) return []
  const message = `Named, but not put in; upload them in Moodle: ${files.join(', ')}.`
  return [{ code: 'files-not-included', message }]
}

/** Moodle refuses a file with percentages that it has no name for. */
function gradeNotes({ attributes, content }: XmlNode): Written['notes'] {
  if (attributes?.type === 'ordering' || typeof content === 'string') return []
  const odd = content.flatMap(({ name, attributes }) => {
    const percent = Math.abs(Number(attributes?.fraction ?? 0))
    return name === 'answer' && !grades.some(grade => Math.abs(grade - percent) < 0.001)
      ? [`${percent} %`]
      : []
  })
  if (odd.length === 0) return []
  const message = `Import it with 'Nearest grade if not listed', as Moodle doesn't list ${[...new Set(odd)].join(', ')}.`
  return [{ code: 'unlisted-grades', message }]
}
