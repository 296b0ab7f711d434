import { isAbsolute, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Log, ReportingDescriptor, Result } from 'sarif'
import type { Issue } from '../index.js'
import { safeLine } from './plain-text.js'
import { nameOf } from './read-text.js'

/** Put in by the build. */
declare const VERSION: string | undefined

/** Something that is wrong, or could be better, in a file. */
export interface Finding {
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  /** Path in the bank: `questions.0.key`. */
  readonly path: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: string
  readonly message: string
}

/** An issue of a bank or a module as a finding in its file. */
export function findingOf(file: string, { line, column, path, severity, code, message }: Issue): Finding {
  const place = { line: line ?? null, column: column ?? null, path: path.join('.') }
  return { file: nameOf(file), ...place, severity, code, message }
}

export type FindingsFormat = 'text' | 'json' | 'sarif'

/** What a code stands for, in plain text and in Markdown, and how grave it is unless the bank says otherwise. */
export interface Help {
  readonly text: string
  readonly markdown?: string
  readonly severity?: Finding['severity']
}

/** The findings as compilers write them, as data, or as SARIF 2.1.0 for code hosts and editors. */
export const findingsFormats: {
  readonly [Format in FindingsFormat]: (
    findings: readonly Finding[],
    helpOn: (code: string) => Help | null,
  ) => string
} = {
  text: findings => `${[...findings.map(asLine), countOf(findings)].join('\n')}\n`,
  json: findings => `${JSON.stringify(findings, null, 2)}\n`,
  sarif: (findings, helpOn) => `${JSON.stringify(asSarif(findings, helpOn), null, 2)}\n`,
}

function asLine({ file, line, column, path, severity, code, message }: Finding): string {
  const place = [file, line, column].filter(part => part !== null).join(':')
  const inBank = path === '' ? '' : ` (${path})`
  return safeLine(`${place}: ${severity}: ${message}${inBank} [${code}]`)
}

function countOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing is wrong.'
  const counts = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const count = findings.filter(finding => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count > 1 && severity !== 'info' ? 's' : ''}`]
  })
  return `${counts.join(', ')}.`
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

function asSarif(findings: readonly Finding[], helpOn: (code: string) => Help | null): Log {
  const severities = new Map(findings.map(({ code, severity }) => [code, severity]))
  const codes = [...severities.keys()]
  const places = new Map(codes.map((code, index) => [code, index]))
  const rules = codes.map((id): ReportingDescriptor => {
    const text = `${inWords(id)}. The message says where and what would be right.`
    const { severity = severities.get(id) ?? 'error', ...help }: Help = helpOn(id) ?? { text }
    return {
      id,
      shortDescription: { text: inWords(id) },
      fullDescription: { text: help.text },
      help,
      defaultConfiguration: { level: levels[severity] },
    }
  })
  const results = findings.map(
    ({ file, line, column, severity, code, message, path }): Result => ({
      ruleId: code,
      ruleIndex: places.get(code) ?? -1,
      level: levels[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: addressOf(file) },
            // Code hosts ask for a line of each.
            region: { startLine: line ?? 1, startColumn: column ?? 1 },
          },
          ...(path !== '' && { logicalLocations: [{ fullyQualifiedName: path }] }),
        },
      ],
    }),
  )
  const driver = { name: 'quizwright', ...(typeof VERSION === 'string' && { version: VERSION }), rules }
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  }
}

/** `unknown-field` as `Unknown field`. */
const inWords = (code: string) => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`

/** A path as SARIF takes it: from this folder, as code hosts want it, unless it was given whole and leads elsewhere. */
function addressOf(file: string): string {
  const near = relative('', file)
  const isElsewhere = isAbsolute(near) || (isAbsolute(file) && near.startsWith(`..${sep}`))
  return isElsewhere ? pathToFileURL(file).href : near.split(sep).map(encodeURIComponent).join('/')
}
