import { expect, it } from 'vitest'
import { rules } from '../lint/index.js'
import { exampleText } from './lint.example.js'

it.each(rules.map(rule => [rule.id, rule] as const))('shows what is better for %s', (_, { bad, better }) => {
  expect(exampleText(bad)).not.toBe(exampleText(better))
})

it('shows what is said of a choice, and the fields beside the stem', () => {
  const question = {
    id: 'q',
    type: 'single-choice',
    stem: 'Where?',
    choices: [
      { id: 'a', text: 'Here', feedback: 'Yes.' },
      { id: 'b', text: 'There' },
    ],
    key: 'a',
    source: { paragraphs: [1] },
  } as const
  expect(exampleText([question])).toBe(
    '  Where?\n    * Here (feedback: Yes.)\n    - There\n    source: { paragraphs: [ 1 ] }',
  )
})
