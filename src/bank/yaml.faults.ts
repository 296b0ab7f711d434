import { type Document, isAlias, visit, type YAMLParseError } from 'yaml'
import type { Fault } from '../question/index.js'
import { createPlaceOf } from './text.place.js'
import type { YamlText } from './yaml.read.js'

/**
 * What keeps a YAML text from being read, in words for people who don't know YAML: one fault a line, and none that only
 * follows from another.
 */
export function syntaxFaults(document: Document, text: string): readonly (Fault & { offset: number })[] {
  const errors = [...document.errors, ...strayAliases(document, text)]
    .map(error => ({
      error,
      offset: isOf(error, 'Missing closing') ? openingOf(document, error) : error.pos[0],
    }))
    .sort((one, other) => one.offset - other.offset)
  const tabs = errors.filter(({ error }) => error.code === 'TAB_AS_INDENT')
  const upset = errors.findIndex(({ error }) => upsetting.some(sign => isOf(error, sign)))
  const own = tabs.length > 0 ? tabs : errors.slice(0, upset < 0 ? errors.length : upset + 1)
  const placeOf = createPlaceOf(text)
  const lines = new Set<number>()
  return own
    .filter(({ offset }) => lines.size < lines.add(placeOf(offset).line).size)
    .map(({ error, offset }) => ({ code: 'syntax', path: [], message: remedyOf(error), offset }))
}

const colonMissing = "A field needs a colon and a space after its name: 'stem: …'."
const unclosed =
  "A bracket or a brace is not closed, a comma is missing between two things in it, or text in it that holds ': ' has no quotes."

/** What an author may have meant as text: `stem: Which is #1?` asks `Which is`, and `stem: &Which is 1?` asks `is 1?`. */
export function hiddenTexts(document: Document, text: string): YamlText['faults'] {
  if (!/[ \t]#|&/.test(text)) return []
  const faults: YamlText['faults'][number][] = []
  const hide = (offset: number, what: string) =>
    faults.push({
      code: 'hidden-text',
      path: [],
      message: `${what}, and left out: put the whole text in quotes.`,
      offset,
      severity: 'warning',
    })
  const anchored: { readonly anchor: string; readonly start: number }[] = []
  const used = new Set<string>()
  const hidden = /[ \t]*(#[^\s#!]\S*)/y
  visit(document, {
    Alias: (_, { source }) => void used.add(source),
    Scalar(_, { type, range, value, anchor }) {
      if (type !== 'PLAIN' || !range || (typeof value !== 'string' && value !== null)) return
      const [start, end] = range
      if (anchor) anchored.push({ anchor, start: text.lastIndexOf('&', start - anchor.length) })
      hidden.lastIndex = end
      const [whole = '', hash] = hidden.exec(text) ?? []
      if (hash) hide(end + whole.length - hash.length, `What stands from '${hash}' on is a comment`)
    },
  })
  for (const { anchor, start } of anchored)
    if (!used.has(anchor)) hide(start, `'&${anchor}' is a name for what follows`)
  return faults
}

/** Each `*name` with no `&name` before it, as in `stem: *Which?*`; the `yaml` package throws at the first. */
function strayAliases(document: Document, text: string): readonly ErrorSign[] {
  if (!text.includes('*')) return []
  const anchors = new Set<string>()
  const stray: ErrorSign[] = []
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) anchors.add(node.anchor ?? '')
      else if (!anchors.has(node.source))
        stray.push({ code: 'BAD_ALIAS', message: '', pos: node.range ?? [0, 0] })
    },
  })
  return stray
}

/** Codes of the `yaml` package, and how messages of it begin where a code says too little. */
const remedies: { readonly [sign: string]: string } = {
  'Missing closing': 'The quotation mark that opens here is never closed.',
  'Implicit map keys': colonMissing,
  MULTILINE_IMPLICIT_KEY: colonMissing,
  'Sequence item without':
    "This stands too far left or right: an entry of a list begins with '- ', and its fields stand exactly below one another.",
  'Flow ': unclosed,
  BLOCK_IN_FLOW: unclosed,
  BLOCK_AS_IMPLICIT_KEY:
    "This can't be read: put text that holds ': ' in quotes, and check that fields stand exactly below one another.",
  BAD_INDENT: 'This stands too far left or right: fields of one thing stand exactly below one another.',
  TAB_AS_INDENT: 'Lines are indented with spaces, not with tabs.',
  BAD_SCALAR_START: 'Text that starts with this character needs quotes around it.',
  BAD_ALIAS:
    'Text that starts with * or & needs quotes around it, as * names something marked with & earlier.',
  NON_STRING_KEY: 'Text that starts with a bracket or a brace needs quotes around it.',
  BAD_DQ_ESCAPE: 'In double quotes, \\ needs another one before it. In single quotes it is itself.',
  'Unexpected block-seq-ind':
    "A list begins on the next line, and text that starts with '- ' needs quotes around it.",
  'Block scalar header': 'After | or > the text begins on the next line.',
  MISSING_CHAR: 'A quotation mark, a comma, a colon or a bracket is missing: look here and just above.',
  UNEXPECTED_TOKEN:
    'This can’t stand here. Text that starts with a quotation mark, a bracket, * or > needs other quotation marks around all of it, and fields stand exactly below one another.',
  RESOURCE_EXHAUSTION: 'This is nested too deep.',
}

/** After these the text is read in another order than was meant, so that what is said of the rest would mislead. */
const upsetting = ['BAD_INDENT', 'Missing closing', 'Sequence item without', 'Flow ']

type ErrorSign = Pick<YAMLParseError, 'code' | 'message'> & {
  readonly pos: readonly [start: number, ...number[]]
}

const isOf = ({ code, message }: ErrorSign, sign: string) => code === sign || message.startsWith(sign)

function remedyOf(error: ErrorSign): string {
  const sign = Object.keys(remedies).find(one => isOf(error, one))
  return (sign && remedies[sign]) ?? `${error.message}.`
}

/** The `yaml` package names the place where a quotation is found to have no end, often the end of the file. */
function openingOf(document: Document, { pos: [end] }: ErrorSign): number {
  let opening = end
  visit(document, {
    Scalar(_, { range }) {
      if (range?.[1] !== end) return undefined
      opening = range[0]
      return visit.BREAK
    },
  })
  return opening
}
