import { Parser } from 'htmlparser2'
import { greatestOf } from './greatest.js'
import { createFormula } from './html.math.js'
import { blocks, scripts, signs, silent, transparent } from './html.names.js'
import { escapeMarkdown } from './plain.js'

/** Elements within one another; at each the parser goes through those that are open. */
const deepest = 1000

/** HTML reduced to the Markdown subset of banks. */
export interface ReadHtml {
  readonly text: string
  readonly images: readonly { readonly src: string; readonly alt: string }[]
  /** Names of what could not be kept: `sup`, `table`, `script`. */
  readonly lost: readonly string[]
}

/**
 * Reduces HTML to the Markdown subset, as people would write it. Never throws; whatever runs or styles is left out.
 * Takes time linear in the text.
 */
export function readHtml(html: string): ReadHtml {
  // Most texts are a paragraph and no more.
  const [, words = html] = /^<p>([^<&]*)<\/p>$/.exec(html) ?? []
  if (!words.includes('<') && !words.includes('&'))
    return { text: escapeMarkdown(words.replace(/[\s\u00a0]+/g, ' ').trim()), images: [], lost: [] }
  const images: { src: string; alt: string }[] = []
  const lost = new Set<string>()
  const lists: { readonly ordered: boolean; count: number }[] = []
  const links: string[] = []
  const pieces: string[] = []
  let quotes = 0
  let hidden = 0
  let verbatim = 0
  let codeFrom = 0
  let depth = 0
  /** The names of elements that raise or lower their text, and are not closed yet. */
  const raised: string[] = []
  /** Signs that open once text comes, so that none stands before a space or around nothing. */
  let pending: string[] = []
  /** Line breaks due before what comes next: none, a new line, or a blank line between. */
  let gap: 0 | 1 | 2 = 1
  /** True right after a list's sign, where a block may begin on the same line. */
  let marked = false
  /** True right after a line break. */
  let broken = false

  const indent = (depth: number) => '> '.repeat(quotes) + '   '.repeat(Math.min(20, Math.max(0, depth)))
  const openBlock = (depth = lists.length) => {
    if (gap === 0) return
    if (pieces.length > 0) pieces.push(gap === 2 ? `\n${'> '.repeat(quotes).trimEnd()}\n` : '\n')
    pieces.push(indent(depth))
    gap = 0
  }
  const startBlock = () => {
    if (gap < 2 && !marked) gap = lists.length === 0 ? 2 : 1
  }
  const say = (text: string) => {
    openBlock()
    pieces.push(pending.join(''), text)
    marked = false
    broken = false
    pending = []
  }
  const closeSign = (sign: string) => {
    if (pending.at(-1) === sign) {
      pending.pop()
      return
    }
    const last = pieces.at(-1) ?? ''
    const trimmed = last.trimEnd()
    pieces[pieces.length - 1] = trimmed
    pieces.push(sign, last.slice(trimmed.length))
  }

  /** A text by the signs that are raised or lowered by themselves, where each of its own has one. */
  const inScript = (text: string) => {
    const name = raised.at(-1)
    if (name === undefined || text.trim() === '') return text
    const written = [...text].map(sign => (sign === ' ' ? sign : scripts[name]?.get(sign)))
    if (!written.includes(undefined)) return written.join('')
    lost.add(name)
    return text
  }

  const write = (text: string) => {
    if (verbatim > 0) return say(inScript(text))
    const spaced = inScript(text.replace(/[\s\u00a0]+/g, ' '))
    if (spaced === ' ' && (gap > 0 || marked || pieces.at(-1)?.endsWith(' '))) return
    const atStart = gap > 0 || marked || broken
    const body = atStart ? spaced.trimStart() : spaced
    if (body.startsWith(' ') && pending.length > 0) pieces.push(' ')
    if (body.trim() === '') {
      if (pending.length === 0) pieces.push(body)
      return
    }
    say(escapeMarkdown(pending.length > 0 ? body.trimStart() : body, atStart))
  }

  const formula = createFormula(said => {
    lost.add('math')
    write(said)
  })

  /** Code that has a sign of code in it stands between longer ones. */
  const closeCode = (from: number) => {
    const all = pieces.slice(from).join('')
    const start = all.indexOf('`') + 1
    const code = all.slice(start)
    if (start === 0 || !code.includes('`')) return closeSign('`')
    const sign = '`'.repeat(1 + greatestOf((code.match(/`+/g) ?? []).map(run => run.length)))
    pieces.splice(from, pieces.length, `${all.slice(0, start - 1)}${sign} ${code.trim()} ${sign}`)
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > deepest) {
          lost.add(`what stands within ${deepest} elements`)
          parser.pause()
          return
        }
        if (silent.has(name)) {
          hidden += 1
          lost.add(name)
        }
        if (hidden > 0 || formula.opens(name, attributes)) return
        if (name === 'br') {
          if (gap === 0) {
            pieces.push('\\\n', indent(lists.length))
            broken = true
          }
          return
        }
        if (name === 'hr') {
          startBlock()
          // In a list, or a quotation, a line might be read as the end of a heading.
          if (verbatim > 0 || lists.length > 0 || quotes > 0) {
            lost.add('hr')
            return
          }
          openBlock()
          pieces.push('---')
          startBlock()
          return
        }
        if (name === 'img') {
          const { src = '', alt = '' } = attributes
          if (src) images.push({ src, alt })
          return
        }
        if (name === 'ul' || name === 'ol') {
          startBlock()
          lists.push({ ordered: name === 'ol', count: 0 })
        } else if (name === 'blockquote') {
          quotes = Math.min(quotes + 1, 8)
          startBlock()
        } else if (name === 'li') {
          startBlock()
          openBlock(lists.length - 1)
          const list = lists.at(-1)
          if (list) list.count += 1
          pieces.push(list?.ordered ? `${list.count}. ` : '- ')
          marked = true
        } else if (name === 'pre') {
          startBlock()
          openBlock()
          pieces.push('```\n')
          verbatim += 1
        } else if (blocks.has(name)) {
          startBlock()
          if (name === 'table') lost.add(name)
        } else if (Object.hasOwn(signs, name)) {
          if (verbatim === 0) pending.push(signs[name] ?? '')
          if (signs[name] === '`' && verbatim++ === 0) codeFrom = pieces.length
        } else if (name === 'a') {
          const href = attributes.href ?? ''
          const isSafe = /^(?:https?:|mailto:)[^\s()]*$/i.test(href)
          links.push(isSafe ? href : '')
          if (isSafe) pending.push('[')
          else if (href) lost.add('a')
        } else if (Object.hasOwn(scripts, name)) raised.push(name)
        else if (!transparent.has(name)) lost.add(name)
      },
      ontext(text) {
        if (hidden === 0 && !formula.takes(text)) write(text)
      },
      onclosetag(name) {
        depth -= 1
        if (silent.has(name)) hidden = Math.max(0, hidden - 1)
        if (hidden > 0 || formula.closes(name)) return
        if (Object.hasOwn(scripts, name)) {
          if (raised.at(-1) === name) raised.pop()
        } else if (name === 'ul' || name === 'ol') {
          lists.pop()
          startBlock()
        } else if (name === 'blockquote') {
          quotes = Math.max(0, quotes - 1)
          startBlock()
        } else if (name === 'pre') {
          verbatim = Math.max(0, verbatim - 1)
          pieces.push('\n```')
          startBlock()
        } else if (name === 'td' || name === 'th') {
          // The lines of a table are lost; its cells stay apart.
          if (gap === 0) pieces.push(' ')
        } else if (blocks.has(name)) {
          if (name === 'li') marked = false
          startBlock()
        } else if (Object.hasOwn(signs, name)) {
          const sign = signs[name] ?? ''
          if (sign === '`') verbatim = Math.max(0, verbatim - 1)
          if (verbatim > 0) return
          if (sign === '`') closeCode(codeFrom)
          else closeSign(sign)
        } else if (name === 'a') {
          const href = links.pop()
          if (!href) return
          if (pending.at(-1) === '[') pending.pop()
          else pieces.push(`](${href})`)
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  // What looks like a tag after the last `>` is none, as in `if x<y then`; a parser leaves it out.
  const end = html.lastIndexOf('>') + 1
  parser.end(html.slice(0, end) + html.slice(end).replaceAll('<', '&lt;'))
  const text = pieces
    .join('')
    .replace(/(?<![ \t])[ \t]+\n/g, '\n')
    .replace(/\n(?:(?:> ?)*\n){2,}/g, '\n\n')
  return { text: withoutEmptyEnds(text), images, lost: [...lost] }
}

/** Without lines at both ends that say nothing, and without a line break that nothing follows. */
function withoutEmptyEnds(text: string): string {
  const lines = text.split('\n')
  const first = lines.findIndex(line => line !== '')
  const last = lines.findLastIndex(line => !/^(?:> ?)*\s*\\?$/.test(line))
  const kept = lines
    .slice(first, last + 1)
    .join('\n')
    .trimEnd()
  return kept.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1').trimEnd()
}
