import { describe, expect, it } from 'vitest'
import { createRegistry, presentQuestion } from '../index.js'
import type { BuiltInQuestion } from '../interactions/index.js'
import { builtInInteractions } from '../interactions/index.js'
import { partName } from './part-name.js'

const registry = createRegistry(builtInInteractions)
const listed = (...texts: readonly string[]) => texts.map((text, index) => ({ id: 'abc'[index] ?? '', text }))
const choice = { type: 'choice', choices: listed('no', 'yes'), key: 'a' } as const

describe('partName', () => {
  it.each<[string, unknown, string, unknown]>([
    [
      'a choice',
      { type: 'multiple-response', choices: listed('Dee', 'Don'), key: ['a'] },
      'b',
      { text: 'Don' },
    ],
    [
      'a choice that has the id of a prompt',
      {
        type: 'matching',
        prompts: listed('Wales', 'Italy'),
        choices: listed('Dee', 'Po'),
        key: { a: 'a', b: 'b' },
      },
      'a',
      { text: 'Dee' },
    ],
    [
      'an item that has the id of a category',
      {
        type: 'categorization',
        items: listed('Dee', 'Po'),
        categories: listed('Wales', 'Italy'),
        key: { a: 'a', b: 'b' },
      },
      'b',
      { text: 'Po' },
    ],
    [
      'a gap, by its place in the text',
      {
        type: 'cloze',
        text: 'The Dee is {{y}}, the Don is {{x}}.',
        gaps: [
          { id: 'x', ...choice },
          { id: 'y', ...choice },
        ],
      },
      'x',
      { gap: 2, total: 2 },
    ],
    ['a typed answer', { type: 'short-answer', key: [{ text: 'Dee' }] }, 'Dee', null],
  ])('of %s', (_, question, id, expected) => {
    const whole = { id: 'q', stem: 'Rivers', ...(question as object) } as BuiltInQuestion
    expect(partName(presentQuestion(registry, whole), id)).toEqual(expected)
  })
})
