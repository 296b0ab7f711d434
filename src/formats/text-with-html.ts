/** Elements of HTML with names of more than one letter. */
const names =
  'abbr|acronym|address|annotation|article|aside|audio|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|ins|kbd|label|legend|li|link|main|mark|math|meta|m(?:enclose|error|fenced|frac|i|n|o|over|padded|phantom|root|row|s|space|sqrt|style|su[bp]|subsup|table|td|text|tr|under|underover)|nav|noscript|o:p|object|ol|option|param|picture|pre|samp|script|section|select|semantics|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|ul|var|video|wbr'

const rest = `(?:[^<>"']|"[^"]*"|'[^']*')*>`

/** A letter alone may be a name of a mathematician's: `a<b and c>d` has no tag. */
const tag = `<!--|</?(?:${names})(?=[\\s/>])${rest}|</?[abipqsu](?:\\s*/?>|\\s+[\\w:-]+\\s*=${rest})`

const markup = new RegExp(`${tag}|&(?:#\\d|#x|[a-z])\\w*;`, 'i')
const parts = new RegExp(`(${tag})|[<\\n]`, 'gi')

/**
 * A text in which people may use HTML, as HTML, where it has some; null where it has none. Each line stays one, and a
 * `<` that begins no tag is what it is, as in `x<y` and `List<int>`.
 */
export function htmlIn(text: string): string | null {
  if ((!text.includes('<') && !text.includes('&')) || !markup.test(text)) return null
  return text.replace(parts, (sign, tag?: string) => tag ?? (sign === '<' ? '&lt;' : '<br>'))
}
