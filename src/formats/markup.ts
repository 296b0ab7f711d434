import { Marked } from 'marked'
import { decodeEntities, escapeHtml } from './html.entities.js'
import { readHtml } from './html.js'

/** The Markdown subset of banks: no raw HTML, no headings, no images, and links to the web alone. */
const marked = new Marked({
  gfm: false,
  tokenizer: {
    heading: () => undefined,
    lheading: () => undefined,
    def: () => undefined,
    html: () => undefined,
    tag: () => undefined,
  },
  renderer: {
    code: ({ text }) => `<pre><code>${escapeHtml(text)}</code></pre>\n`,
    image: ({ raw }) => escapeHtml(raw),
    link({ href, tokens, raw }) {
      const isSafe = /^(?:https?:|mailto:)/i.test(href)
      return isSafe ? `<a href="${escapeHtml(href)}">${this.parser.parseInline(tokens)}</a>` : escapeHtml(raw)
    },
  },
})

/** Words alone, which most texts are: a paragraph as they are, without the time that Markdown takes. */
const words = /^\p{L}[^\s\\`*_[\]<>&]*(?: [^\s\\`*_[\]<>&]+)*$/u

/** A text of a bank as well-formed HTML that runs nothing. */
export function htmlFrom(text: string, isPlain: boolean): string {
  if (isPlain) return `<p>${escapeHtml(text).replaceAll('\n', '<br/>')}</p>`
  if (words.test(text)) return `<p>${escapeHtml(text).replaceAll("'", '&#39;')}</p>`
  const html = (marked.parse(text, { async: false }) as string).trim()
  // XML knows none of HTML's entities but these.
  return html
    .replace(/<(br|hr)>/g, '<$1/>')
    .replace(/&(?!(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);)\w+;/gi, entity => escapeHtml(decodeEntities(entity)))
}

/** The same within a line, where it is one paragraph. */
export function inlineHtmlFrom(text: string, isPlain: boolean): string {
  const html = htmlFrom(text, isPlain)
  const [, inner] = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html) ?? []
  return inner ?? html
}

/** Fields of a question that are text for people, and not a key. */
const textFields = new Set([
  'stem',
  'text',
  'feedback',
  'general',
  'correct',
  'partial',
  'incorrect',
  'true',
  'false',
])

/** A question whose texts are spelt as they are after a way through HTML: `a_b` and `a\\_b` say the same. */
export function respelt<Value>(value: Value, isPlain: boolean): Value {
  if (Array.isArray(value)) return value.map(one => respelt(one, isPlain)) as Value
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => {
    if (name === 'key') return [name, field]
    if (typeof field !== 'string') return [name, respelt(field, isPlain)]
    const isSpelt = !textFields.has(name) || words.test(field)
    return [name, isSpelt ? field : readHtml(htmlFrom(field, isPlain)).text]
  })
  return Object.fromEntries(fields) as Value
}
