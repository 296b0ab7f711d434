import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank, Media } from '../../question/index.js'
import type { Exported, MediaFile } from '../format.js'
import { escapeHtml } from '../html.entities.js'
import { bankLosses, reportLosses, withNotes } from '../losses.js'
import { htmlFrom, inlineHtmlFrom, respelt } from '../markup.js'
import { isRemote, safePath } from '../shelf.js'
import { value, writeXml, type XmlNode } from '../xml.write.js'
import { archiveOf, writeZip } from '../zip.js'
import {
  anything,
  itemFeedback,
  material,
  metadata,
  type Scoring,
  shown,
  type WriteTexts,
} from './qti12.nodes.js'
import { readQti12Package } from './qti12.read.js'
import { type WriteRow, writeRows } from './qti12.write-rows.js'

interface Turned {
  /** The question in the form that was written. */
  readonly question: BuiltInQuestion
  readonly item: XmlNode | null
  readonly refused: string | null
  readonly notes: readonly string[]
}

/** Writes a bank as a package that Canvas imports as a quiz (QTI 1.2). The report names what Canvas can't hold. */
export function writeQti12(bank: Bank<BuiltInQuestion>, files: readonly MediaFile[] = []): Exported {
  const isPlain = bank.text === 'plain'
  const turned = bank.questions.map(question => turn(question, isPlain))
  const named = new Set(turned.flatMap(({ question }) => localMedia(question).map(({ src }) => src)))
  const used = files.filter(({ path }) => named.has(path) && safePath(path) === path)
  const packed = packageOf(
    bank,
    turned.flatMap(({ item }) => item ?? []),
    used,
  )
  const refused = new Map(
    turned.flatMap(({ question, refused }) => (refused === null ? [] : [[question.id, refused] as const])),
  )
  const written = { ...bank, questions: turned.map(({ question }) => respelt(question, isPlain)) }
  const read = readQti12Package(archiveOf(packed), { id: bank.id })
  const losses = reportLosses(written, read, refused)
  const there = new Set(used.map(({ path }) => path))
  const report = losses.flatMap((entry, index) => {
    const { question, notes = [] } = turned[index] ?? {}
    const missing = question ? localMedia(question).filter(({ src }) => !there.has(src)) : []
    const said =
      missing.length > 0
        ? [`Named, but not in the package: ${missing.map(({ src }) => src).join(', ')}.`]
        : []
    const changes = [...notes, ...said].map(message => ({ code: 'turned', message }))
    return withNotes({ ...entry, kind: bank.questions[index]?.type ?? '' }, changes)
  })
  return { content: writeZip(packed), media: [], report: [...report, ...bankLosses(bank, read.bank)] }
}

function turn(question: BuiltInQuestion, isPlain: boolean): Turned {
  const refuse = (refused: string) => ({ question, item: null, refused, notes: [] })
  const row = writeRows[question.type]
  if ('cannot' in row) return refuse(row.cannot)
  const turned = (row as WriteRow).turn?.(question) ?? { question, notes: [] }
  if ('cannot' in turned) return refuse(turned.cannot)
  const now = writeRows[turned.question.type]
  if ('cannot' in now) return refuse(now.cannot)
  const notes = [...new Set(turned.notes)]
  return {
    question: turned.question,
    item: itemOf(turned.question, now as WriteRow, isPlain),
    refused: null,
    notes,
  }
}

function itemOf(question: BuiltInQuestion, row: WriteRow, isPlain: boolean): XmlNode {
  const { id, stem, points = 1, feedback = {} } = question
  const texts: WriteTexts = text => ({ html: inlineHtmlFrom(text, isPlain) })
  const asked = row.html?.(question, texts) ?? htmlFrom(stem, isPlain)
  const images = (question.media ?? []).filter(({ type }) => type === 'image').map(imageOf)
  const scoring = row.scoring(question)
  const isCloze = question.type === 'cloze' && question.gaps.some(({ type }) => type === 'choice')
  return {
    name: 'item',
    attributes: { ident: id, title: id },
    content: [
      {
        name: 'itemmetadata',
        content: [
          metadata({
            question_type: isCloze ? 'multiple_dropdowns_question' : row.named,
            points_possible: String(points),
          }),
        ],
      },
      {
        name: 'presentation',
        content: [material({ html: asked + images.join('') }), ...row.responses(question, texts)],
      },
      processing(scoring, feedback),
      ...Object.entries(named).flatMap(([name, ident]) => {
        const said = feedback[name as keyof typeof named]
        return said === undefined ? [] : [itemFeedback(ident, { html: htmlFrom(said, isPlain) })]
      }),
      ...scoring.feedback.map(({ id, text }) => itemFeedback(`${id}_fb`, { html: htmlFrom(text, isPlain) })),
    ],
  }
}

/** Canvas's names for what is said to all, to those who are right, and to the others. */
const named = { general: 'general_fb', correct: 'correct_fb', incorrect: 'general_incorrect_fb' } as const

function processing(
  { feedback, conditions }: Scoring,
  said: NonNullable<BuiltInQuestion['feedback']>,
): XmlNode {
  const score = {
    name: 'decvar',
    attributes: { maxvalue: '100', minvalue: '0', varname: 'SCORE', vartype: 'Decimal' },
    content: '',
  }
  const showing = (name: keyof typeof named) =>
    said[name] === undefined ? [] : [shown([anything], named[name])]
  const rules = [
    ...showing('general'),
    ...feedback.map(({ tests, id }) => shown(tests, `${id}_fb`)),
    ...conditions.map(condition =>
      withFeedback(condition, said.correct === undefined ? null : named.correct),
    ),
    // Without conditions it would be shown to all.
    ...(conditions.length > 0 ? showing('incorrect') : []),
  ]
  const outcomes = { name: 'outcomes', content: [score] }
  return { name: 'resprocessing', content: [outcomes, ...(rules.length > 0 ? rules : [unscored])] }
}

/** A file has a rule at least; Canvas writes this one for essays. */
const unscored: XmlNode = {
  name: 'respcondition',
  attributes: { continue: 'No' },
  content: [{ name: 'conditionvar', content: [anything] }],
}

/** A condition that settles the score shows what is said to those who are right. */
function withFeedback(condition: XmlNode, feedback: string | null): XmlNode {
  if (feedback === null || condition.attributes?.continue !== 'No' || typeof condition.content === 'string')
    return condition
  const display = {
    name: 'displayfeedback',
    attributes: { feedbacktype: 'Response', linkrefid: feedback },
    content: '',
  }
  return { ...condition, content: [...condition.content, display] }
}

const shared = 'web_resources'

function imageOf({ src, alt }: Media): string {
  const place = isRemote(src)
    ? src
    : `$IMS-CC-FILEBASE$/${encodeURI(src).replace(/[?#]/g, encodeURIComponent)}`
  return `<p><img src="${escapeHtml(place)}" alt="${escapeHtml(alt)}"/></p>`
}

function localMedia({ media = [] }: BuiltInQuestion): readonly Media[] {
  return media.filter(({ type, src }) => type === 'image' && !isRemote(src))
}

function packageOf(
  { id: own, title, questions }: Bank<BuiltInQuestion>,
  items: readonly XmlNode[],
  files: readonly MediaFile[],
): readonly MediaFile[] {
  // An id in XML has no colon and begins with a letter; no more do folders everywhere have colons.
  const id = `${/^[A-Za-z]/.test(own) ? '' : 'b'}${own.replaceAll(':', '_')}`
  const points = questions.reduce((sum, { points = 1 }) => sum + points, 0)
  const quiz = document('questestinterop', 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2', [
    {
      name: 'assessment',
      attributes: { ident: id, title },
      content: [
        metadata({ cc_maxattempts: '1' }),
        { name: 'section', attributes: { ident: 'root_section' }, content: items },
      ],
    },
  ])
  const about = document(
    'quiz',
    'http://canvas.instructure.com/xsd/cccv1p0',
    [value('title', title), value('quiz_type', 'assignment'), value('points_possible', points)],
    { identifier: id },
  )
  const resource = (
    identifier: string,
    type: string,
    href: string,
    more: readonly XmlNode[] = [],
  ): XmlNode => ({
    name: 'resource',
    attributes: { identifier, type, href },
    content: [{ name: 'file', attributes: { href }, content: '' }, ...more],
  })
  const manifest = document(
    'manifest',
    'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1',
    [
      { name: 'metadata', content: [value('schema', 'IMS Content'), value('schemaversion', '1.1.3')] },
      { name: 'organizations', content: '' },
      {
        name: 'resources',
        content: [
          resource(`${id}_quiz`, 'imsqti_xmlv1p2', `${id}/${id}.xml`, [
            { name: 'dependency', attributes: { identifierref: `${id}_meta` }, content: '' },
          ]),
          resource(
            `${id}_meta`,
            'associatedcontent/imscc_xmlv1p1/learning-application-resource',
            `${id}/assessment_meta.xml`,
          ),
          ...files.map(({ path }, index) => resource(`file${index + 1}`, 'webcontent', `${shared}/${path}`)),
        ],
      },
    ],
    { identifier: `${id}_package` },
  )
  return [
    { path: 'imsmanifest.xml', bytes: manifest },
    { path: `${id}/${id}.xml`, bytes: quiz },
    { path: `${id}/assessment_meta.xml`, bytes: about },
    ...files.map(({ path, bytes }) => ({ path: `${shared}/${path}`, bytes })),
  ]
}

function document(
  name: string,
  namespace: string,
  content: readonly XmlNode[],
  attributes: XmlNode['attributes'] = {},
): Uint8Array {
  const root = { name, attributes: { xmlns: namespace, ...attributes }, content }
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(root)}\n`)
}
