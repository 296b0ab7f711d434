import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import { stringify } from 'yaml'
import { isId, ownName, parseBank } from '../bank/index.js'
import {
  exportBank,
  type FormatName,
  formats,
  importBank,
  isFormatName,
  type MediaFile,
  type ReportEntry,
} from '../formats/index.js'
import type { Bank } from '../index.js'
import type { BuiltInQuestion } from '../interactions/index.js'
import { merged, translated } from './banks.js'
import { type Command, readArguments, UsageError } from './command.js'
import { fileBeside, sourcesIn } from './media.files.js'
import { namedAmong, otherNames } from './named.js'
import { safeLine } from './plain-text.js'
import { print } from './print.js'
import { nameOf, readBytes, textOf } from './read-text.js'
import { writeTo, writeWithMedia } from './write-files.js'

const options = {
  to: { type: 'string' },
  from: { type: 'string' },
  out: { type: 'string' },
  report: { type: 'string' },
  translation: { type: 'string' },
} as const

/** Turns questions of one format into another: exit code 1 where something did not come over whole. */
export const command: Command = async args => {
  const { values, positionals: names } = readArguments('convert', args, options, Number.POSITIVE_INFINITY)
  if (names.length === 0)
    throw new UsageError(['Name the file: quizwright convert questions.gift --to yaml --out questions.yaml'])
  const { out } = values
  const to =
    values.to === undefined
      ? formatOfFile(out ?? '')
      : formatNamed(values.to, writable, 'No questions are written as')
  if (out !== undefined && names.some(name => resolve(name) === resolve(out)))
    throw new UsageError([`${out} is what is read, and stays as it is: name another file with --out.`])
  const { bank, report, media, named } = await readBanks(names, values.from, values.translation)
  const written = write(bank, to, [...media, ...named])
  const beside = to === 'yaml' || to === 'json' ? media : written.media
  const entries = [...report, ...written.report]
  const losses = entries.filter(({ fate }) => fate !== 'kept').map(entry => asLine(names, entry))
  if (values.report !== undefined) await writeTo(values.report, `${JSON.stringify(entries, null, 2)}\n`)
  if (losses.length > 0 && isNothingLeft(bank, written.report))
    throw new UsageError([...losses, 'No question came over, and nothing was written.'])
  if (out !== undefined) await writeWithMedia(out, written.content, beside)
  else if (typeof written.content !== 'string' && process.stdout.isTTY)
    throw new UsageError([`'${to}' is an archive; name the file for it: --out questions.zip`])
  else {
    process.stdout.write(written.content)
    if (beside.length > 0)
      process.stderr.write(`With --out, ${beside.length} pictures would be written beside it.\n`)
  }
  for (const loss of losses) print(`${loss}\n`, process.stderr)
  if (out !== undefined) print(`${out} was written.\n`)
  return losses.length > 0 ? 1 : 0
}

/** Whether no question comes over: there is none, or each is told of as dropped and as nothing else. */
function isNothingLeft({ questions }: Bank, report: readonly ReportEntry[]): boolean {
  const told = report.filter(({ question }) => question !== null)
  return questions.length === 0 || (told.length > 0 && told.every(({ fate }) => fate === 'dropped'))
}

/** One bank out of the files, in the language of the translation where there is one. */
async function readBanks(
  names: readonly string[],
  from: string | undefined,
  translation: string | undefined,
) {
  const reads = await Promise.all(
    names.map(async name => {
      const { bank, report, media } = await readBank(name, from)
      if (!bank) throw new UsageError(report.map(entry => asLine([name], entry)))
      const entries = names.length > 1 ? report.map(entry => ({ file: name, ...entry })) : report
      return { bank, entries, media, named: await filesBeside(name, bank) }
    }),
  )
  const faults = clashesAmong(
    reads.map(({ media, named }) => [...media, ...named]),
    names,
  )
  if (faults.length > 0) throw new UsageError(faults)
  const whole = await merged(
    reads.map(({ bank }) => bank),
    names,
  )
  const { bank, missing } =
    translation === undefined ? { bank: whole, missing: [] } : await translated(whole, translation)
  const untranslated = missing.map(
    ({ code, path, message }): ReportEntry => ({
      fate: 'changed',
      question: whole.questions[Number(path[1])]?.id ?? null,
      code,
      message,
    }),
  )
  return {
    bank,
    report: [...reads.flatMap(({ entries }) => entries), ...untranslated],
    media: reads.flatMap(({ media }) => media),
    named: reads.flatMap(({ named }) => named),
  }
}

/** Paths under which two files have different pictures, as only one of them could go along. */
function clashesAmong(files: readonly (readonly MediaFile[])[], names: readonly string[]): readonly string[] {
  const first = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()
  return files.flatMap((media, index) =>
    media.flatMap(({ path, bytes }) => {
      const name = names[index] ?? ''
      const other = first.get(path)
      if (!other) first.set(path, { name, bytes })
      return other && Buffer.compare(other.bytes, bytes) !== 0
        ? [`'${path}' is one picture in ${other.name} and another in ${name}. Convert them one by one.`]
        : []
    }),
  )
}

const all = Object.keys(formats).filter(isFormatName)
const writable = ['yaml', 'json', ...all.filter(name => formats[name].write)] as const
const readable = ['yaml', 'json', ...all.filter(name => formats[name].read)] as const

/**
 * @param notThisWay how to say that a format goes the other way alone.
 * @throws UsageError when it is none of those that there are.
 */
function formatNamed(name: string, known: typeof writable, notThisWay: string) {
  const own = ownName(name, otherNames.formats)
  const isOther = isFormatName(own) && !known.includes(own)
  return namedAmong(isOther ? notThisWay : 'There is no format', name, known, otherNames.formats)
}

/**
 * The format that the name of a file stands for by its ending; YAML where it has none.
 *
 * @throws UsageError where that could be several, or is none.
 */
function formatOfFile(file: string): (typeof writable)[number] {
  const ending = extname(file).toLowerCase()
  const fitting = writable.filter(name =>
    isFormatName(name)
      ? formats[name].extension === ending
      : [`.${name}`, ...(name === 'yaml' ? ['', '.yml'] : [])].includes(ending),
  )
  const [first, second] = fitting
  if (first && !second) return first
  throw new UsageError([
    first
      ? `${file} can be of the format ${fitting.join(', ')}: name one with --to.`
      : `No format has files such as ${file}: name one with --to. There are: ${writable.join(', ')}.`,
  ])
}

async function readBank(
  file: string,
  from: string | undefined,
): Promise<{
  readonly bank: Bank<BuiltInQuestion> | null
  readonly report: readonly ReportEntry[]
  readonly media: readonly MediaFile[]
}> {
  const bytes = await readBytes(file)
  const format = from === undefined ? undefined : formatNamed(from, readable, 'No questions are read from')
  const isBank = from === undefined && ['.yaml', '.yml', '.json'].includes(extname(file).toLowerCase())
  if (isBank || format === 'yaml' || format === 'json') return readOwn(textOf(file, bytes))
  const name = basename(file, extname(file))
  try {
    const id = isId(name) ? name : 'imported'
    // A file that somebody names here is read whole, however long it is.
    const maxBytes = Math.max(48 * 2 ** 20, bytes.length)
    return importBank(bytes, { ...(format && { format }), ...(file !== '-' && { file }), id, maxBytes })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // What is in no other format may be a bank, whatever its file is called.
    const own = from === undefined && isUtf8(bytes) ? readOwn(textOf(file, bytes)) : null
    if (own?.bank) return own
    throw new UsageError([`${nameOf(file)}: ${error.message}`])
  }
}

function readOwn(text: string) {
  const { bank, issues } = parseBank(text)
  const report = issues
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ code, message, line }): ReportEntry => ({
        fate: 'dropped',
        question: null,
        code,
        message,
        ...(line !== undefined && { line }),
      }),
    )
  return { bank, media: [], report }
}

/** Files of its own folder that a bank names; those that aren't there are told of by the format's report. */
async function filesBeside(file: string, { questions }: Bank): Promise<readonly MediaFile[]> {
  const named = new Set(sourcesIn(questions).map(({ src }) => src))
  const files = await Promise.all(
    [...named].map(async path => {
      const place = await fileBeside(file, path)
      const bytes = place === null ? null : await readFile(place).catch(() => null)
      return bytes ? [{ path, bytes }] : []
    }),
  )
  return files.flat()
}

function write(bank: Bank<BuiltInQuestion>, to: 'yaml' | 'json' | FormatName, media: readonly MediaFile[]) {
  if (to === 'yaml') return { content: stringify(bank), media: [], report: [] }
  if (to === 'json') return { content: `${JSON.stringify(bank, null, 2)}\n`, media: [], report: [] }
  return exportBank(bank, to, media)
}

function asLine(
  names: readonly string[],
  { file, line, question, fate, message, code }: ReportEntry,
): string {
  const all = names.map(nameOf).join(', ')
  const from = file === undefined ? all : names.includes(file) ? nameOf(file) : `${all}: ${file}`
  const place = line === undefined ? from : `${from}:${line}`
  return safeLine(`${place}: ${fate}${question === null ? '' : ` '${question}'`}: ${message} [${code}]`)
}
