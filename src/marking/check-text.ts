import type { Fault } from '../question/index.js'
import { type AcceptedText, type MatchOptions, matchText } from './text-match.js'

/** What is wrong with a key of texts that its schema alone can't see. The path starts at the question or the gap. */
export function checkTextKey(
  key: readonly AcceptedText[],
  match: MatchOptions | undefined,
  language: string | undefined,
): readonly Fault[] {
  const faults: Fault[] = []
  for (const [index, { text, wildcard }] of key.entries()) {
    if (wildcard || index === 0) continue
    const earlier = matchText(key, { ...match, typos: [] }, language, text)
    if (earlier && earlier.accepted < index)
      faults.push({
        code: 'shadowed-answer',
        path: ['key', index],
        message: `'${text}' never counts, as '${key[earlier.accepted]?.text}' is met before it; put it first or take it out.`,
      })
  }
  if (key.every(({ fraction = 1 }) => fraction < 1))
    faults.push({
      code: 'no-full-answer',
      path: ['key'],
      message: 'No accepted text gives all points; let the right one have the fraction 1.',
    })
  return faults
}
