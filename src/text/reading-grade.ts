import { words } from './words.js'

/**
 * The grade of school that an English text reads as, from about 0 up: 0.39 words per sentence + 11.8 syllables per
 * word − 15.59 (Kincaid et al. 1975). Syllables are counted as runs of vowels, so it is an estimate.
 */
export function readingGrade(text: string): number {
  const all = words(text)
  const sentences = Math.max(1, text.split(/[.!?](?:\s|$)/).filter(one => /\w/.test(one)).length)
  const syllables = all.reduce((sum, word) => sum + syllablesIn(word), 0)
  return (0.39 * all.length) / sentences + (11.8 * syllables) / Math.max(1, all.length) - 15.59
}

/** Runs of vowels, but for a silent e at the end. */
function syllablesIn(word: string): number {
  return Math.max(1, word.replace(/(?:[^l]e|es|ed)$/, '').match(/[aeiouy]+/g)?.length ?? 1)
}
