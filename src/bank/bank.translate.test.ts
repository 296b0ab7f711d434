import { describe, expect, it } from 'vitest'
import { bundledBanks, positions } from '../questions/index.js'
import { checkBank, translateBank } from './index.js'

const base = {
  id: 'rivers',
  title: 'Rivers',
  sources: [{ id: 'atlas', title: 'An atlas' }],
  questions: [
    {
      id: 'longest',
      type: 'single-choice' as const,
      stem: 'Which is the longest?',
      choices: [
        { id: 'a', text: 'The Rhine', feedback: 'Shorter.' },
        { id: 'b', text: 'The Danube' },
      ],
      key: 'b',
      hints: [{ text: 'It flows east.', cost: 0.1 }],
    },
    { id: 'where', type: 'short-answer' as const, stem: 'Where does it end?', key: [{ text: 'Black Sea' }] },
  ],
}
const whole = {
  language: 'de',
  title: 'Flüsse',
  questions: [
    { id: 'where', stem: 'Wo endet sie?', key: [{ text: 'Schwarzes Meer' }, { text: 'im Schwarzen Meer' }] },
    {
      id: 'longest',
      stem: 'Welcher ist der längste?',
      choices: [
        { id: 'b', text: 'Die Donau' },
        { id: 'a', text: 'Der Rhein', feedback: 'Kürzer.' },
      ],
      hints: [{ text: 'Er fließt nach Osten.' }],
    },
  ],
}

describe('a translation', () => {
  it('takes the place of the texts, and of nothing else', () => {
    const { bank, issues } = translateBank(base, whole)
    expect(issues).toEqual([])
    expect(bank).toMatchObject({
      id: 'rivers',
      title: 'Flüsse',
      language: 'de',
      sources: base.sources,
      questions: [
        {
          id: 'longest',
          stem: 'Welcher ist der längste?',
          key: 'b',
          choices: [
            { id: 'a', text: 'Der Rhein', feedback: 'Kürzer.' },
            { id: 'b', text: 'Die Donau' },
          ],
          hints: [{ text: 'Er fließt nach Osten.', cost: 0.1 }],
        },
        { id: 'where', key: [{ text: 'Schwarzes Meer' }, { text: 'im Schwarzen Meer' }] },
      ],
    })
    expect(checkBank(bank).issues).toEqual([])
  })

  it('falls back to the original where it is missing, and says where', () => {
    const { bank, issues } = translateBank(base, { language: 'de', title: 'Flüsse' })
    expect(bank.questions[0]?.stem).toBe('Which is the longest?')
    expect(issues.map(({ path }) => path.join('.'))).toEqual([
      'questions.0.stem',
      'questions.0.choices.0.text',
      'questions.0.choices.0.feedback',
      'questions.0.choices.1.text',
      'questions.0.hints.0.text',
      'questions.1.stem',
    ])
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['untranslated']))
  })

  it('names what it translates that is not there, and what is no text', () => {
    const { issues } = translateBank(base, {
      ...whole,
      questions: [...whole.questions, { id: 'longst', stem: '?' }],
      minutes: 5,
    })
    expect(issues).toEqual([
      expect.objectContaining({ code: 'not-a-text', path: ['minutes'] }),
      expect.objectContaining({ code: 'unknown-id', message: expect.stringContaining('longest') }),
    ])
  })

  it('leaves a bank without one as it is', () => {
    for (const bank of bundledBanks) {
      const { bank: same } = translateBank(bank, { language: 'en' })
      expect(same).toEqual({ ...bank, language: 'en' })
    }
    expect(translateBank(positions, { language: 'fr' }).issues.length).toBeGreaterThan(200)
  })
})
