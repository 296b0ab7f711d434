import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { bundledBanks } from '../../questions/index.js'
import { detectFormat } from '../index.js'
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
    expect(report.map(({ code }) => code)).toEqual(['behind-answers', 'kept'])
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
      description: 'Some words on rivers.',
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
    ['## Is it?\n**True or false:** yes', 'unclear-key', 1],
    [`## Part\n### One\n- [x] A\n- [ ] B\n### Two\n- [ ] A\n- [x] B`, 'no-question-heading', 1],
    ['## Match.\n| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |', 'no-answer', 1],
  ])('names what is wrong with %j, and goes on', (text, code, line) => {
    const { bank, report } = readMarkdown(`${text}\n\n## Is it?\n**True or false:** false`)
    expect(report[0]).toMatchObject({ fate: 'dropped', code, line })
    expect(bank?.questions).toHaveLength(1)
  })

  it.each([
    ['a table', '| Year | Ships |\n| --- | --- |\n| 1990 | 5 |', '**Answer:** 5'],
    ['a table of three columns', '| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |', '**Number:** 5'],
    ['a numbered list', '1. Ulm\n2. Vienna', '- [x] Both\n- [ ] None'],
    ['a numbered list', '1. Ulm\n2. Vienna', '**Essay:** 50 to 150 words'],
    ['code of several fences', '~~~\n```\n~~~', '**True or false:** True.'],
    ['backticks in a line', '``` a ``` and\n``` b ```', '**True or false:** true'],
  ])('keeps %s in the stem where it is no answer', (_, material, answer) => {
    const { bank, report } = readMarkdown(`## How many?\n\n${material}\n\n${answer}\n`)
    expect(bank?.questions).toMatchObject([{ stem: `How many?\n\n${material}` }])
    expect(report).toMatchObject([{ fate: 'kept' }])
  })

  it('takes a line that goes on with the one before to where a viewer shows it', () => {
    const { bank } = readMarkdown(`## Which?

- [x] The Danube
  which flows east
  \`\`\`js
  if (a)
    b
  \`\`\`
- [ ] The Rhine
and its rivers
  - It is
    shorter.

  More.

> **Hint:** It flows
> east.
>
> **Solution:** The Danube,
> as said.
>
> And so on.

After all.
`)
    expect(bank?.questions).toMatchObject([
      {
        stem: 'Which?\n\nAfter all.',
        choices: [
          { text: 'The Danube\nwhich flows east\n```js\nif (a)\n  b\n```' },
          { text: 'The Rhine\nand its rivers', feedback: 'It is\nshorter.\n\nMore.' },
        ],
        hints: [{ text: 'It flows\neast.' }],
        solution: 'The Danube,\nas said.\n\nAnd so on.',
      },
    ])
  })

  it.each(['+ [x] A\n+ [ ] B', '1. [x] A\n2. [ ] B', ' - [x] A\n - [ ] B', '* [X]  A\n* [ ]  B'])(
    'finds and reads choices in %j',
    list => {
      const page = `## Which?\n${list}\n`
      expect(detectFormat(page)).toBe('markdown')
      expect(readMarkdown(page).bank?.questions).toMatchObject([
        { type: 'single-choice', key: 'a', choices: [{ text: 'A' }, { text: 'B' }] },
      ])
    },
  )

  it.each([
    ['a list, a table and code', '1. Ulm\n2. Vienna\n\n| a | b |\n|---|---|\n\n~~~\n## flow()\n- [x] A\n~~~'],
    ['headings of other levels and lines across', '### Where they flow\n\nNorth.\n\n---\n\nSouth.'],
  ])('reads %s between title and questions as what the bank is about', (_, text) => {
    for (const around of ['', '\n---\n', '\n<!-- Not\nyet. -->\n']) {
      const { bank, report } = readMarkdown(`# One\n${around}\n${text}\n${around}\n${real}`)
      expect(bank).toMatchObject({ title: 'One', description: text })
      expect(report).toMatchObject([{ fate: 'kept' }])
    }
  })

  const longAndEast = { id: 'w', points: 2, tags: ['long', 'east'] }
  it.each([
    ['<!--\nid: w\nPoints: 2\n\ntags: long, east\n-->', longAndEast, /^Kept/],
    ['<!-- id: w; points: 2;\n  tags: long, east -->', longAndEast, /^Kept/],
    ['<!--\nid: w\nlevel: easy\n-->', { id: 'w' }, /^Left out: the setting 'level'/],
    ['<!--\nid: w\nstem: below\n-->\n- [x] One\n<!-- answers -->', { id: 'w', stem: '- [x] One' }, /^Kept/],
    ['<!-- Not\nyet. --> Why? <!-- id: w -->', { id: 'q1', stem: expect.stringContaining('Why?') }, /^Kept/],
  ])('reads a comment of several lines as one: %j', (comment, fields, told) => {
    const { bank, report } = readMarkdown(`## Who?\n${comment}\nAnswer: Burns\n`)
    expect(bank?.questions).toMatchObject([fields])
    expect(report).toMatchObject([{ message: expect.stringMatching(told) }])
  })

  it('takes nothing below another heading of the page for part of a question', () => {
    const { bank, report } = readMarkdown(`# One\n${real}\n# Two\n\nOn lakes.\n\n- [x] A\n- [ ] B\n\n${real}`)
    expect(bank?.questions).toMatchObject([{ stem: 'Which?' }, { stem: 'Which?' }])
    expect(report.at(-1)).toMatchObject({ fate: 'dropped', code: 'no-question-heading', line: 10 })
  })

  it.each([
    ['a second title', `# One\n\n${real}\n# Two\n\n${real}`, [["'Two'", 7]]],
    ['an answer below a title', `# One\n\n**Answer:** Rhine\n\n${real}`, [['Answer', 3]]],
    ['choices below a text', `# One\n\nOn rivers.\n\n- [x] A\n- [ ] B\n${real}`, [['Choices', 5]]],
    ['settings below a title', `# One\n<!-- id: one -->\n\nOn rivers.\n${real}`, [['id: one', 2]]],
    ['settings over lines', `# One\n<!--\nid: one\npoints: 2\n-->\n${real}`, [['id: one; points: 2', 2]]],
    [
      'a text below a second title',
      `# One\n\n# Two\nOn lakes.\n${real}`,
      [
        ["'Two'", 3],
        ['On lakes.', 4],
      ],
    ],
    ['a very long text below a title', `# One\n\n${'w'.repeat(20_001)}\n\n${real}`, [['20,000', 3]]],
    ['a text before all', `On rivers.\n\n${real}`, [['On rivers.', 1]]],
    ['a comment and a line across', `# One\n<!-- On rivers. -->\n---\n\n${real}`, []],
  ])('names %s where it is left out', (_, text, left) => {
    const { bank, report } = readMarkdown(text)
    expect(bank?.title).toMatch(/One|Questions/)
    const faults = report.filter(({ fate }) => fate === 'dropped')
    expect(faults).toMatchObject(
      left.map(([words, line]) => ({
        line,
        message: expect.stringContaining(String(words)),
      })),
    )
  })

  it.each([
    ['an id in braces', '## Which? {#longest}\n- [x] A\n- [ ] B', 'id-in-heading', '{#longest}'],
    [
      'a comment in the heading',
      '## Which? <!-- id: q -->\n- [x] A\n- [ ] B',
      'id-in-heading',
      '<!-- id: q -->',
    ],
    [
      'what follows a blank line below a solution',
      '## Which?\n- [x] A\n- [ ] B\n\nSolution: A.\n\nIt flows.',
      'behind-answers',
      'It flows.',
    ],
    [
      'a quotation of its own',
      '## Which?\n**Answer:** A\n\n> Solution: A.\n\n> It flows.',
      'behind-answers',
      'It flows.',
    ],
    [
      'a solution below its name',
      '## Which?\n**Number:** 5\n\nSolution:\n\n- It flows.',
      'behind-answers',
      'It flows.',
    ],
    ['a text behind an order', '## Sort.\n1. Ulm\n2. Vienna\n\nIt flows.', 'behind-answers', 'It flows.'],
  ])('names %s that becomes part of the stem', (_, text, code, words) => {
    const { bank, report } = readMarkdown(text)
    expect(bank?.questions[0]?.stem).toContain(words)
    expect(report).toMatchObject([{ fate: 'changed', code, message: expect.stringContaining(words) }])
  })

  it.each(['Which? {#longest}', 'Which? <!-- id: q -->', 'Which is `{#a}`?'])(
    'writes the stem %j as it is',
    stem => {
      const questions = [{ id: 'q', type: 'true-false' as const, stem, key: true }]
      const { content, report } = writeMarkdown({ id: 'b', title: 'B', questions })
      expect(readMarkdown(String(content)).bank?.questions).toEqual(questions)
      expect(report).toMatchObject([{ fate: 'kept' }])
    },
  )

  it('reads bars in a table as they are escaped', () => {
    const { bank } = readMarkdown('## Match.\n| | |\n|---|---|\n| `a \\| b` | or |\n| c | d |')
    expect(bank?.questions).toMatchObject([{ prompts: [{ text: '`a | b`' }, { text: 'c' }] }])
  })

  it.each([
    ['**Essay:** at least 50 words', /how long/],
    ['<!-- id: q; difficulty: hard -->\n**Essay:** yes', /'difficulty'/],
    ['<!-- points: many -->\n**Essay:** yes', /'many'/],
    ['**Number:** 5\n\n**Answer:** five', /'answer:'/],
    ['**True or false:** true\n\n**True or false:** false', /'true or false:', but for the first/],
    ['<!-- stem: below -->\n\nIt flows.\n\n**Answer:** Rhine', /'stem: below'.*<!-- answers -->/],
    ['<!-- stem: above -->\n\nIt flows.\n\n<!-- answers -->\n\n**Answer:** Rhine', /'stem: above'/],
  ])('names what it leaves out of %j', (below, left) => {
    expect(readMarkdown(`## Why?\n${below}`).report).toMatchObject([
      { fate: 'changed', code: 'left-out', message: expect.stringMatching(left) },
    ])
  })

  it.each([
    `## a${' '.repeat(200_000)}b`,
    `## a\n|${' |'.repeat(100_000)}b`,
    `## a\n|${' '.repeat(200_000)}b`,
    `## a\n${'> Hint: a\n'.repeat(100_000)}`,
    `## a\n**Essay:** ${'5'.repeat(200_000)}`,
    `## a\n<!--${' stem: below;'.repeat(100_000)}> -->`,
    `## a\n<!--${'\nstem: below'.repeat(100_000)}> -->`,
  ])('reads long lines and many of them in one pass', text => {
    expect(readMarkdown(text).report).toHaveLength(1)
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
      '<!--',
      '-->',
      '# T',
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

  it('says what it is about, or that this is lost, for whatever stands in it', () => {
    const pieces = fc.constantFrom(
      ...'On rivers.|    code|1. Ulm|---|### In Europe|```|~~~|Hint: x|<!--|-->'.split('|'),
      ...'# T|## Q|- [x] a|**Answer:** a|<!-- id: a -->|<!-- stem: below -->'.split('|'),
      ...['', '| a | b |', 'West\nand east.', '\r', '\u2028'],
    )
    const about = fc.array(pieces, { minLength: 1, maxLength: 8 }).map(all => `${all.join('\n')}w`)
    fc.assert(
      fc.property(about, questions, (description, question) => {
        const { content, report } = writeMarkdown({ id: 'b', title: 'B', description, questions: [question] })
        const { bank } = readMarkdown(content as string)
        expect(bank?.questions).toEqual([question])
        const [entry] = report.filter(entry => entry.question === null)
        if (entry) expect(entry).toMatchObject({ fate: 'changed', code: 'fields-lost' })
        expect(bank?.description).toBe(entry ? undefined : description.replace(/\r\n?/g, '\n').trim())
      }),
      { examples: [['On rivers.\n\n1. Ulm\n---\n~~~\n## Q\n~~~', { id: 'q', type: 'essay', stem: 'Why?' }]] },
    )
  })

  it.each([
    ['On rivers.\n\n- East\n- West', true],
    ['## On rivers', false],
    ['```\nopen', false],
    ['On rivers.\n\nAnswer: none', false],
    ['On rivers.\n<!-- id: a -->', false],
    ['    code', false],
  ])('holds %j between title and questions: %j', (description, isHeld) => {
    const essay = { id: 'q', type: 'essay' as const, stem: 'Why?' }
    const { content, report } = writeMarkdown({ id: 'b', title: 'B', description, questions: [essay] })
    expect(readMarkdown(content as string).bank?.description).toBe(isHeld ? description : undefined)
    expect(report.map(({ message }) => message)).toEqual([
      'Kept.',
      ...(isHeld ? [] : ['Not carried over of the bank itself: description.']),
    ])
  })

  it.each(bundledBanks.map(bank => [bank.id, bank] as const))(
    '%s: each question is kept, changed or dropped, by name',
    (_, bank) => {
      const { content, report } = writeMarkdown(bank)
      expect(report.flatMap(({ question }) => question ?? [])).toEqual(bank.questions.map(({ id }) => id))
      const there = new Set(readMarkdown(content as string).bank?.questions.map(({ id }) => id))
      for (const { question, fate } of report)
        if (question !== null) expect(there.has(question)).toBe(fate !== 'dropped')
    },
  )

  it('is read again whatever ends lines in its texts', () => {
    for (const sign of ['\r', '\r\n', '\u2028', '\u2029', '\u0085']) {
      const text = `one${sign}two`
      const items = [text, `[x] ${text}`].map((one, at) => ({ id: `i${at}`, text: one }))
      const choices = items.map(item => ({ ...item, feedback: text }))
      const questions: BuiltInQuestion[] = [
        { id: 'a', type: 'single-choice', stem: text, choices, key: 'i0', hints: [{ text }] },
        { id: 'b', type: 'ordering', stem: text, items, key: ['i0', 'i1'] },
        { id: 'c', type: 'short-answer', stem: text, key: [{ text }] },
      ]
      const { content } = writeMarkdown({ id: 'b', title: 'B', questions })
      const there = readMarkdown(String(content)).bank?.questions
      expect(there?.map(({ id, type }) => [id, type])).toEqual(questions.map(({ id, type }) => [id, type]))
    }
  })

  it.each([
    ['**Solution**: done', { solution: 'done' }],
    ['__Solution:__ done', { solution: 'done' }],
    ['  Hint: done', { hints: [{ text: 'done' }] }],
  ])('knows the name in %j', (line, fields) => {
    const { bank, report } = readMarkdown(`## Which?\n- [x] A\n- [ ] B\n\n${line}\n`)
    expect(bank?.questions).toEqual([expect.objectContaining({ stem: 'Which?', ...fields })])
    expect(report).toMatchObject([{ fate: 'kept' }])
  })

  it.each([
    [
      'an answer whose colon stands behind the stars',
      '## Who?\n**Answer**: Burns\n',
      { key: [{ text: 'Burns' }] },
    ],
    [
      'names of settings in capitals',
      '## Who?\n<!-- ID: w; Points: 2 -->\nAnswer: Burns\n',
      { id: 'w', points: 2 },
    ],
    [
      'a line across below choices',
      '## Which?\n- [x] A\n- [ ] B\n---\n',
      { stem: 'Which?', choices: [{ text: 'A' }, { text: 'B' }] },
    ],
    ['a line across below a gap', '## Which?\n- [x] A\n- [ ] B\n\n* * *\n', { stem: 'Which?' }],
    [
      'a second table',
      '## Match.\n| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|:-:|---|\n| 3 | 4 |\n',
      { key: { p1: 'a', p2: 'b' } },
    ],
  ])('takes %s for what it is', (_, text, fields) => {
    const { bank, report } = readMarkdown(text)
    expect(bank?.questions).toMatchObject([fields])
    expect(report).toMatchObject([{ fate: 'kept' }])
  })

  it('begins a question at a heading that stands in a little', () => {
    const { bank } = readMarkdown('## One?\n- [x] A\n- [ ] B\n ## Two?\n- [ ] C\n- [x] D\n')
    expect(bank?.questions).toMatchObject([
      { stem: 'One?', key: 'a' },
      { stem: 'Two?', key: 'b' },
    ])
  })

  it.each([
    ['a choice without a box', '- [x] A\n- B\n- [ ] C', 'no-box'],
    ['an empty box', '- [x] A\n- [] B\n- [ ] C', 'no-box'],
    ['a box right at its text', '- [x] A\n- [ ]B\n- [ ] C', 'no-box'],
    ['another sign in a box', '- [x] A\n- [✓] B\n- [ ] C', 'no-box'],
    ['a prompt without a match', '| a | b |\n|---|---|\n| 1 | |\n| 3 | 4 |', 'left-out'],
    ['a way to pick that there is not', '<!-- pick: all -->\n- [x] A\n- [ ] B', 'left-out'],
    ['a tag that is none', '<!-- tags: Römer -->\n- [x] A\n- [ ] B', 'tag'],
  ])('names %s', (_, lines, code) => {
    const { bank, report } = readMarkdown(`## Which?\n${lines}\n`)
    expect(bank?.questions).toHaveLength(1)
    expect(report).toMatchObject([{ fate: 'changed', code }])
  })

  it.each([
    ['**True or false:** not true', 'unclear-key'],
    ['**True or false:** true or false', 'unclear-key'],
    ['**Number:** 0x10', 'wrong-type'],
    ['**Number:** 5 ± 1 ± 2', 'wrong-type'],
    ['**Number:** 5 ±', 'wrong-type'],
    ['**Number:** 1.2.3 to 4', 'wrong-type'],
    ['- [x] A\n- [ ] B\n##C?\n- [x] D', 'no-question-heading'],
  ])('takes no key that is unclear: %j', (lines, code) => {
    expect(readMarkdown(`## Which?\n${lines}\n`).report).toMatchObject([{ fate: 'dropped', code, line: 1 }])
  })

  it('names code that is never closed, as questions below it are code', () => {
    const { report } = readMarkdown('## One?\n- [x] A\n- [ ] B\n\n```\nopen\n\n## Two?\n- [x] A\n- [ ] B\n')
    expect(report[1]).toMatchObject({ fate: 'dropped', code: 'unclosed-code', line: 5 })
  })

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
