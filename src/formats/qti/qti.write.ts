import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank, Media } from '../../question/index.js'
import type { Exported, MediaFile, ReportEntry } from '../format.js'
import { escapeHtml } from '../html.entities.js'
import { bankLosses, reportLosses } from '../losses.js'
import { htmlFrom, inlineHtmlFrom, respelt } from '../markup.js'
import { isRemote, safePath } from '../shelf.js'
import { archiveOf, writeZip } from '../zip.js'
import { readQtiPackage } from './qti.read.js'
import { fewTries } from './qti.spaces.js'
import type { WriteTexts, WrittenBody } from './qti.write-body.js'
import { document, encoded, localFiles, namespace, packageOf, schemaLocation } from './qti.write-package.js'
import { type WriteRow, writeRows } from './qti.write-rows.js'
import { base, choose, declaration, isNull, qtiId, setOutcome, tag, variable } from './qti.write-xml.js'

interface Written {
  /** The question, with the marking that its bank gives it. */
  readonly question: BuiltInQuestion
  /** Null where it could not be written. */
  readonly xml: string | null
  readonly refused: string | null
}

/**
 * Writes a bank as a content package of QTI 3.0: an item for each question, a test that asks them in order, a manifest,
 * and the files that questions name. The report names, question by question, what QTI did not carry.
 */
export function writeQti(bank: Bank<BuiltInQuestion>, files: readonly MediaFile[] = []): Exported {
  const isPlain = bank.text === 'plain'
  const written = bank.questions.map(question => writeItem(standAlone(question, bank), isPlain))
  const items = written.flatMap(({ question, xml }) => (xml === null ? [] : [{ question, xml }]))
  const named = new Set(written.flatMap(({ question }) => localFiles(question)))
  const used = files.filter(({ path }) => named.has(path) && safePath(path) === path)
  const packed = packageOf(bank, items, used)
  const refused = new Map(
    written.flatMap(({ question, refused }) => (refused === null ? [] : [[question.id, refused] as const])),
  )
  const spelt = { ...bank, questions: written.map(({ question }) => respelt(question, isPlain)) }
  const read = readQtiPackage(archiveOf(packed), { id: bank.id }, fewTries)
  const losses = reportLosses(spelt, read, refused)
  const there = new Set(used.map(({ path }) => path))
  const report = losses.flatMap((entry, at): readonly ReportEntry[] => {
    const missing = localFiles(bank.questions[at] as BuiltInQuestion).filter(path => !there.has(path))
    if (missing.length === 0 || entry.fate === 'dropped') return [entry]
    const message = `Named, but not in the package: ${missing.join(', ')}.`
    const told = { ...entry, fate: 'changed' as const, code: 'files-not-included', message }
    return entry.fate === 'kept' ? [told] : [entry, told]
  })
  // Each item says its language.
  const ofBank = bankLosses({ ...bank, language: undefined }, read.bank)
  return { content: writeZip(packed), media: [], report: [...report, ...ofBank] }
}

/** A question with the language that the bank says for it. */
function standAlone(question: BuiltInQuestion, bank: Bank): BuiltInQuestion {
  const { language = bank.language } = question
  return language === undefined ? question : { ...question, language }
}

function writeItem(question: BuiltInQuestion, isPlain: boolean): Written {
  const texts: WriteTexts = {
    block: text => htmlFrom(text, isPlain),
    inline: text => inlineHtmlFrom(text, isPlain),
    media: media => media.map(mediaTag).join(''),
  }
  const body = (writeRows[question.type] as WriteRow)(question, texts)
  if ('cannot' in body) return { question, xml: null, refused: body.cannot }
  return {
    question,
    xml: itemOf(question, body, texts),
    refused: null,
  }
}

function itemOf(question: BuiltInQuestion, written: WrittenBody, texts: WriteTexts): string {
  const { id, language, stem, type, points = 1, media = [], hints = [], solution, feedback = {} } = question
  const outcomes = Object.entries(feedback).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  const outcome = (identifier: string, cardinality: string, baseType: string, value?: number) =>
    tag(
      'qti-outcome-declaration',
      { identifier, cardinality, 'base-type': baseType },
      value === undefined ? '' : tag('qti-default-value', {}, tag('qti-value', {}, String(value))),
    )
  const rubric = (name: string, text: string) =>
    tag(
      'qti-rubric-block',
      { class: name, use: 'instructions', view: 'tutor' },
      tag('qti-content-body', {}, texts.block(text)),
    )
  const modal = (outcomeId: string, identifier: string, text: string, showHide = 'show') =>
    tag(
      'qti-modal-feedback',
      { 'outcome-identifier': outcomeId, identifier, 'show-hide': showHide },
      tag('qti-content-body', {}, texts.block(text)),
    )
  const rules = written.rules + (outcomes.length > 0 ? outcomeRules(written, points) : '')
  const xml = tag(
    'qti-assessment-item',
    {
      xmlns: namespace,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': schemaLocation,
      identifier: qtiId(id),
      title: id,
      adaptive: 'false',
      'time-dependent': 'false',
      'xml:lang': language,
    },
    ...written.responses.map(declaration),
    outcome('SCORE', 'single', 'float', 0),
    outcome('MAXSCORE', 'single', 'float', points),
    ...(written.outcomes ?? []).map(name => outcome(name, 'single', 'float', 0)),
    written.feedback.length > 0 ? outcome('FEEDBACK', 'multiple', 'identifier') : '',
    outcomes.length > 0 ? outcome('OUTCOME', 'single', 'identifier') : '',
    tag(
      'qti-item-body',
      {},
      type === 'cloze' ? '' : texts.block(stem),
      media.length > 0 ? `<div>${texts.media(media)}</div>` : '',
      written.body,
      ...hints.map(({ text }) => rubric('hint', text)),
      ...(solution === undefined ? [] : [rubric('solution', solution)]),
    ),
    rules === '' ? '' : tag('qti-response-processing', {}, rules),
    ...outcomes.map(([name, text]) => modal('OUTCOME', name, text, name === 'general' ? 'hide' : 'show')),
    ...written.feedback.map(([identifier, text]) => modal('FEEDBACK', identifier, text)),
  )
  return document(xml)
}

/** What a response came to, for the feedback that hangs on it. */
function outcomeRules({ responses }: WrittenBody, points: number): string {
  const isBlank = responses.map(({ id }) => isNull(id))
  const reaches = (value: number) => tag('qti-gte', {}, variable('SCORE'), base(value))
  const set = (name: string) => setOutcome('OUTCOME', base(name))
  return choose(
    [isBlank.length === 1 ? isBlank.join('') : tag('qti-and', {}, ...isBlank), set('unanswered')],
    [reaches(points - points * 1e-6), set('correct')],
    [reaches(points * 1e-6), set('partial')],
    [null, set('incorrect')],
  )
}

function mediaTag({ type, src, alt }: Media): string {
  const place = isRemote(src) ? src : `../${encoded(src)}`
  if (type === 'image') return tag('img', { src: place, alt })
  return tag(type, { src: place, 'aria-label': alt, controls: 'true' }, escapeHtml(alt) || ' ')
}
