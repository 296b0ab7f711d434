import { checkSelection } from '../../marking/index.js'
import type { Fault } from '../../question/index.js'
import { segmentsOf } from './hot-text.segments.js'
import type { HotTextQuestion } from './index.js'

/** What is wrong with the question that its schema alone can't see. */
export function checkHotText(question: HotTextQuestion): readonly Fault[] {
  const segments = segmentsOf(question.text)
  const words = segments.flatMap(({ id, text }) => (id === null ? [] : [{ id, text }]))
  const faults: Fault[] = []
  const report = (code: string, message: string) => faults.push({ code, path: ['text'], message })
  for (const { id, text } of segments) {
    const brace = id === null ? /\{\{|\}\}/.exec(text) : null
    if (brace)
      report(
        'broken-mark',
        `The text has braces that mark nothing, at '${text.slice(brace.index, brace.index + 30)}'; write {{id|words}}, with no braces in the words.`,
      )
  }
  for (const [index, { id }] of words.entries())
    if (words.findIndex(other => other.id === id) < index)
      report('repeated-id', `The text marks '${id}' twice; give each mark an id of its own.`)
  if (words.length < 2)
    report(
      'too-few-marks',
      `The text has ${words.length} that can be marked; write {{id|words}} twice or more.`,
    )
  return [...faults, ...checkSelection(question, words)]
}
