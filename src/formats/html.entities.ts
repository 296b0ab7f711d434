import { Parser } from 'htmlparser2'

/** A text with HTML's entities as it is read, and with its markup to the letter: `caf&eacute;` as `café`. */
export function decodeEntities(text: string): string {
  const pieces: string[] = []
  const parser = new Parser({ ontext: piece => pieces.push(piece) }, { decodeEntities: true })
  parser.end(text.replaceAll('<', '&lt;'))
  return pieces.join('').trim()
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
