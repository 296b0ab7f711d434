import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank, Question } from '../question/index.js'
import { readAiken, writeAiken } from './aiken/index.js'
import { writeAnki } from './anki/index.js'
import { delimiterOf, readCsv, writeCsv, writeTsv } from './csv/index.js'
import { decode, isBinary } from './decode.js'
import { foreignArchive, foreignText } from './foreign.js'
import type { Exported, Imported, MediaFile, ReadOptions, ReportEntry } from './format.js'
import { isGift, readGift, writeGift } from './gift/index.js'
import { isMarkdown, readMarkdown, writeMarkdown } from './markdown/index.js'
import { readMoodleXml, writeMoodleXml } from './moodle-xml/index.js'
import { faultsIn, fromManifest, holds } from './package.js'
import { isQti, localFiles, readQti, readQtiPackage, writeQti } from './qti/index.js'
import { isQti12, readQti12, readQti12Package, writeQti12 } from './qti12/index.js'
import { headOf } from './xml.js'
import { type Archive, isZip, mostBytes, readZip } from './zip.js'

/** The formats that banks come from and go to. */
export type FormatName =
  | 'aiken'
  | 'csv'
  | 'tsv'
  | 'gift'
  | 'moodle-xml'
  | 'qti'
  | 'qti12'
  | 'markdown'
  | 'anki'

interface Format {
  /** What its files are called: `.gift`. */
  readonly extension: string
  /** Null where it is only written. */
  readonly read: ((text: string, options: ReadOptions) => Imported) | null
  /** Null where it is only read. */
  readonly write: ((bank: Bank<BuiltInQuestion>, media: readonly MediaFile[]) => Exported) | null
  /** Whether a text looks like it. Asked in turn, the most telling first. */
  readonly fits: (text: string) => boolean
  /** Reads a zip archive of its documents, where it has such packages. */
  readonly readPackage?: (archive: Archive, options: ReadOptions) => Imported
}

/** Every format, by name, in the order in which a text is tried. */
export const formats: { readonly [Name in FormatName]: Format } = {
  'moodle-xml': {
    extension: '.xml',
    read: readMoodleXml,
    write: writeMoodleXml,
    fits: text => /^<quiz[\s>]/.test(headOf(text)),
  },
  qti: {
    extension: '.zip',
    read: readQti,
    write: writeQti,
    fits: isQti,
    readPackage: readQtiPackage,
  },
  qti12: {
    extension: '.zip',
    read: readQti12,
    write: writeQti12,
    fits: isQti12,
    readPackage: readQti12Package,
  },
  csv: {
    extension: '.csv',
    read: readCsv,
    write: writeCsv,
    fits: text => /[,;]/.test(delimiterOf(text) ?? ''),
  },
  tsv: {
    extension: '.tsv',
    read: readCsv,
    write: writeTsv,
    fits: text => delimiterOf(text) === '\t',
  },
  aiken: {
    extension: '.txt',
    read: readAiken,
    write: writeAiken,
    fits: text => /^[ \t]*ANSWER:[ \t\u00a0]*[A-Z]/m.test(text) && /^[ \t]*[A-Z][).]/m.test(text),
  },
  markdown: {
    extension: '.md',
    read: readMarkdown,
    write: writeMarkdown,
    fits: isMarkdown,
  },
  anki: { extension: '.txt', read: null, write: writeAnki, fits: () => false },
  gift: {
    extension: '.gift',
    read: readGift,
    write: writeGift,
    fits: isGift,
  },
}

/** True for the name of a format. */
export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name)
}

const formatNames = Object.keys(formats).filter(isFormatName)

/** @throws TypeError when there is none of that name, which only programs without types can ask for. */
function formatOf(name: string): Format {
  if (isFormatName(name)) return formats[name]
  throw new TypeError(`There is no format '${name}'. There are: ${formatNames.join(', ')}.`)
}

/** The format that a text is written in, by its content; null where none fits. */
export function detectFormat(content: string | Uint8Array): FormatName | null {
  if (isZip(content)) {
    const zip = readZip(content)
    return zip.is === 'broken' ? null : formatOfArchive(zip)
  }
  return isBinary(content) ? null : formatOfText(decode(content).text)
}

function formatOfText(text: string): FormatName | null {
  const found = formatNames.find(name => formats[name].fits(text)) ?? null
  const isLoose = found === 'gift' || found === 'markdown'
  return isLoose && foreignText(text) !== null ? null : found
}

const formatOfArchive = (archive: Archive): FormatName | null =>
  formatNames.find(name => formats[name].readPackage && holds(archive, formats[name].fits)) ?? null

export interface ImportOptions extends ReadOptions {
  /** Found by the content when left out. */
  readonly format?: FormatName
  /** The longest text that is read, and how much an archive may hold unpacked; 48 MiB when left out. */
  readonly maxBytes?: number
}

/**
 * Reads questions of another system.
 *
 * ```ts
 * const { bank, report } = importBank('Where was it? {=Vilnius ~Riga}')
 * // → report: [{ fate: 'kept', question: 'q1', kind: 'multichoice', line: 1, … }]
 * ```
 *
 * @param content text, or the bytes of a file in UTF-8.
 * @throws TypeError when no format is named and none fits, or when the one that is named is not read.
 */
export function importBank(
  content: string | Uint8Array,
  { format, maxBytes = mostBytes, ...options }: ImportOptions = {},
): Imported {
  if (isZip(content)) return importPackage(content, format, maxBytes, options)
  if (content.length > maxBytes)
    return refuse('too-large', `The file is longer than the ${maxBytes} bytes that are read ('maxBytes').`)
  if (isBinary(content)) return refuse('not-text', 'The file is neither text nor a zip archive.')
  const { text, isExact } = decode(content)
  const found = format ?? formatOfText(text)
  const names = formatNames.filter(name => formats[name].read)
  if (!found)
    throw new TypeError(
      foreignText(text) ??
        `The text is in none of the formats ${names.join(', ')}, as far as it can be told; name the one that it is in.`,
    )
  const { read } = formatOf(found)
  if (!read) throw new TypeError(`'${found}' is only written, not read.`)
  const own = read(text, options)
  const isSilent = !own.bank && own.report.length === 0
  const imported = isSilent
    ? refuse('no-questions', `There are no questions of the format '${found}' in it.`)
    : own
  if (isExact) return imported
  const message =
    'The file is not in UTF-8; it was read as Windows-1252. Compare its accents and quotation marks.'
  return {
    ...imported,
    report: [{ fate: 'changed', question: null, code: 'not-utf-8', message }, ...imported.report],
  }
}

const refuse = (code: string, message: string): Imported => ({
  bank: null,
  media: [],
  report: [{ fate: 'dropped', question: null, code, message }],
})

function importPackage(
  content: Uint8Array,
  named: FormatName | undefined,
  maxBytes: number,
  options: ReadOptions,
): Imported {
  const zip = readZip(content, { bytes: maxBytes })
  if (zip.is === 'broken') return refuse(zip.code, zip.message)
  const format = named ?? formatOfArchive(zip)
  const read = format === null ? undefined : formatOf(format).readPackage
  const imported = read?.(fromManifest(zip), options)
  if (imported && imported.report.length > 0)
    return { ...imported, report: [...imported.report, ...missingFiles(imported)] }
  const none = refuse(
    'no-package',
    foreignArchive(zip.paths) ??
      (imported
        ? `There is nothing of the format '${format}' in the archive.`
        : `There is nothing in the archive that is read: packages are of ${formatNames.filter(name => formats[name].readPackage).join(', ')}.`),
  )
  // Why a file in it can't be read is often why nothing is.
  return { ...none, report: [...none.report, ...faultsIn(zip)] }
}

/** Files that questions of a package name, and that are not in it. */
function missingFiles({ bank, media }: Imported): readonly ReportEntry[] {
  const there = new Set(media.map(({ path }) => path))
  return (bank?.questions ?? []).flatMap(question => {
    const missing = localFiles(question).filter(path => !there.has(path))
    return missing.map((path): ReportEntry => {
      const message = `It names '${path}', which is not in the package.`
      return { fate: 'changed', question: question.id, code: 'file-missing', message }
    })
  })
}

/**
 * Writes a bank for another system. The report says of each question whether it was kept, what was lost of it, or
 * why it could not be written.
 *
 * @param media files that the questions name, for formats that are packages. Paths are as the questions have them.
 * @throws TypeError when the format is not written.
 */
export function exportBank(
  bank: Bank<BuiltInQuestion>,
  format: FormatName,
  media: readonly MediaFile[] = [],
): Exported {
  const { write } = formatOf(format)
  if (!write) throw new TypeError(`'${format}' is only read, not written.`)
  return write({ ...bank, questions: bank.questions.map(question => withMarking(question, bank)) }, media)
}

/** A question with the rule that the bank has for its kind, as other systems have none for a kind. */
function withMarking(question: BuiltInQuestion, bank: Bank): BuiltInQuestion {
  const marking = (question as Question).marking ?? bank.marking?.[question.type]
  return marking === undefined ? question : ({ ...question, marking } as BuiltInQuestion)
}

export type { Exported, Imported, MediaFile, ReadOptions, ReportEntry } from './format.js'
