import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { everyQuestion } from '../../../test/contract/every-question.js'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { bundledBanks } from '../../questions/index.js'
import { writeAnki } from './index.js'

const picture = { type: 'image', src: 'maps/a.png', alt: 'A "map"' } as const
const bank = {
  id: 'b',
  title: 'B',
  questions: [
    {
      id: 'q1',
      type: 'single-choice' as const,
      stem: 'Is 1 < 2\nor **not**?',
      choices: [
        { id: 'a', text: 'Yes' },
        { id: 'b', text: '`No`\tno' },
      ],
      key: 'a',
      tags: ['sums'],
      solution: 'It is.',
      media: [picture],
      hints: [{ text: 'Count.' }],
    },
    { id: 'q2', type: 'essay' as const, stem: 'Why?' },
    {
      id: 'q3',
      type: 'cloze' as const,
      stem: 'Fill it in.',
      text: 'In {{city}}, it is {{code}}, *or* {{who}}.',
      gaps: [
        { id: 'city', type: 'text' as const, key: [{ text: 'Vilnius' }] },
        { id: 'code', type: 'text' as const, key: [{ text: 'a::b}}' }] },
        {
          id: 'who',
          type: 'choice' as const,
          choices: [
            { id: 'x', text: 'she' },
            { id: 'y', text: 'he' },
          ],
          key: 'y',
        },
      ],
    },
  ],
}

describe('a bank as cards for Anki', () => {
  const bytes = Uint8Array.of(1)
  const { content, report, media } = writeAnki(bank, [{ path: 'maps/a.png', bytes }])
  const lines = (content as string).split('\n')
  const rows = parse(lines.slice(6).join('\n'), { delimiter: '\t' }) as string[][]

  it('begins as Anki’s own exports do', () => {
    expect(lines.slice(0, 6)).toEqual([
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#notetype column:2',
      '#deck:B',
      '#tags column:5',
    ])
  })

  it('has the id first, then the type, both sides and the tags', () => {
    expect(rows).toEqual([
      [
        'b:q1',
        'Basic',
        'Is 1 &lt; 2\nor <strong>not</strong>?<br>- Yes<br>- <code>No</code>\tno<br><img src="maps-a.png" alt="A &quot;map&quot;">',
        'Yes<br>It is.',
        'sums',
      ],
      [
        'b:q3',
        'Cloze',
        '<p>Fill it in.</p><p>In {{c1::Vilnius}}, it is {{c2::a&#58;&#58;b&#125;&#125;}}, <em>or</em> {{c3::he}}.</p>',
        '',
        '',
      ],
    ])
  })

  it('says what became of each, and where its pictures go', () => {
    expect(report.map(({ question, fate }) => [question, fate])).toEqual([
      ['q1', 'changed'],
      ['q2', 'dropped'],
      ['q3', 'changed'],
    ])
    expect(report[0]?.message).toMatch(/Left out: hints\..*maps-a\.png/)
    expect(media).toEqual([{ path: 'maps-a.png', bytes }])
  })

  it('has a name of its own for each picture', () => {
    const files = ['maps/a.png', 'maps-a.png', 'Maps/a.png'].map((path, at) => ({
      path,
      bytes: Uint8Array.of(at),
    }))
    const questions = files.map(({ path }, at) => ({
      id: `q${at}`,
      type: 'true-false' as const,
      stem: 'Is it?',
      key: true,
      media: [{ ...picture, src: path }, picture],
    }))
    const { content, media } = writeAnki({ id: 'b', title: 'B', questions }, files)
    expect(media.map(({ path, bytes: [at] }) => [path, at])).toEqual([
      ['maps-a.png', 0],
      ['maps-a-2.png', 1],
      ['Maps-a-3.png', 2],
    ])
    expect(content).toContain('maps-a-2.png')
    expect(content).toContain('Maps-a-3.png')
  })

  it('ends no gap before its text does', () => {
    const gaps = [{ id: 'code', type: 'text' as const, key: [{ text: '{ x }' }] }]
    const question = { id: 'q', type: 'cloze' as const, stem: 'Fill it in.', text: 'It is {{code}}.', gaps }
    expect(writeAnki({ id: 'b', title: 'B', questions: [question] }).content).toContain('{{c1::{ x &#125;}}')
  })

  it('makes no gaps of braces in a text', () => {
    const gaps = [{ id: 'a', type: 'text' as const, key: [{ text: 'Vilnius' }] }]
    const question = { id: 'q', type: 'cloze' as const, stem: 'Like {{c1::this}}.', text: 'In {{a}}.', gaps }
    expect(writeAnki({ id: 'b', title: 'B', questions: [question] }).content).toContain(
      'Like &#123;&#123;c1::this}}.</p><p>In {{c1::Vilnius}}.',
    )
  })

  it.each([
    [
      'an order not in its order',
      {
        type: 'ordering',
        items: [
          { id: 'a', text: 'Ulm' },
          { id: 'b', text: 'Linz' },
        ],
        key: ['a', 'b'],
      },
      'Sort.<br>- Linz<br>- Ulm',
    ],
    [
      'the groups that things go into',
      {
        type: 'categorization',
        categories: [
          { id: 'd', text: 'Danube' },
          { id: 'r', text: 'Rhine' },
        ],
        items: [
          { id: 'a', text: 'Ulm' },
          { id: 'b', text: 'Bonn' },
        ],
        key: { a: 'd', b: 'r' },
      },
      'Sort.<br>Danube –<br>Rhine –<br>- Ulm<br>- Bonn',
    ],
  ] as const)('shows %s', (_, fields, front) => {
    const question = { id: 'q', stem: 'Sort.', ...fields } as BuiltInQuestion
    expect(writeAnki({ id: 'b', title: 'B', questions: [question] }).content).toContain(`\t${front}\t`)
  })

  it('has a line for each question that has a back', () => {
    const banks = [...bundledBanks, { id: 'every', title: 'Every', questions: everyQuestion }]
    for (const bank of banks) {
      const { content, ...said } = writeAnki(bank)
      const report = said.report.filter(({ question }) => question !== null)
      expect(report).toHaveLength(bank.questions.length)
      const rows = parse(content as string, { delimiter: '\t', fromLine: 7 }) as string[][]
      expect(rows).toHaveLength(report.filter(({ fate }) => fate !== 'dropped').length)
      for (const row of rows) expect([row.length, row[2] !== '']).toEqual([5, true])
    }
  })
})
