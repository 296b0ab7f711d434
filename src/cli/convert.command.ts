import { readFile, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { stringify } from 'yaml'
import { parseBank } from '../bank/index.js'
import {
  detectFormat,
  exportBank,
  type FormatName,
  formats,
  importBank,
  isFormatName,
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
  const { bank, report } = await readBank(file, values.from)
  if (!bank) throw new UsageError(report.map(entry => asLine(file, entry)))
  const written = write(bank, to)
  const entries = [...report, ...written.report]
  if (values.out === undefined) process.stdout.write(written.content)
  else await writeFile(values.out, written.content)
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
): Promise<{ readonly bank: Bank<BuiltInQuestion> | null; readonly report: readonly ReportEntry[] }> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError([`There is no file '${file}' that can be read.`])
  })
  const name = basename(file, extname(file))
  const text = bytes.toString('utf8')
  const isBank = from === undefined && ['.yaml', '.yml', '.json'].includes(extname(file))
  if (isBank || from === 'yaml' || from === 'json') {
    const { bank, issues } = parseBank(text)
    return {
      bank,
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
  const format: FormatName | null = from ?? detectFormat(text)
  if (!format)
    throw new UsageError([`${file} is in none of the formats known here; name it with --from: ${known}.`])
  return importBank(bytes, { format, file, title: name, id: /^[\w.-]+$/.test(name) ? name : 'imported' })
}

function write(bank: Bank<BuiltInQuestion>, to: 'yaml' | 'json' | FormatName) {
  if (to === 'yaml') return { content: stringify(bank), report: [] }
  if (to === 'json') return { content: `${JSON.stringify(bank, null, 2)}\n`, report: [] }
  return exportBank(bank, to)
}

function asLine(file: string, { line, question, fate, message, code }: ReportEntry): string {
  const place = line === undefined ? file : `${file}:${line}`
  return safeLine(`${place}: ${fate}${question === null ? '' : ` '${question}'`}: ${message} [${code}]`)
}
