import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bundledBanks } from '../../questions/index.js'
import { readAiken, writeAiken } from './index.js'

const two = 'Where was it?\nA. Riga\nB) Vilnius\nANSWER: B\n\nWho wrote it?\nA. Burns\nB. Duda\nANSWER: A\n'

describe('Aiken', () => {
  it('is read question by question', () => {
    const { bank, report } = readAiken(two, { id: 'aiken', title: 'Two' })
    expect(bank).toEqual({
      id: 'aiken',
      title: 'Two',
      questions: [
        {
          id: 'q1',
          type: 'single-choice',
          stem: 'Where was it?',
          choices: [
            { id: 'a', text: 'Riga' },
            { id: 'b', text: 'Vilnius' },
          ],
          key: 'b',
        },
        expect.objectContaining({ id: 'q2', key: 'a' }),
      ],
    })
    expect(report.map(({ fate, line }) => [fate, line])).toEqual([
      ['kept', 1],
      ['kept', 6],
    ])
  })

  it.each([
    ['Who?\nA. Burns\nB. Duda\nANSWER: C', 'unknown-choice', 1],
    ['Who?\nA. Burns\nB. Duda', 'no-answer', 1],
    ['Who wrote it?\nA poem, by the way.', 'no-choices', 1],
    ['A. Burns', 'no-stem', 1],
    ['\nANSWER: A', 'no-stem', 2],
    ['Who?\nA. Burns\nANSWER: A', 'too-few-choices', 1],
  ])('names what is wrong with %j, and goes on', (text, code, line) => {
    const { bank, report } = readAiken(`${text}\n\n${two}`)
    expect(report[0]).toMatchObject({ fate: 'dropped', code, line })
    expect(bank?.questions).toHaveLength(2)
  })

  it('takes a line that belongs to no question for none', () => {
    const { bank, report } = readAiken(`Part one\nRead with care.\n${two}`)
    expect(bank?.questions).toHaveLength(2)
    expect(report.map(({ fate, kind, line }) => [fate, kind, line])).toEqual([
      ['dropped', undefined, 1],
      ['dropped', undefined, 2],
      ['kept', 'multichoice', 3],
      ['kept', 'multichoice', 8],
    ])
  })

  it('takes for a question what Moodle does, and says of all else what is amiss', () => {
    const { report } = readAiken(
      'Who?\nA. Burns\nB. Duda\nAnswer: A\nHow many?\nANSWER: 3\nWho?\nA. Burns\nB. Duda\nANSWER: C',
    )
    expect(report.map(({ kind, code, line }) => [kind, code, line])).toEqual([
      [undefined, 'no-answer', 1],
      [undefined, 'no-answer', 4],
      [undefined, 'too-few-choices', 5],
      ['multichoice', 'unknown-choice', 7],
    ])
    expect(report[1]?.message).toContain("has to begin with 'ANSWER:'")
  })

  it.each([
    ['A', 'kept'],
    ['A)', 'kept'],
    ['A. Burns', 'kept'],
    ['A, B', 'answer-cut'],
    ['AB', 'answer-cut'],
    ['All of these', 'answer-cut'],
  ])('takes the first letter of the answer %j, and names what is left of it', (answer, code) => {
    const { bank, report } = readAiken(`Who?\nA. Burns\nB. Duda\nANSWER: ${answer}`)
    expect([bank?.questions[0], report[0]]).toMatchObject([{ key: 'a' }, { code }])
  })

  it.each([
    ['Who?\nA. Burns\nB. Duda\nANSWER: b', 'b', 'answer-as-meant'],
    ['Who?\nA. Burns\nB. Duda\nANSWER: (B)', 'b', 'answer-as-meant'],
    // Moodle goes by the place, and takes C for the right one.
    ['Who?\nB. Burns\nC. Duda\nANSWER: B', 'a', 'answer-as-meant'],
    ['Who?\nA. Burns\nC. Duda\nANSWER: C', 'b', 'answer-as-meant'],
    ['Who?\nA. Burns\nA. Duda\nANSWER: B', 'b', 'kept'],
    ['Who?\nA.\nB. Burns\nC. Duda\nANSWER: C', 'c', 'empty-choice'],
    ['誰\nA. Burns\nB. Duda\nANSWER: A', 'a', 'kept'],
  ])('takes the choice of %j that is meant, and says where Moodle takes another', (text, key, code) => {
    const { bank, report } = readAiken(text)
    expect([bank?.questions[0], report]).toMatchObject([{ key }, [{ code }]])
  })

  it.each([
    ['Who?\nA. Burns\nB. Duda\nANSWER: none', 'unknown-choice'],
    ['Who?\nA.\nB. Duda\nANSWER: B', 'empty-choice'],
    ['Who?\nA.\nB. Duda\nC. Burns\nANSWER: A', 'empty-choice'],
  ])('finds no right choice in %j', (text, code) => {
    expect(readAiken(text).report).toMatchObject([{ fate: 'dropped', kind: 'multichoice', code }])
  })

  it('never throws', () => {
    const lines = fc.array(
      fc.constantFrom('A. one', 'B) two', 'ANSWER: A', 'ANSWER:', 'Who?', '', 'Z. last', '- a'),
    )
    fc.assert(fc.property(lines, pieces => readAiken(pieces.join('\n')).report.length >= 0))
  })

  it.each(bundledBanks.map(bank => [bank.id, bank] as const))('holds the single choices of %s', (_, bank) => {
    const { content, report } = writeAiken(bank)
    const single = bank.questions.filter(({ type }) => type === 'single-choice')
    expect(readAiken(content as string).bank?.questions).toHaveLength(single.length)
    expect(report.flatMap(({ question }) => question ?? [])).toEqual(bank.questions.map(({ id }) => id))
    expect(report.filter(({ fate }) => fate === 'dropped')).toHaveLength(
      bank.questions.length - single.length,
    )
  })

  it('keeps what it can hold', () => {
    const { bank } = readAiken(two)
    if (!bank) throw new Error('no bank')
    const { content, report } = writeAiken(bank)
    expect(readAiken(content as string).bank).toEqual({ ...bank, title: 'Questions' })
    expect(report.map(({ fate }) => fate)).toEqual(['kept', 'kept'])
  })
})
