import { isDeepStrictEqual } from 'node:util'
import { isMap, isScalar, isSeq, type Pair, parseDocument, stringify, type YAMLSeq } from 'yaml'
import { UsageError } from '../command.js'

/**
 * The text of a bank, YAML or JSON, with an entry more at the end of one of its lists; its comments, its order and its line ends
 * are kept.
 *
 * @throws UsageError when the text would not say the same as before, and the entry besides.
 */
export function addEntry(before: string, list: 'questions' | 'objectives', entry: object): string {
  const lines = before.includes('\r\n') ? '\r\n' : '\n'
  const after = put(before.replaceAll('\r\n', '\n'), list, entry).replaceAll('\n', lines)
  const old = dataOf(before)
  const entries = old[list]
  const wanted = { ...old, [list]: [...(Array.isArray(entries) ? entries : []), entry] }
  if (isDeepStrictEqual(dataOf(after), JSON.parse(JSON.stringify(wanted)))) return after
  throw new UsageError([
    `The list '${list}' is written in a way that nothing can be added to safely; add this by hand:\n${blockOf(entry, 2)}`,
  ])
}

/** What a text says; nothing where it can't be read. */
function dataOf(text: string): { readonly [field: string]: unknown } {
  const document = parseDocument(text)
  return document.errors.length > 0 ? {} : document.toJS()
}

function put(before: string, list: 'questions' | 'objectives', entry: object): string {
  const { contents } = parseDocument(before)
  const pairs = isMap(contents) ? contents.items : []
  const pair = pairs.find(({ key }) => nameOf(key) === list)
  const isFlow = isMap(contents) && contents.flow === true
  if (!pair) return startList(before, list, entry, pairs, isFlow)
  if (!isSeq(pair.value)) return insertAt(before, lineEnd(before, endOf(pair.key)), `${blockOf(entry, 2)}\n`)
  if (!pair.value.flow) return addToBlock(before, pair.value, entry)
  const indent = indentAt(before, startOf(pair.key))
  if (pair.value.items.length > 0) return addToFlow(before, pair.value, entry)
  if (isFlow) return fillFlow(before, pair.value, entry, indent)
  const [start, end] = rangeOf(pair.value)
  return `${before.slice(0, start).trimEnd()}\n${blockOf(entry, 2)}${before.slice(end)}`
}

/** The list is not there yet: objectives stand before the questions, questions at the end. */
function startList(
  before: string,
  list: string,
  entry: object,
  pairs: readonly Pair[],
  isFlow: boolean,
): string {
  const next = pairs.find(({ key }) => nameOf(key) === 'questions') ?? null
  const block = `${list}:\n${blockOf(entry, 2)}\n`
  if (next && !isFlow) return insertAt(before, startOf(next.key), block)
  if (next) {
    const indent = indentAt(before, startOf(next.key))
    return insertAt(
      before,
      startOf(next.key),
      `"${list}": [${JSON.stringify(entry)}],${indent === null ? ' ' : `\n${indent}`}`,
    )
  }
  const last = before.trimEnd()
  return isFlow
    ? `${last.slice(0, -1).trimEnd()}, "${list}": [${JSON.stringify(entry)}] }\n`
    : `${last}\n${block}`
}

function addToBlock(before: string, list: YAMLSeq, entry: object): string {
  const [start, end] = rangeOf(list)
  const depth = start - (before.lastIndexOf('\n', start - 1) + 1)
  const head = before.slice(0, end).trimEnd()
  const [gap = ''] = /^(?:[ \t]*\n)*/.exec(before.slice(head.length)) ?? []
  const rest = before.slice(head.length + gap.length)
  return `${head}\n${head.includes('\n\n') ? '\n' : ''}${blockOf(entry, depth)}${gap || '\n'}${rest}`
}

/** As the list is written: each entry on lines of its own, or one behind the other. */
function addToFlow(before: string, list: YAMLSeq, entry: object): string {
  const last = list.items.at(-1)
  const indent = indentAt(before, startOf(last))
  if (indent === null) return insertAt(before, endOf(last), `, ${JSON.stringify(entry)}`)
  // An entry stands two steps from the margin.
  const step = indent.slice(0, indent.length / 2) || '  '
  return insertAt(before, endOf(last), `,\n${linesOf(entry, step, indent)}`)
}

/** The first entry, on lines of its own where the list's name stands on one. */
function fillFlow(before: string, list: YAMLSeq, entry: object, indent: string | null): string {
  const [start] = rangeOf(list)
  if (indent === null) return insertAt(before, start + 1, JSON.stringify(entry))
  const step = indent || '  '
  return insertAt(before, start + 1, `\n${linesOf(entry, step, indent + step)}\n${indent}`)
}

const linesOf = (entry: object, step: string, indent: string) =>
  JSON.stringify(entry, null, step).replace(/^/gm, indent)

const blockOf = (entry: object, depth: number) =>
  stringify([entry], { lineWidth: 0 })
    .trimEnd()
    .replace(/^(?=.)/gm, ' '.repeat(depth))

const insertAt = (text: string, at: number, added: string) => text.slice(0, at) + added + text.slice(at)

/** Where the next line starts; the text gets a line end if it has none. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end + 1
}

/** What stands before a place on its line, where that is nothing but space. */
function indentAt(text: string, at: number): string | null {
  const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return indent.trim() === '' && text.lastIndexOf('\n', at - 1) !== -1 ? indent : null
}

const nameOf = (key: unknown) => (isScalar(key) ? key.value : null)
const startOf = (node: unknown) => rangeOf(node)[0]
const endOf = (node: unknown) => rangeOf(node)[1]

function rangeOf(node: unknown): readonly [start: number, end: number] {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : [0, 0]
}
