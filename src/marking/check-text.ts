import type { Fault } from '../question/index.js'
import { type AcceptedText, type MatchOptions, matchText, normalizer } from './text-match.js'

/** What is wrong with a key of texts that its schema alone can't see. The path starts at the question or the gap. */
export function checkTextKey(
  key: readonly AcceptedText[],
  match: MatchOptions | undefined,
  language: string | undefined,
): readonly Fault[] {
  const faults: Fault[] = []
  const exact = { ...match, typos: [] }
  const normalize = normalizer(match ?? {}, language)
  const exactly = (text: string) => matchText(key, exact, language, text)?.accepted ?? -1
  for (const [index, { text, wildcard }] of key.entries()) {
    const report = (code: string, message: string) => faults.push({ code, path: ['key', index], message })
    if (!wildcard && !/\S/.test(normalize(text)))
      report('empty-answer', `Nothing of '${text}' counts under these options of 'match'; let more count.`)
    if (index === 0) continue
    const earlier = wildcard ? key.findIndex(one => one.wildcard && one.text === text) : exactly(text)
    if (earlier !== -1 && earlier < index && differ(key[earlier], key[index]))
      report(
        'shadowed-answer',
        `'${text}' never counts, as '${key[earlier]?.text}' is met before it; put it first or take it out.`,
      )
  }
  if (key.every(({ fraction = 1 }) => fraction < 1))
    faults.push({
      code: 'no-full-answer',
      path: ['key'],
      message: 'No accepted text gives all points; let the right one have the fraction 1.',
    })
  return faults
}

/** Whether it matters which of two entries is met; writing one thing in several ways does no harm. */
function differ(one: AcceptedText | undefined, other: AcceptedText | undefined): boolean {
  return (one?.fraction ?? 1) !== (other?.fraction ?? 1) || one?.feedback !== other?.feedback
}
