import type { MatchOptions } from '../../marking/index.js'
import { words } from '../../text/index.js'
import { questionRule } from '../rule.js'

/** One accepted text alone. */
export const shortAnswerVariants = questionRule(
  {
    id: 'short-answer-variants',
    severity: 'info',
    advice: 'People write one thing in several ways. Add them, a wildcard, or slips that are let pass.',
    from: 'found in practice',
    bad: [
      { id: 'example', type: 'short-answer', stem: 'Who wrote the cable?', key: [{ text: 'William Burns' }] },
    ],
    better: [
      {
        id: 'example',
        type: 'short-answer',
        stem: 'Who wrote the cable?',
        key: [{ text: 'William Burns' }, { text: 'Burns' }],
      },
    ],
  },
  question => {
    if (question.type !== 'short-answer') return null
    const accepted = question.key.filter(({ fraction = 1 }) => fraction > 0)
    const [only] = accepted
    if (!only || accepted.length > 1 || only.wildcard || question.match?.typos?.length) return null
    return varies(only.text, question.match)
      ? { field: 'key', message: 'Only one way to write it is accepted.' }
      : null
  },
)

/** One plain word or number is written in one way, as capitals don't count; more words, accents and signs are not. */
function varies(text: string, match: MatchOptions = {}): boolean {
  if (match.case && /\p{Lu}/u.test(text)) return true
  const plain = match.accents === false ? text.normalize('NFD').replace(/\p{M}/gu, '') : text
  const isLatin = /\p{sc=Latin}/u.test(plain)
  return words(plain).length > 1 || (isLatin && /[^A-Za-z]/.test(plain.trim()))
}
