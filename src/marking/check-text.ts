import type { Fault } from '../question/index.js'
import { type AcceptedText, type MatchOptions, matchText, normalizer } from './text-match.js'

/** What is wrong with a key of texts that its schema alone can't see. The path starts at the question or the gap. */
export function checkTextKey(
  key: readonly AcceptedText[],
  match: MatchOptions | undefined,
  language: string | undefined,
): readonly Fault[] {
  const faults: Fault[] = []
  const normalize = normalizer(match ?? {}, language)
  const compared = key.map(({ text, wildcard }) => (wildcard ? text : normalize(text)))
  // Where all are written differently and none is a pattern, each is the first that is met.
  const areApart = areDistinct(compared) && !key.some(({ wildcard }) => wildcard)
  const firstMet = areApart ? null : firstMetIn(key, compared, match, language)
  const report = (index: number, code: string, message: string) =>
    faults.push({ code, path: ['key', index], message })
  for (const [index, { text, wildcard }] of key.entries()) {
    if (!wildcard && compared[index]?.trim() === '') {
      const message = `Nothing of '${text}' counts under these options of 'match'; let more count.`
      report(index, 'empty-answer', message)
    }
    const met = firstMet === null ? key[index] : key[firstMet(index)]
    if (differ(met, key[index])) {
      const message = `'${text}' never counts, as '${met?.text}' is met before it; put it first or take it out.`
      report(index, 'shadowed-answer', message)
    }
  }
  if (key.every(({ fraction = 1 }) => fraction < 1))
    faults.push({
      code: 'no-full-answer',
      path: ['key'],
      message: 'No accepted text gives all points; let the right one have the fraction 1.',
    })
  return faults
}

/** Which entry a text that an entry accepts meets first: the entry itself, or one that stands before it. */
function firstMetIn(
  key: readonly AcceptedText[],
  compared: readonly string[],
  match: MatchOptions | undefined,
  language: string | undefined,
): (index: number) => number {
  const [texts, patterns] = [new Map<string, number>(), new Map<string, number>()]
  for (const [index, { wildcard }] of key.entries()) {
    const places = wildcard ? patterns : texts
    const text = compared[index] ?? ''
    if (!places.has(text)) places.set(text, index)
  }
  const exact = { ...match, typos: [] }
  // Each text is compared with each pattern, and nobody writes more.
  const wild = key.filter(({ wildcard }) => wildcard).slice(0, 100)
  return index => {
    const text = compared[index] ?? ''
    if (key[index]?.wildcard) return patterns.get(text) ?? index
    const fitting = wild.length === 0 ? null : matchText(wild, exact, language, text)
    const pattern = patterns.get(wild[fitting?.accepted ?? -1]?.text ?? '') ?? index
    return Math.min(texts.get(text) ?? index, pattern)
  }
}

/** Whether it matters which of two entries is met; writing one thing in several ways does no harm. */
function differ(one: AcceptedText | undefined, other: AcceptedText | undefined): boolean {
  return (one?.fraction ?? 1) !== (other?.fraction ?? 1) || one?.feedback !== other?.feedback
}

/** Whether no text comes twice. Of few texts, a comparison of each with each takes less time than a set. */
function areDistinct(texts: readonly string[]): boolean {
  if (texts.length > 16) return new Set(texts).size === texts.length
  return texts.every((text, index) => texts.indexOf(text) === index)
}
