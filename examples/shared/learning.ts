import DOMPurify from 'dompurify'
import { marked } from 'marked'
import type { Bank, RulesInput, SavedAttempt } from 'quizwright'
import hebrew from './rivers.he.json'
import english from './rivers.json'

/** What all the examples play: `?lang=he` shows it written from right to left. */
export const bank = (new URLSearchParams(location.search).get('lang') === 'he' ? hebrew : english) as Bank

export const rules: RulesInput = { preset: 'practice', timeLimit: 20 * 60, pass: 0.6 }

const place = `quizwright-example-${bank.id}`

/** The attempt to go on with; null where there is none, or none that can be read. */
export function storedAttempt(): SavedAttempt | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null')
  } catch {
    return null
  }
}

export function storeAttempt(saved: SavedAttempt): void {
  localStorage.setItem(place, JSON.stringify(saved))
}

/** The bank, or what of it went wrong. */
export function bankOf(ids: readonly string[] | null): Bank {
  return ids ? { ...bank, questions: bank.questions.filter(({ id }) => ids.includes(id)) } : bank
}

/** The author's Markdown, and figures of lessons, as HTML that runs nothing. */
export function toHtml(text: string, format: 'inline' | 'block' | 'svg'): string {
  if (format === 'svg') return DOMPurify.sanitize(text, { USE_PROFILES: { svg: true } })
  const html = format === 'inline' ? marked.parseInline(text) : marked.parse(text)
  return DOMPurify.sanitize(html as string)
}
