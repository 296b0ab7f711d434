import type { BuiltInQuestion } from '../../interactions/index.js'
import { type Collector, createCollector, letter } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'

/** A question's lines, from its heading on. */
interface Part {
  readonly line: number
  readonly stem: string
  readonly lines: readonly string[]
}

/** Reads the quiz dialect of Markdown that `docs/formats.md` tells. What is no question is named with its line. */
export function readMarkdown(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  const { title, parts, unclosed } = partsOf(text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/))
  for (const part of parts) collect(collector, part)
  if (unclosed !== null) {
    const message =
      'The comment that starts here has no end: all below it is left out. Write --> where it ends.'
    collector.drop({ kind: 'comment', line: unclosed }, { code: 'unclosed-comment', message })
  }
  return collector.finish(title)
}

/** A comment which says that the stem is not in the heading, and stands below it to the letter; and where it ends. */
const stemBelow = /^<!--(?:[^>]*;)?\s*stem:\s*below\s*(?:;[^>]*)?-->$/
export const stemEnd = '<!-- answers -->'

function partsOf(lines: readonly string[]): {
  readonly title: string | null
  readonly parts: readonly Part[]
  /** The line of a comment that has no end. */
  readonly unclosed: number | null
} {
  let title: string | null = null
  const parts: { line: number; stem: string; lines: string[] }[] = []
  let fence: string | null = null
  let isVerbatim = false
  let comment: number | null = null
  const lastEnd = lines.lastIndexOf(stemEnd)
  for (const [index, line] of lines.entries()) {
    if (isVerbatim || (comment === null && index < lastEnd && stemBelow.test(line))) {
      isVerbatim = line !== stemEnd
      parts.at(-1)?.lines.push(line)
      continue
    }
    if (fence === null && comment === null && /^ {0,3}<!--(?!.*-->)/.test(line)) comment = index + 1
    if (comment !== null) {
      if (line.includes('-->')) comment = null
      continue
    }
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null
    if (mark && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null
    const heading = fence === null && mark === null ? /^(#{1,2})\s+(.+?)(?:\s+#+)?\s*$/.exec(line) : null
    if (heading?.[1] === '#') title ??= heading[2] ?? null
    else if (heading) parts.push({ line: index + 1, stem: heading[2] ?? '', lines: [] })
    else parts.at(-1)?.lines.push(line)
  }
  return { title, parts, unclosed: comment }
}

/** What was found in a part, line by line. */
interface Draft {
  readonly stem: string[]
  readonly choices: { readonly right: boolean; readonly text: string; readonly feedback: string[] }[]
  readonly items: string[]
  readonly rows: (readonly [string, string])[]
  readonly said: Map<string, string[]>
  readonly settings: Map<string, string>
}

const named = /^(?:>\s*)?\*{0,2}(Answer|Number|True or false|Essay|Hint|Feedback|Solution):\*{0,2}\s*(.*)$/i

function draftOf({ stem, lines }: Part): Draft {
  const draft: Draft = {
    stem: [stem],
    choices: [],
    items: [],
    rows: [],
    said: new Map(),
    settings: new Map(),
  }
  let fenced = false
  const end = lines.some(line => stemBelow.test(line)) ? lines.indexOf(stemEnd) : -1
  const begin = lines.findIndex(line => stemBelow.test(line))
  if (end > begin) draft.stem.splice(0, 1, ...lines.slice(begin + 1, end))
  for (const [at, line] of lines.entries()) {
    if (at > begin && at <= end) continue
    if (/^\s*(?:`{3,}|~{3,})/.test(line)) fenced = !fenced
    const [, box, choice = ''] = /^[-*]\s+\[([ xX])\]\s+(.*)$/.exec(line) ?? []
    const [, below = ''] = /^\s+(?:[-*>]\s+)(.*)$/.exec(line) ?? []
    const [, item] = /^\d+[.)]\s+(.*)$/.exec(line) ?? []
    const [, left, right] = /^\|\s*(.*?)\s*\|\s*(.*?)\s*\|\s*$/.exec(line) ?? []
    const [, name = '', value = ''] = named.exec(line) ?? []
    const [, settings] = /^<!--(.*)-->$/.exec(line.trim()) ?? []
    if (fenced) draft.stem.push(line)
    else if (box !== undefined) draft.choices.push({ right: box !== ' ', text: choice, feedback: [] })
    else if (below !== '' && draft.choices.length > 0) draft.choices.at(-1)?.feedback.push(below)
    else if (item !== undefined) draft.items.push(item)
    else if (left !== undefined && right !== undefined) draft.rows.push([left, right])
    else if (name !== '') {
      const all = draft.said.get(name.toLowerCase()) ?? []
      draft.said.set(name.toLowerCase(), [...all, value])
    } else if (settings !== undefined) {
      for (const pair of settings.split(';')) {
        const [key = '', ...rest] = pair.split(':')
        draft.settings.set(key.trim(), rest.join(':').trim())
      }
    } else if (line.trim() !== '>') draft.stem.push(line)
  }
  return draft
}

function collect(collector: Collector, part: Part) {
  const draft = draftOf(part)
  const own = kinds.map(kind => kind(draft)).find(fields => fields !== null)
  const origin = { kind: own?.type ?? 'section', line: part.line }
  if (!own) {
    const message = `'${part.stem}' has neither choices, an order, pairs nor an answer below it.`
    collector.drop(origin, { code: 'no-answer', message })
    return
  }
  const { settings, said } = draft
  const points = Number(settings.get('points'))
  const tags = (settings.get('tags') ?? '').split(/[\s,]+/).filter(tag => tag !== '')
  const [feedback] = said.get('feedback') ?? []
  const [solution] = said.get('solution') ?? []
  const hints = (said.get('hint') ?? []).map(text => ({ text }))
  const { type, ...fields } = own
  const question = {
    id: collector.idFor(settings.get('id') ?? ''),
    type,
    stem: draft.stem
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    ...fields,
    ...(points > 0 && { points }),
    ...(tags.length > 0 && { tags }),
    ...(hints.length > 0 && { hints }),
    ...(feedback && { feedback: { general: feedback } }),
    ...(solution && { solution }),
  }
  collector.add(question as unknown as BuiltInQuestion, origin)
}

type Fields = { readonly type: BuiltInQuestion['type']; readonly [field: string]: unknown }

/** What a part is, by what stands in it. Asked in turn. */
const kinds: readonly ((draft: Draft) => Fields | null)[] = [
  ({ choices, settings }) => {
    if (choices.length === 0) return null
    const made = choices.map(({ text, feedback }, index) => ({
      id: letter(index),
      text,
      ...(feedback.length > 0 && { feedback: feedback.join(' ') }),
    }))
    const right = made.filter((_, index) => choices[index]?.right).map(({ id }) => id)
    return right.length === 1 && settings.get('pick') !== 'several'
      ? { type: 'single-choice', choices: made, key: right[0] }
      : { type: 'multiple-response', choices: made, key: right }
  },
  ({ said }) => {
    const [claim] = said.get('true or false') ?? []
    return claim === undefined ? null : { type: 'true-false', key: /^true/i.test(claim) }
  },
  ({ said }) => {
    const numbers = said.get('number')
    return numbers ? { type: 'numeric', key: numbers.map(numberIn) } : null
  },
  ({ said }) => {
    const answers = said.get('answer')
    return answers ? { type: 'short-answer', key: answers.map(text => ({ text })) } : null
  },
  ({ items }) => {
    const made = items.map((text, index) => ({ id: letter(index), text }))
    return items.length > 1 ? { type: 'ordering', items: made, key: made.map(({ id }) => id) } : null
  },
  ({ rows }) => {
    const pairs = rows.slice(rows.findIndex(([left]) => /^:?-+:?$/.test(left)) + 1)
    if (pairs.length === 0) return null
    const texts = [...new Set(pairs.map(([, right]) => right))].filter(text => text !== '')
    const asked = pairs.filter(([left, right]) => left !== '' && right !== '')
    return {
      type: 'matching',
      prompts: asked.map(([text], index) => ({ id: `p${index + 1}`, text })),
      choices: texts.map((text, index) => ({ id: letter(index), text })),
      key: Object.fromEntries(
        asked.map(([, right], index) => [`p${index + 1}`, letter(texts.indexOf(right))]),
      ),
    }
  },
  ({ said }) => {
    const [words] = said.get('essay') ?? []
    if (words === undefined) return null
    const [, min, max] = /(\d+)\D+(\d+)/.exec(words) ?? []
    return { type: 'essay', ...(min && max && { words: { min: Number(min), max: Number(max) } }) }
  },
]

/** `2008`, `2008 ± 1` or `4 to 6`. */
function numberIn(text: string): object {
  const [, low, high] = /^\s*(-?[\d.]+(?:e[+-]?\d+)?)\s+to\s+(-?[\d.]+(?:e[+-]?\d+)?)\s*$/i.exec(text) ?? []
  if (low && high) return { min: Number(low), max: Number(high) }
  const [value = '', tolerance] = text.split(/±|\+-/).map(part => part.trim())
  // What is no number stays a text, which the bank's check names.
  const number = (part: string) => (part === '' || Number.isNaN(Number(part)) ? part : Number(part))
  return { value: number(value), ...(tolerance && { tolerance: number(tolerance) }) }
}
