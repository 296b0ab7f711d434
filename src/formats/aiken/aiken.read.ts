import { createCollector, letter, type Note } from '../collect.js'
import type { Imported, ReadOptions } from '../format.js'
import { markdownOf } from '../plain.js'

/** A question on its way: its choices so far with their letters, and the line where it began. */
interface Open {
  readonly line: number
  readonly stem: string
  readonly choices: { readonly label: string; readonly text: string }[]
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
    else stray(line, 'no-choices', `'${stem}' is no question, as no choice 'A. …' follows on the next line.`)
  }
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1
    const words = raw.trim()
    if (words.length < 2 && words < '\u0080') continue
    if (/^[A-Z][).]/.test(words)) {
      if (open) open.choices.push({ label: words.charAt(0), text: words.slice(2).trim() })
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
    const { key, notes } = keyOf(answer, choices)
    const right = choices[key]
    if (!right) {
      const message = `The answer of '${stem}' is '${answer.charAt(0)}', which is none of its ${choices.length} choices.`
      return collector.drop(origin, { code: 'unknown-choice', message })
    }
    const shown = choices.flatMap(({ text }, index) =>
      text === '' ? [] : [{ id: letter(index), text: markdownOf(text) }],
    )
    if (right.text === '' || shown.length < 2)
      return collector.drop(origin, { code: 'empty-choice', message: `A choice of '${stem}' has no text.` })
    const empty = shown.length < choices.length ? [emptyChoice] : []
    collector.add(
      {
        id: collector.idFor(''),
        type: 'single-choice',
        stem: markdownOf(stem),
        choices: shown,
        key: letter(key),
      },
      origin,
      [...notes, ...empty],
    )
  }
}

const emptyChoice: Note = { code: 'empty-choice', message: 'A choice without a text is left out.' }

/** Which choice is right: the one that has the letter, where one alone has it; else the one at its place, as in Moodle. */
function keyOf(answer: string, choices: Open['choices']): { readonly key: number; readonly notes: Note[] } {
  const [said = '', name = ''] =
    /^[A-Z]/.exec(answer) ?? /^[("'[]*([A-Za-z])(?![A-Za-z])[\])"']*/.exec(answer) ?? []
  const label = (name || said).toUpperCase()
  const place = label === '' ? -1 : label.charCodeAt(0) - 65
  const labelled = choices.filter(choice => choice.label === label)
  const key = labelled.length === 1 ? choices.findIndex(choice => choice.label === label) : place
  const right = choices[key]?.text
  const notes: Note[] = []
  if (said !== label || key !== place) {
    const message = `The answer '${answer}' is taken for '${right}', which is ${label}; Moodle takes another, or none.`
    notes.push({ code: 'answer-as-meant', message })
  }
  const more = answer.slice(said.length).replace(/^[\s).:-]+/, '')
  if (more !== '' && more !== right) notes.push(answerCut(answer))
  return { key, notes }
}

const answerCut = (answer: string): Note => ({
  code: 'answer-cut',
  message: `Of the answer '${answer}' only the first letter is taken, as Aiken has one right choice.`,
})
