/** Markdown without its signs, on one line, for places that take plain text. In code, stars and backslashes are text. */
export function plainOf(markdown: string): string {
  const pieces = markdown.split(/((?<!\\)`+)/)
  let plain = ''
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? ''
    const end = at % 2 === 1 ? pieces.indexOf(piece, at + 1) : -1
    if (at % 2 === 0) plain += unmarked(piece)
    if (end < 0) continue
    const code = pieces.slice(at + 1, end).join('')
    plain += piece.length > 2 ? code.replace(/^[^\n]*\n/, '\n') : code
    at = end
  }
  const lines = plain.split('\n').map(line => line.trim())
  return lines.filter(line => line !== '').join(' ')
}

const unmarked = (text: string) =>
  text
    .replace(/\\\n/g, '\n')
    .replace(/(?<!\\)\*+/g, '')
    .replace(/\\([\\`*_[\]#>+.)~-])/g, '$1')

/** Markdown that is changed all but in its code. */
export function outsideCode(markdown: string, change: (text: string) => string): string {
  const pieces = markdown.split(/((?<!\\)`+)/)
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? ''
    if (at % 2 === 0) pieces[at] = change(piece)
    else at = Math.max(at, pieces.indexOf(piece, at + 1))
  }
  return pieces.join('')
}
