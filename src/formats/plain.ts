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

/** Plain text as Markdown that shows it to the letter. */
export function escapeMarkdown(text: string, atStart = true): string {
  const escaped = text.replace(/[\\`*_[\]]/g, sign => `\\${sign}`)
  if (!atStart) return escaped
  // Three of a kind begin code, or are a line across.
  const safe = escaped.replace(/^(\s*)(?=~~~|-{3,}\s*$)/, '$1\\')
  return safe.replace(/^(\s*)(>|(?:[#+-]|\d{1,9}[.)])(?=\s|$))/, (_, space: string, sign: string) =>
    sign.length > 1 ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`,
  )
}

/** Whatever Markdown might take for a sign; most texts have none. Two expressions are faster than one that is both. */
const anySign = /[\n\\`*_[\]]/
const signAtStart = /^\s*(?:[#>+~-]|\d{1,9}[.)])/

/** Several lines of plain text as Markdown that keeps the lines. */
export function markdownOf(plain: string): string {
  if (!anySign.test(plain) && !signAtStart.test(plain)) return plain.trim()
  return plain
    .split('\n')
    .map(line => escapeMarkdown(line.trim()))
    .join('\\\n')
    .replace(/(?:\\\n){2,}/g, '\n\n')
}
