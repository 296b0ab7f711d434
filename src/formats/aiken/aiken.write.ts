import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank } from '../../question/index.js'
import type { Exported } from '../format.js'
import { bankLosses, reportLosses } from '../losses.js'
import { plainOf } from '../plain.js'
import { readAiken } from './aiken.read.js'

/** Writes the questions of a bank with one right choice as Aiken. The report names what Aiken can't hold. */
export function writeAiken(bank: Bank<BuiltInQuestion>): Exported {
  const refused = new Map<string, string>()
  const written: BuiltInQuestion[] = []
  const texts: string[] = []
  for (const question of bank.questions) {
    const text = textOf(question)
    if (typeof text === 'string') {
      written.push(question)
      texts.push(text)
    } else refused.set(question.id, text.cannot)
  }
  const content = `${texts.join('\n\n')}\n`
  // Aiken has no ids: what is read again gets those of the questions in turn.
  const read = readAiken(content)
  const questions = read.bank?.questions.map((question, index) => ({
    ...question,
    id: written[index]?.id ?? question.id,
  }))
  const named = read.bank && questions ? { ...read, bank: { ...read.bank, questions } } : read
  return {
    content,
    media: [],
    report: [...reportLosses(bank, named, refused), ...bankLosses(bank, read.bank)],
  }
}

function textOf(question: BuiltInQuestion): string | { readonly cannot: string } {
  if (question.type !== 'single-choice') return { cannot: 'Aiken has only questions with one right choice.' }
  const { stem, choices, key } = question
  if (choices.length > 26) return { cannot: 'Aiken has 26 letters for choices.' }
  const asked = plainOf(stem)
  if (/^(?:[A-Z][).]|ANSWER:)/.test(asked))
    return { cannot: 'Aiken would take the beginning of the stem for a choice.' }
  const at = (index: number) => String.fromCharCode(65 + index)
  const lines = choices.map(({ text }, index) => `${at(index)}. ${plainOf(text)}`)
  return [asked, ...lines, `ANSWER: ${at(choices.findIndex(({ id }) => id === key))}`].join('\n')
}
