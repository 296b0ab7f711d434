import { createJsonSchema, explain, parseDocument } from '../../bank/index.js'
import type { Bank, Fault, Issue } from '../../question/index.js'
import type { FaultInText } from './fault.js'
import { checkModule, warnModule } from './module.check.js'
import { type Module, moduleSchema } from './module.schema.js'
import { moduleWords } from './module.words.js'

/** A module, and all that is wrong with it. */
export interface ParsedModule {
  /** Null where anything is an error: half a course would promise what it can't keep. */
  readonly module: Module | null
  /** Every problem at once, from first to last. */
  readonly issues: readonly Issue[]
}

export interface ParseModuleOptions {
  /** The banks that it draws on: whether they have its questions is checked then. */
  readonly banks?: readonly Bank[]
}

/**
 * Reads a learning module from the text of a YAML or JSON file, or from data, and checks all of it: its fields, the
 * names in it, where each sentence of a lesson comes from, how hard the lessons read, whether each objective has a
 * lesson, a check and questions. Never throws for what a file says: see `issues`, each with a path and, where there is
 * a text, line and column.
 */
export function parseModule(input: unknown, { banks }: ParseModuleOptions = {}): ParsedModule {
  const { value, issues } = parseDocument<Module>(input, (data, known) => {
    const faults = [...known, ...explain(moduleSchema, data)]
    if (faults.length > 0) return { value: null, issues: faults.map(as('error')) }
    const module = data as Module
    const errors = checkModule(module, banks ?? null)
    return {
      value: errors.length === 0 ? module : null,
      issues: [...errors.map(as('error')), ...warnModule(module).map(as('warning'))],
    }
  })
  return { module: value, issues: typeof input === 'string' ? withinTexts(issues, input) : issues }
}

/** Faults inside a text in lines of its own, as YAML has it after `|`, are placed in their line. */
function withinTexts(
  issues: readonly (Issue & Pick<FaultInText, 'within'>)[],
  file: string,
): readonly Issue[] {
  const lines = file.split('\n')
  return issues
    .map(({ within, ...issue }) => {
      const isBlock = /[:\s][|][-+\d]*\s*(?:#.*)?$/.test(lines[(issue.line ?? 0) - 1] ?? '')
      if (within === undefined || issue.line === undefined || !isBlock) return issue
      const line = issue.line + 1 + within
      return { ...issue, line, column: (lines[line - 1] ?? '').search(/\S|$/) + 1 }
    })
    .sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
}

const as =
  (severity: Issue['severity']) =>
  (fault: Fault): Issue => ({ ...fault, severity })

/** The JSON Schema of modules (draft 7), for editors. */
export function moduleJsonSchema(): { readonly [name: string]: unknown } {
  return createJsonSchema(moduleSchema, moduleWords)
}

export type { Module } from './module.schema.js'
