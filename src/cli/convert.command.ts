import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, normalize } from 'node:path'
import { stringify } from 'yaml'
import { parseBank } from '../bank/index.js'
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
import { type Command, readArguments, UsageError } from './command.js'
import { safeLine } from './plain-text.js'

const options = {
  to: { type: 'string' },
  from: { type: 'string' },
  out: { type: 'string' },
  report: { type: 'string' },
} as const

/** Turns questions of one format into another: exit code 1 where something did not come over whole. */
export const command: Command = async args => {
  const { values, positionals } = readArguments(args, options, 1)
  const [file] = positionals
  const { to = 'yaml' } = values
  if (file === undefined)
    throw new UsageError(['Name the file: quizwright convert questions.gift --to yaml --out questions.yaml'])
  if (to !== 'yaml' && to !== 'json' && !(isFormatName(to) && formats[to].write)) throw unknownFormat(to)
  const { bank, report, media } = await readBank(file, values.from)
  if (!bank) throw new UsageError(report.map(entry => asLine(file, entry)))
  const files = [...media, ...(await filesBeside(file, bank))]
  const written = write(bank, to, files)
  const beside = to === 'yaml' || to === 'json' ? media : written.media
  const entries = [...report, ...written.report]
  if (values.out !== undefined) await writeOut(values.out, written.content, beside)
  else if (typeof written.content !== 'string' && process.stdout.isTTY)
    throw new UsageError([`'${to}' is an archive; name the file for it: --out questions.zip`])
  else {
    process.stdout.write(written.content)
    if (beside.length > 0)
      process.stderr.write(`With --out, ${beside.length} pictures would be written beside it.\n`)
  }
  if (values.report !== undefined) await writeFile(values.report, `${JSON.stringify(entries, null, 2)}\n`)
  const lost = entries.filter(({ fate }) => fate !== 'kept')
  for (const entry of lost) process.stderr.write(`${asLine(file, entry)}\n`)
  return lost.length > 0 ? 1 : 0
}

const known = ['yaml', 'json', ...Object.keys(formats)].join(', ')
const unknownFormat = (name: string) => new UsageError([`There is no format '${name}'. There are: ${known}.`])

async function readBank(
  file: string,
  from: string | undefined,
): Promise<{
  readonly bank: Bank<BuiltInQuestion> | null
  readonly report: readonly ReportEntry[]
  readonly media: readonly MediaFile[]
}> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError([`There is no file '${file}' that can be read.`])
  })
  const name = basename(file, extname(file))
  const isBank = from === undefined && ['.yaml', '.yml', '.json'].includes(extname(file))
  if (isBank || from === 'yaml' || from === 'json') {
    const { bank, issues } = parseBank(bytes.toString('utf8'))
    return {
      bank,
      media: [],
      report: issues.map(({ code, message, line }) => ({
        fate: 'dropped',
        question: null,
        code,
        message,
        ...(line !== undefined && { line }),
      })),
    }
  }
  if (from !== undefined && !isFormatName(from)) throw unknownFormat(from)
  const id = /^[\w.-]+$/.test(name) ? name : 'imported'
  try {
    return importBank(bytes, { ...(from !== undefined && { format: from }), file, title: name, id })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError([`${file}: ${error.message}`])
  }
}

/** Files of its own folder that a bank names; those that aren't there are told of by the format's report. */
async function filesBeside(file: string, bank: Bank<BuiltInQuestion>): Promise<readonly MediaFile[]> {
  const files = await Promise.all(
    [...sourcesIn(bank.questions)].map(async path => {
      const place = normalize(path)
      if (/^(?:[a-z][\w+.-]*:|[\\/])/i.test(path) || place.startsWith('..')) return []
      const bytes = await readFile(join(dirname(file), place)).catch(() => null)
      return bytes ? [{ path, bytes }] : []
    }),
  )
  return files.flat()
}

/** What stands as `src`, at any depth. */
function sourcesIn(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set()
  const own = 'src' in value && typeof value.src === 'string' ? [value.src] : []
  return new Set([...own, ...Object.values(value).flatMap(one => [...sourcesIn(one)])])
}

/** Pictures go beside the file, where the questions name them. */
async function writeOut(file: string, content: string | Uint8Array, media: readonly MediaFile[]) {
  await writeFile(file, content)
  for (const { path, bytes } of media) {
    const place = join(dirname(file), path)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, bytes)
  }
}

function write(bank: Bank<BuiltInQuestion>, to: 'yaml' | 'json' | FormatName, media: readonly MediaFile[]) {
  if (to === 'yaml') return { content: stringify(bank), media: [], report: [] }
  if (to === 'json') return { content: `${JSON.stringify(bank, null, 2)}\n`, media: [], report: [] }
  return exportBank(bank, to, media)
}

function asLine(file: string, { line, question, fate, message, code }: ReportEntry): string {
  const place = line === undefined ? file : `${file}:${line}`
  return safeLine(`${place}: ${fate}${question === null ? '' : ` '${question}'`}: ${message} [${code}]`)
}
