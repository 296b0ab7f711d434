import { isAbsolute, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { safeLine } from './plain-text.js'

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

export type FindingsFormat = 'text' | 'json' | 'sarif'

/** The findings as compilers write them, as data, or as SARIF 2.1.0 for code hosts and editors. */
export const findingsFormats: {
  readonly [Format in FindingsFormat]: (findings: readonly Finding[]) => string
} = {
  text: findings => `${[...findings.map(asLine), countOf(findings)].join('\n')}\n`,
  json: findings => `${JSON.stringify(findings, null, 2)}\n`,
  sarif: findings => `${JSON.stringify(asSarif(findings), null, 2)}\n`,
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

function asSarif(findings: readonly Finding[]): object {
  const rules = [...new Set(findings.map(({ code }) => code))].map(id => ({ id }))
  const results = findings.map(({ file, line, column, severity, code, message, path }) => ({
    ruleId: code,
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: addressOf(file) },
          ...(line !== null && { region: { startLine: line, startColumn: column ?? 1 } }),
        },
        ...(path !== '' && { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
  }))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'quizwright', rules } }, columnKind: 'utf16CodeUnits', results }],
  }
}

/** A path as SARIF takes it: a relative address, or a file's. */
function addressOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href
  return file.split(sep).map(encodeURIComponent).join('/')
}
