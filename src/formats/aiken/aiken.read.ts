import { createCollector, letter, type Note } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { markdownOf } from '../plain.js'

/** A question on its way: its choices so far, and the line where it began. */
interface Open {
  readonly line: number
  readonly stem: string
  readonly choices: string[]
}

/**
 * Reads Aiken as Moodle does (question/format/aiken/format.php): a line that asks, choices as `A.` or `A)`, and
 * `ANSWER: A`. What is out of place is named with its line, and reading goes on.
 */
export function readAiken(text: string, options: ReadOptions = {}): Imported {
  const collector = createCollector(options)
  let open: Open | null = null
  /** What Moodle takes for no question has no kind. */
  const stray = (line: number, code: string, message: string) =>
    collector.report({ fate: 'dropped', question: null, code, message, line })
  const abandon = () => {
    if (open === null) return
    const { line, stem, choices } = open
    if (choices.length > 0) stray(line, 'no-answer', `'${stem}' has no line 'ANSWER: …' after its choices.`)
    else if (/^answer\s*:/i.test(stem)) stray(line, 'no-answer', `'${stem}' has to begin with 'ANSWER:'.`)
    else stray(line, 'no-choices', `'${stem}' is no question, as no choice 'A. …' follows it.`)
  }
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1
    const words = raw.trim()
    if (words.length < 2) continue
    if (/^[A-Z][).]/.test(words)) {
      if (open) open.choices.push(words.slice(2).trim())
      else stray(line, 'no-stem', `The choice '${words}' has no question before it.`)
    } else if (words.startsWith('ANSWER:')) {
      if (open) close(open, words.slice(7).trim())
      else stray(line, 'no-stem', `'${words}' has no question before it.`)
      open = null
    } else {
      abandon()
      open = { line, stem: words, choices: [] }
    }
  }
  abandon()
  return collector.finish(null)

  function close({ line, stem, choices }: Open, answer: string) {
    if (choices.length < 2)
      return stray(line, 'too-few-choices', `'${stem}' has fewer than two choices 'A. …' before its answer.`)
    const origin = { kind: 'multichoice', line }
    const key = answer === '' ? -1 : answer.charCodeAt(0) - 65
    const more = answer.slice(1).replace(/^[\s).:-]+/, '')
    if (!(key in choices)) {
      const message = `The answer of '${stem}' is '${answer.charAt(0)}', which is none of its ${choices.length} choices.`
      return collector.drop(origin, { code: 'unknown-choice', message })
    }
    collector.add(
      {
        id: collector.idFor(''),
        type: 'single-choice',
        stem: markdownOf(stem),
        choices: choices.map((one, index) => ({ id: letter(index), text: markdownOf(one) })),
        key: letter(key),
      },
      origin,
      more === '' || more === choices[key] ? [] : [answerCut(answer)],
    )
  }
}

const answerCut = (answer: string): Note => ({
  code: 'answer-cut',
  message: `Of the answer '${answer}' only '${answer.charAt(0)}' is taken, as Aiken has one right choice.`,
})
