import createPurifier from 'dompurify'
import { Marked } from 'marked'
import type { RenderText } from '../ui/quiz/index.js'
import { createFigure } from './figure.js'

/** What Markdown makes, and nothing else. */
const allowed = {
  ALLOWED_TAGS: [
    ...[
      'a',
      'blockquote',
      'br',
      'code',
      'del',
      'em',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'img',
      'li',
      'ol',
      'p',
      'pre',
    ],
    ...['strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} as const

const marked = new Marked({
  gfm: true,
  // HTML in a text is text: it is shown as it was written.
  tokenizer: { html: () => undefined, tag: () => undefined },
  // A quiz has its own headings above these.
  walkTokens(token) {
    if (token.type === 'heading') token.depth = Math.min(6, token.depth + 2)
  },
})

/** An author's Markdown and figures as nodes in which nothing runs. */
export function createRenderText(resolve: (src: string) => string | null): RenderText {
  const purifier = createPurifier(window)
  purifier.addHook('afterSanitizeAttributes', element => {
    for (const name of ['href', 'src']) {
      const given = element.getAttribute(name)
      if (given === null) continue
      const safe = resolve(given)
      if (safe === null) element.removeAttribute(name)
      else element.setAttribute(name, safe)
    }
  })
  return (text, format) => {
    if (format === 'svg') return createFigure(text)
    const html = format === 'inline' ? marked.parseInline(text) : marked.parse(text)
    return purifier.sanitize(html as string, {
      ...allowed,
      ALLOWED_TAGS: [...allowed.ALLOWED_TAGS],
      ALLOWED_ATTR: [...allowed.ALLOWED_ATTR],
    })
  }
}
