import { stringify } from 'csv-stringify/sync'
import { type BuiltInQuestion, builtInInteractions } from '../../interactions/index.js'
import { type Bank, createRegistry, interactionOf, type Json } from '../../question/index.js'
import type { Exported, ReportEntry } from '../format.js'
import { plainOf } from '../html.js'

const registry = createRegistry(builtInInteractions)

/**
 * Writes a bank as a text file for Anki: a note each, with the question's id first, by which Anki knows a note again.
 * The front is the stem with its choices, the back the key and the solution.
 */
export function writeAnki(bank: Bank<BuiltInQuestion>): Exported {
  const report: ReportEntry[] = []
  const notes = bank.questions.flatMap(question => {
    const { id, type, stem, tags = [], solution } = question
    const entry = { question: id, kind: type }
    const interaction = interactionOf(registry, question)
    const key: Json = interaction.solve(question)
    if (key === null && solution === undefined) {
      report.push({
        ...entry,
        fate: 'dropped',
        code: 'cannot-be-written',
        message: 'It has neither a key nor a solution for the back.',
      })
      return []
    }
    const back = [key === null ? '' : interaction.describe(question, key), plainOf(solution ?? '')]
    const front = [plainOf(stem), ...listsOf(question).map(text => `- ${plainOf(text)}`)]
    report.push({
      ...entry,
      fate: 'changed',
      code: 'as-a-card',
      message: 'It is a card with two sides now: nothing is scored.',
    })
    return [[id, asLines(front), asLines(back), tags.join(' ')]]
  })
  const header = [
    '#separator:Tab',
    '#html:true',
    `#deck:${bank.title.replace(/\s+/g, ' ')}`,
    '#columns:Id\tFront\tBack\tTags',
    '#tags column:4',
  ]
  return { content: `${header.join('\n')}\n${stringify(notes, { delimiter: '\t' })}`, media: [], report }
}

/** What a learner picks from or sorts. */
function listsOf(question: BuiltInQuestion): readonly string[] {
  const list = 'items' in question ? question.items : 'choices' in question ? question.choices : []
  const text =
    'text' in question
      ? [question.text.replace(/\{\{[\w.:-]+(?:\|([^{}]*))?\}\}/g, (_, words) => words ?? '____')]
      : []
  return [...text, ...list.map(entry => entry.text)]
}

/** Lines as HTML, for which Anki takes the fields. */
const asLines = (lines: readonly string[]) =>
  lines
    .filter(line => line !== '')
    .map(line =>
      line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', ' '),
    )
    .join('<br>')
