import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'
import type { Note } from './collect.js'
import type { Imported, ReportEntry } from './format.js'

/**
 * What a written file says of each question of a bank: it is read again and compared, so that the report names just
 * what the format did not carry.
 *
 * @param refused why a question was not written at all: id → reason.
 */
export function reportLosses(
  bank: Bank<BuiltInQuestion>,
  read: Imported,
  refused: ReadonlyMap<string, string>,
): readonly ReportEntry[] {
  const carried = new Map((read.bank?.questions ?? []).map(question => [question.id, question]))
  return bank.questions.map(question => {
    const entry = { question: question.id, kind: question.type }
    const reason = refused.get(question.id)
    const there = carried.get(question.id)
    if (reason !== undefined) return { ...entry, fate: 'dropped', code: 'cannot-be-written', message: reason }
    if (!there)
      return {
        ...entry,
        fate: 'changed',
        code: 'not-read-again',
        message: 'It is written, but can’t be read again here, so what is lost of it can’t be told.',
      }
    const lost = [...lossesBetween(question, there)]
    if (lost.length === 0) return { ...entry, fate: 'kept', code: 'kept', message: 'Kept.' }
    return {
      ...entry,
      fate: 'changed',
      code: 'fields-lost',
      message: `Not carried over: ${lost.join(', ')}.`,
    }
  })
}

/** All but what a file says by its name (id and title) or in its questions (how texts are written, and marking). */
const ofBank = [
  'description',
  'topic',
  'language',
  'license',
  'minutes',
  'readability',
  'objectives',
  'lint',
  'tags',
  'sources',
] as const satisfies readonly (keyof Bank)[]

/** What a written file does not say of the bank itself; nothing where it holds no question. */
export function bankLosses(bank: Bank, read: Partial<Bank> | null): readonly ReportEntry[] {
  if (!read) return []
  const lost = ofBank.filter(
    name => bank[name] !== undefined && lossesBetween(bank[name], read[name]).size > 0,
  )
  if (lost.length === 0) return []
  const message = `Not carried over of the bank itself: ${lost.join(', ')}.`
  return [{ question: null, fate: 'changed', code: 'fields-lost', message }]
}

/** What was lost, and what became other before. */
export function withNotes(entry: ReportEntry, notes: readonly Note[]): readonly ReportEntry[] {
  if (entry.fate === 'dropped' || notes.length === 0) return [entry]
  const changes = notes.map(note => ({ ...entry, fate: 'changed' as const, ...note }))
  return entry.fate === 'kept' ? changes : [entry, ...changes]
}

/** Names of the fields in which two values differ, by path and without the places in lists. */
export function lossesBetween(one: unknown, other: unknown, path = ''): ReadonlySet<string> {
  if (Object.is(one, other)) return new Set()
  if (typeof one === 'string' && typeof other === 'string' && core(one) === core(other)) return new Set()
  const isList = Array.isArray(one)
  if (!isRecord(one) || !isRecord(other) || isList !== Array.isArray(other)) return new Set([path])
  const names = isList ? Object.keys(one) : [...new Set([...Object.keys(one), ...Object.keys(other)])]
  if (isList && one.length !== (other as unknown as readonly unknown[]).length) return new Set([path])
  const lost = names.flatMap(name => {
    const here = isList ? path : [path, name].filter(step => step !== '').join('.')
    return [...lossesBetween(one[name as keyof typeof one], other[name], here)]
  })
  // What a key or a map pairs goes by ids, each of which would be told as a field.
  const isById = !isList && (path === 'key' || path === 'marking.map')
  return new Set(isById && lost.length > 0 ? [path] : lost)
}

/** A text without space at its ends, which says nothing; but code begins with an indented line. */
function core(text: string): string {
  const lines = text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  return /^(?: {4}|\t)/.test(lines) ? lines : lines.trimStart()
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null
}
