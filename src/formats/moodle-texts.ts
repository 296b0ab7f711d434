import { asId, type Note, slugOf } from './collect.js'
import { type ReadHtml, readHtml } from './html.js'
import { asImages } from './moodle-played.js'
import { markdownOf, outsideCode } from './plain.js'
import { htmlIn } from './text-with-html.js'
import { beginsWith } from './titles.js'

/** Moodle's text formats, as its XML names them. */
export type TextFormat = 'html' | 'plain_text' | 'markdown' | 'moodle_auto_format'

const plain = (said: string): ReadHtml => ({ text: markdownOf(said), images: [], lost: [] })

/** How each of Moodle's text formats becomes Markdown. */
const reducers: { readonly [Format in TextFormat]: (said: string) => ReadHtml } = {
  html: reduceHtml,
  plain_text: plain,
  markdown: reduceMarkdown,
  moodle_auto_format(said) {
    const html = htmlIn(said)
    return html === null ? plain(said) : reduceHtml(html)
  },
}

const isFormat = (name: string): name is TextFormat => Object.hasOwn(reducers, name)

/** A text of Moodle's as Markdown, with the images in it. A format that Moodle doesn't know is HTML to it. */
export function readMoodleText(said: string, format: string): ReadHtml {
  const reduced = reducers[isFormat(format) ? format : 'html'](said)
  const isNothing = reduced.text === '' && reduced.images.length === 0
  // What looks like markup but says nothing is meant to the letter, as `<a>` of a quiz on HTML is.
  return isNothing && /^<\w+>$/.test(said) && !/^<(?:p|br|div|span)>$/i.test(said) ? plain(said) : reduced
}

const guard = '\uE002'

/** As `readHtml`, which takes a last `>` that is text for the sign of an empty quotation: `List&lt;int&gt;`. */
function reduceHtml(html: string): ReadHtml {
  const said = asImages(html)
  if (!said.includes('&gt;')) return readHtml(said)
  const guarded = said.replace(/(?<=&gt;)(?=\s*(?:<\/\w+>\s*)*$)/, guard)
  const reduced = readHtml(guarded)
  return { ...reduced, text: reduced.text.replace(guard, '') }
}

/** True for Markdown of Moodle's that means the same in a bank. */
const isBankMarkdown = (said: string) =>
  !said.includes('![') && !said.includes('!\\[') && !said.includes('&lt;')

function reduceMarkdown(written: string): ReadHtml {
  if (isBankMarkdown(written)) return { text: written.trim(), images: [], lost: [] }
  const images: { src: string; alt: string }[] = []
  const text = outsideCode(written, piece =>
    piece
      // To a bank no sign begins an element.
      .replace(/&lt;(?=[a-z/!?])/gi, '<')
      .replace(/ ?!\[([^[\]\n]*)\]\(([^()\s]+)(?: +"[^"\n]*")?\)/g, (_, alt: string, src: string) => {
        images.push({ src, alt })
        return ''
      })
      // What looks like an image after a backslash is text, as all of them are in a bank.
      .replaceAll('!\\[', '!['),
  )
  return { text: text.trim(), images, lost: [] }
}

/** What would begin an element to Moodle, where a bank has text; links between `<` and `>` are links in both. */
const tagLike = /(\\\\)|\\?<(?=[a-z/!?])(?!https?:|mailto:|[^\s<>@]+@)/gi
const imageLike = /!\[(?=[^[\]\n]*\]\([^()\s]+(?: +"[^"\n]*")?\))/g

/** Markdown of a bank, which knows of no elements and no images, as Moodle's. */
export function moodleMarkdown(text: string): string {
  return outsideCode(text, piece =>
    piece.replace(tagLike, (_, backslash?: string) => backslash ?? '&lt;').replace(imageLike, '!\\['),
  )
}

/** What there is to say of a text that says the same in several languages; null of all others. */
export function languagesIn(said: string): Note | null {
  if (!/\bclass="multilang"|\{mlang /.test(said)) return null
  const message = 'A text has several languages one behind the other; keep one of them.'
  return { code: 'several-languages', message }
}

/** The tag that a category gives its questions; null where its name gives none. A doubled slash belongs to a name. */
export function tagOfCategory(path: string): string | null {
  const names = path.split(/(?<!\/)\/(?!\/)/).filter(name => name.trim() !== '')
  return slugOf(names.at(-1) ?? '') || null
}

/**
 * What there is to say of a question's name, as a bank has no place for it: nothing where its id, made from the ID number
 * or the name, or its text says as much.
 *
 * @param text what it asks; called for only where it matters.
 */
export function nameNote(name: string, number: string, text: () => string): Note | null {
  const isInId = number === '' ? asId(name) !== '' : name === number
  if (isInId || beginsWith(text(), name)) return null
  const made = number ? 'from its ID number' : 'up'
  return { code: 'name-lost', message: `Its name '${name}' is left out; its id is made ${made}.` }
}
