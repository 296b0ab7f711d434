import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { bundledBanks } from '../../questions/index.js'
import { readMarkdown, writeMarkdown } from './index.js'

const page = `# Rivers

Some words on rivers.

## Which is the longest?
<!-- id: longest; points: 2; tags: rivers, europe -->

- [ ] The Rhine
  - It is shorter.
- [x] The Danube

> **Hint:** It flows east.
>
> **Solution:** It is the Danube.

## Which flow north?
- [x] The Rhine
- [x] The Elbe
- [ ] The Danube

## What does this print?

\`\`\`js
# no heading
\`\`\`

**Answer:** Danube
**Answer:** The Danube

## How long is it?
Number: 2850 ± 50

## Is it long?
**True or false:** true

## From source to mouth
1. Ulm
2. Vienna

## Match.
| City | River |
| --- | --- |
| Cologne | Rhine |
| Vienna | Danube |
| | Elbe |

## Why?
**Essay:** 50 to 150 words
`

describe('Markdown', () => {
  const real = '## Which?\n- [x] A\n- [ ] B\n'

  it('takes nothing that stands in a comment for a question', () => {
    const { bank, report } = readMarkdown(
      `${real}\n<!--\n## Not yet.\n- [x] A\n- [ ] B\n-->\n\n\`\`\`\n<!--\n\`\`\`\n\n${real}`,
    )
    expect(bank?.questions.map(({ stem }) => stem)).toEqual(['Which?\n\n```\n<!--\n```', 'Which?'])
    expect(report.map(({ fate }) => fate)).toEqual(['kept', 'kept'])
  })

  it('names a comment that has no end', () => {
    const { bank, report } = readMarkdown(`${real}\n<!-- Not yet.\n${real}`)
    expect(bank?.questions).toHaveLength(1)
    expect(report[1]).toMatchObject({ fate: 'dropped', code: 'unclosed-comment', line: 5 })
  })

  it('is read section by section', () => {
    const { bank, report } = readMarkdown(page)
    expect(bank).toMatchObject({
      title: 'Rivers',
      questions: [
        {
          id: 'longest',
          type: 'single-choice',
          stem: 'Which is the longest?',
          points: 2,
          tags: ['rivers', 'europe'],
          choices: [{ text: 'The Rhine', feedback: 'It is shorter.' }, { text: 'The Danube' }],
          key: 'b',
          hints: [{ text: 'It flows east.' }],
          solution: 'It is the Danube.',
        },
        { type: 'multiple-response', key: ['a', 'b'] },
        {
          type: 'short-answer',
          stem: 'What does this print?\n\n```js\n# no heading\n```',
          key: [{ text: 'Danube' }, { text: 'The Danube' }],
        },
        { type: 'numeric', key: [{ value: 2850, tolerance: 50 }] },
        { type: 'true-false', key: true },
        { type: 'ordering', items: [{ text: 'Ulm' }, { text: 'Vienna' }], key: ['a', 'b'] },
        {
          type: 'matching',
          key: { p1: 'a', p2: 'b' },
          choices: [{ text: 'Rhine' }, { text: 'Danube' }, { text: 'Elbe' }],
        },
        { type: 'essay', words: { min: 50, max: 150 } },
      ],
    })
    expect(report.map(({ fate }) => fate)).toEqual(Array(8).fill('kept'))
  })

  it.each([
    ['## Just a heading\n\nAnd words.', 'no-answer', 1],
    ['# T\n\n## When?\n**Number:** soon', 'wrong-type', 3],
    ['## Which?\n- [ ] A\n- [ ] B', 'too-small', 1],
  ])('names what is wrong with %j, and goes on', (text, code, line) => {
    const { bank, report } = readMarkdown(`${text}\n\n## Is it?\n**True or false:** false`)
    expect(report[0]).toMatchObject({ fate: 'dropped', code, line })
    expect(bank?.questions).toHaveLength(1)
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '## Q',
      '- [x] a',
      '- [ ] b',
      '1. a',
      '| a | b |',
      '**Answer:** a',
      '<!-- id: a -->',
      '```',
      '> Hint: x',
      '  - f',
    )
    fc.assert(fc.property(fc.array(pieces), all => readMarkdown(all.join('\n')).report.length >= 0))
  })
})

const text = fc
  .array(fc.constantFrom('a', ' ', '*b*', '`c`', 'é', '|', '#', '-', ':', '[x]'), { minLength: 1 })
  .map(pieces => `w${pieces.join('')}w`)
const questions: fc.Arbitrary<BuiltInQuestion> = fc.oneof(
  fc.tuple(text, text, text, fc.boolean()).map(([stem, one, two, several]) => {
    const choices = [
      { id: 'a', text: one, feedback: two },
      { id: 'b', text: two },
    ]
    const common = {
      id: 'q',
      stem,
      choices,
      points: 3,
      tags: ['one'],
      hints: [{ text: one }],
      feedback: { general: two },
      solution: one,
    }
    return several
      ? { ...common, type: 'multiple-response' as const, key: ['b'] }
      : { ...common, type: 'single-choice' as const, key: 'b' }
  }),
  fc.tuple(text, fc.boolean()).map(([stem, key]) => ({ id: 'q', type: 'true-false' as const, stem, key })),
  fc
    .tuple(text, fc.uniqueArray(text, { minLength: 1 }))
    .map(([stem, all]) => ({ id: 'q', type: 'essay' as const, stem: `${stem}\n\n${all.length}` })),
)

describe('a bank as Markdown', () => {
  it('is the same when it is read again, for all that the dialect can hold', () => {
    fc.assert(
      fc.property(questions, question => {
        const { content, report } = writeMarkdown({ id: 'b', title: 'B', questions: [question] })
        expect(readMarkdown(content as string).bank?.questions).toEqual([question])
        expect(report.map(({ fate }) => fate)).toEqual(['kept'])
      }),
    )
  })

  it.each(bundledBanks.map(bank => [bank.id, bank] as const))(
    '%s: each question is kept, changed or dropped, by name',
    (_, bank) => {
      const { content, report } = writeMarkdown(bank)
      expect(report.map(({ question }) => question)).toEqual(bank.questions.map(({ id }) => id))
      const there = new Set(readMarkdown(content as string).bank?.questions.map(({ id }) => id))
      for (const { question, fate } of report) expect(there.has(question ?? '')).toBe(fate !== 'dropped')
    },
  )

  it.each(['What?\n\n~~~\nopen', 'What?\n\n```\none\n\n~~~\ntwo'])('keeps what follows after %j', stem => {
    const questions = [stem, 'After?'].map((one, at) => ({
      id: `q${at}`,
      type: 'true-false' as const,
      stem: one,
      key: true,
    }))
    const { content } = writeMarkdown({ id: 'b', title: 'B', questions })
    expect(readMarkdown(content as string).bank?.questions).toEqual(questions)
  })
})
