import type { Ask } from './ask.js'
import type { Own } from './kinds.js'
import { isNumber } from './numbers.js'

/** What is in double braces, as authors write it. */
const braced = /\{\{([^{}]+)\}\}/g

type Gap = Own<'cloze'>['gaps'][number]

/** A text with what belongs into its gaps in braces: `in {{Vilnius}}`, or `in {{Vilnius|Riga}}` to pick from, the right one first. */
export async function askClozeText(ask: Ask): Promise<Own<'cloze'>> {
  const given = await ask.text({
    option: 'text',
    message: 'The text, with what belongs into each gap in double braces, and what to pick from behind |:',
    example: 'The {{Danube}} ends in the {{Black Sea|North Sea}}.',
    lines: true,
    instead: 'A text with {{something}} left out, and {{this|that}} to pick from.',
    check: text =>
      /\{\{\s*\||\|\s*(?:\||\}\})/.test(text)
        ? 'Write something on both sides of each |.'
        : bracesFault(text, 1),
  })
  const gaps: Gap[] = []
  for (const [index, content] of contentsOf(given).entries())
    gaps.push(await gapOf(ask, `g${index + 1}`, content))
  let count = 0
  return { text: given.replace(braced, () => `{{g${++count}}}`), gaps }
}

async function gapOf(ask: Ask, id: string, content: string): Promise<Gap> {
  const [right = '', ...wrong] = content.split('|').map(text => text.trim())
  if (wrong.length > 0) {
    const choices = [right, ...wrong].map((text, index) => ({ id: `c${index + 1}`, text }))
    return { id, type: 'choice', choices, key: 'c1' }
  }
  if (isNumber(right)) return { id, type: 'numeric', key: [{ value: Number(right) }] }
  const others = await ask.list({
    option: null,
    message: `For '${right}' is accepted too,`,
    least: 0,
    instead: [],
  })
  return { id, type: 'text', key: [right, ...others].map(text => ({ text })) }
}

/** A text with what can be marked in braces, and a star where that is right: `{{*Burns}} met {{Duda}}`. */
export async function askMarkedText(ask: Ask): Promise<Own<'hot-text'>> {
  const given = await ask.text({
    option: 'text',
    message: 'The text, with all that can be marked in double braces, and * before what is right:',
    example: '{{*Vilnius}} is a capital, {{Kaunas}} is not.',
    lines: true,
    instead: 'Some {{*words}} can be marked, and {{others}} too.',
    check: text =>
      contentsOf(text).some(content => content.startsWith('*'))
        ? bracesFault(text, 2)
        : 'Put * before what is right to mark: {{*Vilnius}}.',
  })
  const marks = contentsOf(given).map((content, index) => ({
    id: `m${index + 1}`,
    words: content.replace(/^\*\s*/, ''),
    isRight: content.startsWith('*'),
  }))
  let count = 0
  const text = given.replace(braced, () => {
    const mark = marks[count++]
    return `{{${mark?.id}|${mark?.words}}}`
  })
  return { text, key: marks.filter(({ isRight }) => isRight).map(({ id }) => id) }
}

const contentsOf = (text: string) => [...text.matchAll(braced)].map(([, content = '']) => content.trim())

function bracesFault(text: string, least: number): string | null {
  if (/\{\{|\}\}/.test(text.replace(braced, '')))
    return 'Some braces are not closed, or hold nothing: write {{words}}.'
  const count = contentsOf(text).length
  return count < least ? `There must be ${least === 1 ? 'one' : 'two'} in double braces: {{words}}.` : null
}
