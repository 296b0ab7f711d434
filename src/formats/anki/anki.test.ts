import { describe, expect, it } from 'vitest'
import { bundledBanks } from '../../questions/index.js'
import { writeAnki } from './index.js'

describe('a bank as cards for Anki', () => {
  const { content, report } = writeAnki({
    id: 'b',
    title: 'B',
    questions: [
      {
        id: 'q1',
        type: 'single-choice',
        stem: 'Is 1 < 2\nor **not**?',
        choices: [
          { id: 'a', text: 'Yes' },
          { id: 'b', text: 'No' },
        ],
        key: 'a',
        tags: ['sums'],
        solution: 'It is.',
      },
      { id: 'q2', type: 'essay', stem: 'Why?' },
    ],
  })
  const lines = (content as string).trimEnd().split('\n')

  it('names what each column is', () => {
    expect(lines.slice(0, 5)).toEqual([
      '#separator:Tab',
      '#html:true',
      '#deck:B',
      '#columns:Id\tFront\tBack\tTags',
      '#tags column:4',
    ])
  })

  it('has the id first, then both sides and the tags', () => {
    expect(lines.slice(5)).toEqual(['q1\tIs 1 &lt; 2 or not?<br>- Yes<br>- No\tYes<br>It is.\tsums'])
  })

  it('says what became of each', () => {
    expect(report.map(({ question, fate }) => [question, fate])).toEqual([
      ['q1', 'changed'],
      ['q2', 'dropped'],
    ])
    for (const bank of bundledBanks) expect(writeAnki(bank).report).toHaveLength(bank.questions.length)
  })
})
