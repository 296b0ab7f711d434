import { didYouMean } from '../bank/index.js'
import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank, Issue } from '../question/index.js'
import { createExemptions, exemptionSeverities } from './exemptions.js'
import { isEnglish } from './language.js'
import { type Found, itemOf, type LintContext, type Rule, type Severity, type Target } from './rule.js'
import { rules } from './rules/index.js'

export interface LintOptions {
  /**
   * Severity by rule, in place of the rule's own; `off` leaves it out. Also for `unknown-rule` and
   * `unneeded-exemption`, which look at what is left out.
   */
  readonly rules?: { readonly [rule: string]: Severity | 'off' }
  /** Ids of the only rules to go by; all when left out. */
  readonly only?: readonly string[]
  /** The paragraphs of the text that the questions are derived from, for the rules that compare. */
  readonly source?: readonly string[]
  /** Paragraphs whose checksum is no longer the one written down, counted from 1, for `stale-source`. */
  readonly changedParagraphs?: readonly number[]
  /** Grade of school that the texts are for, for `reading-level`, in place of the one that the bank states. */
  readonly readingGrade?: number
  /** Whether feedback and solutions are asked for; they are when left out. */
  readonly feedback?: boolean
  /** Systems that the bank is to go to, for `export-risk`. */
  readonly targets?: readonly Target[]
}

/**
 * Says what research on item writing warns of. A bank, and a question, may leave a rule out with its reason:
 * `lint: { key-longest: The official name is that long. }`. An exemption that names no rule is told of as
 * `unknown-rule`, one that nothing needs any more as `unneeded-exemption`.
 *
 * ```ts
 * lintBank(bank).map(({ code, message }) => `${code}: ${message}`)
 * // → ['all-of-the-above: 'All of the above' gives itself away.']
 * ```
 *
 * @throws TypeError when `rules` or `only` names a rule that there isn't.
 */
export function lintBank(bank: Bank<BuiltInQuestion>, options: LintOptions = {}): readonly Issue[] {
  const { only } = options
  const severities = options.rules ?? {}
  checkNames([...Object.keys(severities), ...(only ?? [])])
  const given = bank.readability ? { readingGrade: bank.readability.grade, ...options } : options
  const context: LintContext = {
    bank,
    items: bank.questions.map(question => itemOf(question, bank)),
    source: options.source ?? null,
    changedParagraphs: options.changedParagraphs ?? [],
    readingGrade: given.readingGrade ?? null,
    feedback: options.feedback ?? true,
    targets: options.targets ?? [],
  }
  const exemptions = createExemptions(bank)
  const issues: Issue[] = []
  for (const rule of rules) {
    const severity = severities[rule.id]
    if (severity === 'off' || (only && !only.includes(rule.id)) || lacksNeeds(rule, given)) continue
    if (!rule.compares || options[rule.compares]) exemptions.look(rule.id)
    const left = rule
      .check(context)
      .filter(found => applies(rule, bank, found) && !exemptions.cover(rule.id, found.question))
    for (const found of toldOnce(rule, bank, left))
      issues.push(issueOf(rule, severity ?? found.severity ?? rule.severity, found))
  }
  for (const issue of exemptions.issues()) {
    const severity = severities[issue.code] ?? issue.severity
    if (severity !== 'off' && (!only || only.includes(issue.code))) issues.push({ ...issue, severity })
  }
  return issues.sort((one, other) => placeOf(one) - placeOf(other))
}

/** What can be named in `rules` and `only`. */
export const lintCodes: readonly string[] = [
  ...rules.map(({ id }) => id),
  ...Object.keys(exemptionSeverities),
]

function checkNames(names: readonly string[]): void {
  const unknown = names.filter(name => !lintCodes.includes(name))
  if (unknown.length === 0) return
  const told = unknown.map(name => `There is no lint rule '${name}'.${didYouMean(name, lintCodes)}`)
  throw new TypeError(told.join(' '))
}

/** A rule that compares with something has nothing to say where that isn't given. */
function lacksNeeds({ needs }: Rule, options: LintOptions): boolean {
  return needs !== undefined && options[needs] === undefined
}

function applies({ english }: Rule, bank: Bank<BuiltInQuestion>, { question }: Found): boolean {
  return !english || isEnglish(question === null ? undefined : bank.questions[question], bank)
}

function toldOnce({ ofAll }: Rule, { questions }: Bank<BuiltInQuestion>, found: readonly Found[]) {
  const message = found.length < 5 ? null : ofAll?.(questions)
  return message ? [{ question: null, field: 'questions', message }] : found
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

export type { Severity, Target } from './rule.js'
export { rules } from './rules/index.js'
