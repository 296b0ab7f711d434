import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank, Issue } from '../question/index.js'
import type { Found, LintContext, Rule, Severity } from './rule.js'
import { rules } from './rules/index.js'

export interface LintOptions {
  /** Severity by rule, in place of the rule's own; `off` leaves it out. */
  readonly rules?: { readonly [rule: string]: Severity | 'off' }
  /** The paragraphs of the text that the questions are derived from, for the rules that compare. */
  readonly source?: readonly string[]
  /** Paragraphs whose checksum is no longer the one written down, counted from 1, for `stale-source`. */
  readonly changedParagraphs?: readonly number[]
  /** Grade of school that the texts are for, for `reading-level`. */
  readonly readingGrade?: number
  /** Whether feedback and solutions are asked for; they are when left out. */
  readonly feedback?: boolean
}

/**
 * Says what research on item writing warns of. A bank, and a question, may leave a rule out with its reason:
 * `lint: { key-longest: The official name is that long. }`.
 *
 * ```ts
 * lintBank(bank).map(({ code, message }) => `${code}: ${message}`)
 * // → ['all-of-the-above: 'All of the above' gives itself away.']
 * ```
 *
 * @throws TypeError when `rules` names a rule that there isn't.
 */
export function lintBank(bank: Bank<BuiltInQuestion>, options: LintOptions = {}): readonly Issue[] {
  const severities = options.rules ?? {}
  const unknown = Object.keys(severities).filter(id => !rules.some(rule => rule.id === id))
  if (unknown.length > 0)
    throw new TypeError(`There is no lint rule ${unknown.map(id => `'${id}'`).join(', ')}.`)
  const context: LintContext = {
    bank,
    source: options.source ?? null,
    changedParagraphs: options.changedParagraphs ?? [],
    readingGrade: options.readingGrade ?? null,
    feedback: options.feedback ?? true,
  }
  const issues = rules.flatMap(rule => {
    const severity = severities[rule.id] ?? rule.severity
    if (severity === 'off' || bank.lint?.[rule.id] !== undefined) return []
    return rule
      .check(context)
      .filter(found => applies(rule, bank, found))
      .map(found => issueOf(rule, severity, found))
  })
  return issues.sort((one, other) => placeOf(one) - placeOf(other))
}

function applies({ id, english }: Rule, { language, questions }: Bank, { question }: Found): boolean {
  const own = question === null ? undefined : questions[question]
  if (own?.lint?.[id] !== undefined) return false
  return !english || /^en\b/i.test(own?.language ?? language ?? 'en')
}

function issueOf({ id }: Rule, severity: Severity, { question, field, message }: Found): Issue {
  const inside = (field ?? '')
    .split('.')
    .flatMap(step => (step === '' ? [] : [/^\d+$/.test(step) ? Number(step) : step]))
  return {
    code: id,
    severity,
    path: question === null ? inside : ['questions', question, ...inside],
    message,
  }
}

/** Findings go in the order of the questions; those about the whole bank come last. */
function placeOf({ path }: Issue): number {
  return typeof path[1] === 'number' && path[0] === 'questions' ? path[1] : Number.MAX_SAFE_INTEGER
}

export type { Severity } from './rule.js'
export { rules } from './rules/index.js'
