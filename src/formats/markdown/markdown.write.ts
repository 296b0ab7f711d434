import type { BuiltInKind, BuiltInQuestion } from '../../interactions/index.js'
import type { Bank } from '../../question/index.js'
import type { Exported } from '../format.js'
import { bankLosses, lossesBetween, reportLosses } from '../losses.js'
import { stemEnd } from './markdown.lines.js'
import { idInHeading, named, partsOf } from './markdown.parts.js'
import { readMarkdown } from './markdown.read.js'

/** Writes a bank as Markdown that reads well in any viewer. The report names what the dialect can't hold. */
export function writeMarkdown(bank: Bank<BuiltInQuestion>): Exported {
  const refused = new Map<string, string>()
  const parts = bank.questions.flatMap(question => {
    const row = rows[question.type] as Row<BuiltInQuestion> | Cannot
    if (typeof row === 'function') return [writeQuestion(question, row(question))]
    refused.set(question.id, row.cannot)
    return []
  })
  const description = bank.description?.replace(/\r\n?/g, '\n') ?? ''
  const isHeld = description !== '' && canHold(description)
  const head = [`# ${oneLine(bank.title)}`, ...(isHeld ? [description.trim()] : [])]
  const content = `${[...head, ...parts].join('\n\n')}\n`
  const read = readMarkdown(content, { id: bank.id })
  const ofBank = bankLosses({ ...bank, description: description || undefined }, read.bank)
  return { content, media: [], report: [...reportLosses(bank, read, refused), ...ofBank] }
}

/** Whether a description comes out as it is from between a title and a question. */
function canHold(description: string): boolean {
  const read = partsOf(['# Title', ...description.split('\n'), '## Question'])
  return read.parts.length === 1 && lossesBetween(description, read.description).size === 0
}

function writeQuestion(
  { id, type, stem, points, tags = [], hints = [], feedback, solution }: BuiltInQuestion,
  answers: string,
) {
  const text = stem.replace(/\r\n?/g, '\n').trim()
  const [first = '', ...more] = text.split('\n')
  const isBelow = standsBelow(first, more)
  const settings = [
    `id: ${id}`,
    ...(isBelow ? ['stem: below'] : []),
    ...(type === 'multiple-response' ? ['pick: several'] : []),
    ...(points === undefined ? [] : [`points: ${points}`]),
    ...(tags.length > 0 ? [`tags: ${tags.join(', ')}`] : []),
  ]
  const said = [
    ...hints.map(({ text }) => `> **Hint:** ${oneLine(text)}`),
    ...(feedback?.general ? [`> **Feedback:** ${oneLine(feedback.general)}`] : []),
    ...(solution ? [`> **Solution:** ${oneLine(solution)}`] : []),
  ]
  return [
    `## ${isBelow ? id : first}`,
    `<!-- ${settings.join('; ')} -->`,
    isBelow ? `${text}\n\n${stemEnd}` : more.join('\n').trim(),
    answers,
    said.join('\n>\n'),
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** A stem that a heading can't hold, or that would be taken for answers. */
function standsBelow(first: string, [next = '', ...rest]: readonly string[]): boolean {
  const isStrange = (line: string) => /^\s*(?:[-*+>|#]|<!--|\d+[.)]\s)/.test(line) || named.test(line)
  const fences = rest.flatMap(line => /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? [])
  const isOpen = fences.length % 2 === 1 || new Set(fences).size > 1
  return (
    isOpen ||
    next !== '' ||
    /^\s*(?:`{3}|~{3})|(?:\\|\s#+)$/.test(first) ||
    idInHeading.test(first) ||
    [first, ...rest].some(isStrange)
  )
}

const oneLine = (text: string) =>
  text
    .split(/[\r\n]/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .join(' ')

interface Cannot {
  readonly cannot: string
}

type Row<Q> = (question: Q) => string

interface Choice {
  readonly id: string
  readonly text: string
  readonly feedback?: string | undefined
}

const listed = (choices: readonly Choice[], keys: readonly string[]) =>
  choices
    .map(
      ({ id, text, feedback }) =>
        `- [${keys.includes(id) ? 'x' : ' '}] ${oneLine(text)}${feedback ? `\n  - ${oneLine(feedback)}` : ''}`,
    )
    .join('\n')

const rows: {
  readonly [Kind in BuiltInKind]: Row<Extract<BuiltInQuestion, { readonly type: Kind }>> | Cannot
} = {
  'single-choice': ({ choices, key }) => listed(choices, [key]),
  'multiple-response': ({ choices, key }) => listed(choices, key),
  'true-false': ({ key }) => `**True or false:** ${key}`,
  'short-answer': ({ key }) => key.map(({ text }) => `**Answer:** ${oneLine(text)}`).join('\n\n'),
  numeric: ({ key }) =>
    key
      .map(
        ({ value, tolerance, min, max }) =>
          `**Number:** ${value === undefined ? `${min ?? -1e300} to ${max ?? 1e300}` : tolerance ? `${value} ± ${tolerance}` : value}`,
      )
      .join('\n\n'),
  ordering: ({ items, key }) =>
    key
      .map(id => oneLine(items.find(item => item.id === id)?.text ?? ''))
      // No box to tick.
      .map((text, index) => `${index + 1}. ${text.replace(/^\[(?=[ x]\])/i, '\\[')}`)
      .join('\n'),
  matching({ prompts, choices, key }) {
    const cell = (text: string) => oneLine(text).replaceAll('|', '\\|')
    const spare = choices.filter(({ id }) => !Object.values(key).includes(id))
    const pairs = prompts.map(
      ({ id, text }) =>
        `| ${cell(text)} | ${cell(choices.find(choice => choice.id === key[id])?.text ?? '')} |`,
    )
    return ['| | |', '| --- | --- |', ...pairs, ...spare.map(({ text }) => `| | ${cell(text)} |`)].join('\n')
  },
  essay: ({ words }) =>
    `**Essay:** ${words?.min && words.max ? `${words.min} to ${words.max} words` : 'as long as it takes'}`,
  categorization: { cannot: 'The dialect has no groups.' },
  cloze: { cannot: 'The dialect has no gaps.' },
  'hot-text': { cannot: 'The dialect has no words to mark.' },
}
