import { describe, expect, it } from 'vitest'
import { bundledBanks, positions } from '../questions/index.js'
import { checkBank, parseTranslation, translateBank } from './index.js'

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
      'questions.1.key',
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
      expect.objectContaining({
        code: 'unknown-id',
        path: ['questions', 2, 'id'],
        message: expect.stringContaining("Did you mean 'longest'?"),
      }),
    ])
  })

  it('tells where in the translation something is wrong, whatever its order', () => {
    const [where, longest] = whole.questions
    const choices = [
      { id: 'b', text: 'Die Donau' },
      { id: 'c', text: 'Die Elbe' },
      { id: 'a', text: 'Der Rhein', feedbck: 'Kürzer.' },
    ]
    const { issues } = translateBank(base, { ...whole, questions: [where, { ...longest, choices }] as never })
    expect(issues.map(({ code, path, message }) => [code, path.join('.'), message])).toEqual([
      ['unknown-id', 'questions.1.choices.1.id', expect.anything()],
      ['not-a-text', 'questions.1.choices.2.feedbck', expect.stringContaining("Did you mean 'feedback'?")],
      ['untranslated', 'questions.0.choices.0.feedback', expect.anything()],
    ])
  })

  it.each<[string, object, string]>([
    ['a number for text', { stem: 3 }, 'wrong-type questions.0.stem'],
    ['text for a list', { choices: 'Die Donau' }, 'wrong-type questions.0.choices'],
    ['texts for fields', { choices: ['Der Rhein', null] }, 'wrong-type questions.0.choices.0'],
    ['a choice without its id', { choices: [{ text: 'Der Rhein' }] }, 'wrong-type questions.0.choices.0'],
    ['a choice twice', { choices: [{ id: 'a' }, { id: 'a' }] }, 'repeated-id questions.0.choices.1.id'],
    ['text for a hint', { hints: ['Nach Osten.'] }, 'wrong-type questions.0.hints.0'],
    ['a hint too many', { hints: [{}, { text: 'Nach Norden.' }] }, 'unknown-id questions.0.hints.1'],
  ])('says of %s that it is none', (_, fields, told) => {
    const { issues } = translateBank(base, { language: 'de', questions: [{ id: 'longest', ...fields }] })
    const wrong = issues.filter(({ code }) => code !== 'untranslated')
    expect(wrong.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([told])
  })

  it('says of accepted answers without their fields, and of a question twice, that they are none', () => {
    const where = { id: 'where', key: ['Schwarzes Meer'] }
    const { issues } = translateBank(base, { language: 'de', questions: [where, where] })
    const wrong = issues.filter(({ code }) => code !== 'untranslated')
    expect(wrong.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'repeated-id questions.1.id',
      'wrong-type questions.1.key',
    ])
  })

  it('says nothing of what is left empty, but that it is missing', () => {
    const { issues } = translateBank(base, {
      language: 'de',
      title: '',
      questions: [{ id: 'longest', stem: null, choices: null, hints: [null] }],
    })
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['untranslated']))
  })

  it('is read from a file', () => {
    const text = 'language: de\nquestions:\n  - id: longest\n    stem: Welcher ist der längste?\n'
    const { translation, issues } = parseTranslation(text)
    expect(issues).toEqual([])
    expect(translation && translateBank(base, translation).bank.questions[0]?.stem).toBe(
      'Welcher ist der längste?',
    )
  })

  it.each([
    ['no language', 'title: Flüsse\n', 'language', 1, false],
    ['a language that is none', 'title: Flüsse\nlanguage: Deutsch, auch\n', 'language', 2, false],
    ['a field twice', 'language: de\ntitle: A\ntitle: B\n', 'title', 3, false],
    ['no YAML', 'language: [', '', 1, true],
    ['no fields', '- language: de', '', 1, true],
    ['nothing', '', '', 1, true],
  ])('with %s is named with its place', (_, text, path, line, isNone) => {
    const { translation, issues } = parseTranslation(text)
    expect(translation === null).toBe(isNone)
    expect(issues).toMatchObject([{ severity: 'error', line }])
    expect(issues[0]?.path.join('.')).toBe(path)
  })

  it('is looked at further where its language or an id is wrong', () => {
    const text = 'language: Deutsch\nquestions:\n  - stem: Wo?\n  - id: longst\n'
    const { translation, issues } = parseTranslation(text)
    expect(translation?.language).toBe('und')
    const laid = translation ? translateBank(base, translation).issues : []
    const wrong = [...issues, ...laid].filter(({ code }) => code !== 'untranslated')
    expect(wrong.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'bad-format language',
      'wrong-type questions.0',
      'unknown-id questions.1.id',
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
