import { stringify } from 'yaml'
import type { rules } from '../lint/index.js'

type Example = (typeof rules)[number]['bad']
type Question = Extract<Example, readonly unknown[]>[number]

const shownAtMost = 4

/** An example as a list: stems, choices with a star before the right ones, and all other fields as a bank has them. */
export function exampleText(example: Example): string {
  const { questions, bank, ...given } = 'questions' in example ? example : { questions: example }
  const more = questions.length - shownAtMost
  return [
    ...questions.slice(0, shownAtMost).map(questionText),
    ...(more > 0 ? [`… and ${more} more like these`] : []),
    ...fieldLines({ ...bank, ...given }),
  ]
    .join('\n')
    .replaceAll(/^/gm, '  ')
}

function questionText(question: Question): string {
  const { id, type, stem, ...others } = question
  if (!('choices' in others) || question.type === 'matching') return [stem, ...indented(others)].join('\n')
  const { choices, key, ...rest } = others
  const keys: readonly unknown[] = [key].flat()
  const listed = choices.map(({ id, text, ...said }) => {
    const fields = fieldLines(said).join(', ')
    return `  ${keys.includes(id) ? '*' : '-'} ${text}${fields === '' ? '' : ` (${fields})`}`
  })
  return [stem, ...listed, ...indented(rest)].join('\n')
}

const indented = (fields: object) => fieldLines(fields).map(line => `  ${line}`)

/** `source: { paragraphs: [ 1 ] }`, a line each. */
function fieldLines(fields: object): readonly string[] {
  return Object.entries(fields).map(([name, value]) =>
    stringify({ [name]: value }, { collectionStyle: 'flow', lineWidth: 0 })
      .trim()
      .replace(/^\{ (.*) \}$/s, '$1'),
  )
}
