import { Parser } from 'htmlparser2'

/** A text with HTML's entities as it is read, and with its markup to the letter: `caf&eacute;` as `café`. */
export function decodeEntities(text: string): string {
  const pieces: string[] = []
  const parser = new Parser({ ontext: piece => pieces.push(piece) }, { decodeEntities: true })
  parser.end(text.replaceAll('<', '&lt;'))
  return pieces.join('').trim()
}

/** What one of HTML's entities stands for; null where it is none. */
export function entityOf(entity: string): string | null {
  // Between others, as space at an end would be left out.
  const sign = decodeEntities(`.${entity}.`).slice(1, -1)
  // Of `&nothing;` HTML reads the beginning as `¬`.
  return sign.length > 1 && sign.endsWith(';') ? null : sign
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
