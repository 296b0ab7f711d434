import { describe, expect, it } from 'vitest'
import { scoreResponse } from '../../index.js'
import { readMoodleXml } from './index.js'

const cloze = (text: string, more = '') =>
  `<quiz><question type="cloze"><name><text>One</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${more}</question></quiz>`
const questions = (xml: string) => readMoodleXml(xml).bank?.questions ?? []

describe('gaps of Moodle of which several are picked', () => {
  it('makes a question of a lone one, with what is worth what', () => {
    const xml = cloze(
      '<p>Which are Baltic?</p><p>{2:MULTIRESPONSE:=Riga#Yes.~=<b>Vilnius</b>~Oslo#In the North.}</p>',
      '<generalfeedback><text>See the map.</text></generalfeedback><hint><text>Look.</text></hint>',
    )
    expect(readMoodleXml(xml)).toMatchObject({
      bank: {
        questions: [
          {
            id: 'One',
            type: 'multiple-response',
            stem: 'Which are Baltic?',
            points: 2,
            choices: [
              { id: 'a', text: 'Riga', feedback: 'Yes.' },
              { id: 'b', text: '**Vilnius**' },
              { id: 'c', text: 'Oslo', feedback: 'In the North.' },
            ],
            key: ['a', 'b'],
            shuffle: false,
            feedback: { general: 'See the map.' },
            hints: [{ text: 'Look.' }],
          },
        ],
      },
      report: [{ fate: 'changed', question: 'One', code: 'gap-is-question' }],
    })
    expect(questions(xml)[0]).not.toHaveProperty('marking')
  })

  it.each(['MR', 'MRH', 'MULTIRESPONSE_H'])('keeps the order of %s', name =>
    expect(questions(cloze(`{1:${name}:=A~B}`))[0]).toHaveProperty('shuffle', false),
  )
  it.each(['MRS', 'MRHS', 'MULTIRESPONSE_S', 'MULTIRESPONSE_HS'])('shuffles %s', name =>
    expect(questions(cloze(`{1:${name}:=A~B}`))[0]).not.toHaveProperty('shuffle'),
  )

  it.each([
    ['=A~=B~=C~D', { a: 1 / 3, b: 1 / 3, c: 1 / 3, d: -1 / 3 }],
    ['%50%A~%25%B~C', { a: 2 / 3, b: 1 / 3, c: 0 }],
    ['=A~%100%B~%-25%C~D', { a: 0.5, b: 0.5, c: -0.25, d: 0 }],
    ['%0%A~=B', { a: -1, b: 1 }],
  ])('gives the choices of %s what Moodle gives them', (inside, worth) => {
    const [question] = questions(cloze(`{1:MR:${inside}}`))
    if (!question) throw new Error('It is not read.')
    const { key } = question as { readonly key: readonly string[] }
    const right = Object.entries(worth).filter(([, share]) => share > 0)
    expect(key).toEqual(right.map(([id]) => id))
    for (const [id, share] of Object.entries(worth)) {
      expect(scoreResponse(question, [id]).score.raw).toBeCloseTo(Math.max(0, share))
      const others = key.filter(other => other !== id)
      const all = others.reduce((sum, other) => sum + (worth[other as keyof typeof worth] ?? 0), share)
      expect(scoreResponse(question, [...others, id]).score.raw).toBeCloseTo(Math.max(0, all))
    }
  })

  it('sets those apart that stand among others, worth as much together', () => {
    const xml = cloze(
      '<p>Baltic: {1:MR:=Riga~=Vilnius~Oslo}. Northern: {2:MRS:=Oslo~Rome}. Capital of Italy: {3:SA:=Rome}</p>',
    )
    expect(readMoodleXml(xml)).toMatchObject({
      bank: {
        questions: [
          {
            id: 'One',
            type: 'cloze',
            text: 'Baltic: …. Northern: …. Capital of Italy: {{gap1}}',
            gaps: [{ id: 'gap1', type: 'text', weight: 3 }],
            points: 3,
          },
          {
            id: 'One-2',
            type: 'multiple-response',
            stem: 'Baltic: \\_\\_\\_\\_\\_. Northern: …. Capital of Italy: …',
            key: ['a', 'b'],
          },
          {
            id: 'One-3',
            type: 'multiple-response',
            stem: 'Baltic: …. Northern: \\_\\_\\_\\_\\_. Capital of Italy: …',
            key: ['a'],
            points: 2,
          },
        ],
      },
      report: ['One', 'One-2', 'One-3'].map(question => ({
        question,
        fate: 'changed',
        code: 'gaps-apart',
        message: expect.stringContaining('3 questions'),
      })),
    })
  })

  it('takes pictures with the choices, and leaves out what is empty', () => {
    const xml = cloze('Which?{1:MR:=<img src="https://a.org/a.png" alt="A">~=~B}')
    expect(readMoodleXml(xml)).toMatchObject({
      bank: {
        questions: [{ stem: 'Which?', choices: [{ media: { src: 'https://a.org/a.png' } }, { text: 'B' }] }],
      },
      report: [{ code: 'empty-choice' }, { code: 'fractions-raised' }, { code: 'gap-is-question' }],
    })
  })

  it('refuses so long a text with so many of them that it would come to millions of signs', () => {
    const text = '{1:MR:=A~B}'.repeat(200)
    expect(readMoodleXml(cloze(text)).report).toHaveLength(200)
    const { bank, report } = readMoodleXml(cloze(text + '<p>Long.</p>'.repeat(2000)))
    expect(bank).toBeNull()
    expect(report).toMatchObject([{ fate: 'dropped', code: 'too-many' }])
  })

  it('says that a gap which is worth nothing counts', () => {
    const { report } = readMoodleXml(cloze('Which? {0:MR:=A~B}'))
    expect(report.map(({ code }) => code)).toEqual(['gap-counts', 'gap-is-question'])
  })
})
