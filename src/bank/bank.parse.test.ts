import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { questionShape } from '../question/schema.js'
import { builtInBankSchema, builtInSchemas, checkBank, createBankSchema, parseBank } from './index.js'

const good = `id: tiny
title: Tiny
objectives:
  - { id: recall, text: Recall it. }
tags: [first, second]
sources:
  - { id: report, title: A report }
marking:
  multiple-response: { rule: capped }
questions:
  - id: one
    type: single-choice
    stem: Which?
    objective: recall
    tags: [first]
    source: { document: report, paragraphs: [1] }
    choices:
      - { id: a, text: This }
      - { id: b, text: That }
    key: a
  - id: two
    type: essay
    stem: Why?
`
const bankOf = (text: string) => parseBank(text).bank

describe('a good bank', () => {
  it('comes out of YAML, JSON and data alike', () => {
    const { bank, issues } = parseBank(good)
    expect(issues).toEqual([])
    expect(bank?.questions.map(({ id }) => id)).toEqual(['one', 'two'])
    expect(parseBank(JSON.stringify(bank))).toEqual({ bank, issues: [] })
    expect(checkBank(bank)).toEqual({ bank, issues: [] })
  })

  it.each([
    ['a byte order mark', `\uFEFF${good}`],
    ['lines that end as on Windows', good.replaceAll('\n', '\r\n')],
    ['a trailing comma in JSON', JSON.stringify(bankOf(good)).replace(/\}$/, ',}')],
  ])('may have %s', (_, text) => {
    expect(parseBank(text)).toEqual({ bank: bankOf(good), issues: [] })
  })

  it('is checked without code made at run time too', () => {
    z.config({ jitless: true })
    const careful = createBankSchema(builtInSchemas)
    expect(parseBank(good, { schema: careful }).issues).toEqual([])
    z.config({ jitless: false })
  })

  it('shares nothing with the data that it was checked from', () => {
    const data = JSON.parse(JSON.stringify(bankOf(good)))
    const { bank } = checkBank(data)
    data.questions[0].stem = 'Changed'
    expect(bank?.questions[0]?.stem).toBe('Which?')
  })
})

/** What to put in place of what, and what is then said, where. */
const mistakes: readonly [what: string, from: string, to: string, place: string, message: string][] = [
  [
    'a misspelt field of the bank',
    'title: Tiny',
    'titel: Tiny',
    '2:1 unknown-field titel',
    "Did you mean 'title'?",
  ],
  ['no title', 'title: Tiny\n', '', '1:1 missing-field title', "'title' is missing: give text."],
  ['an id with a space', 'id: tiny', 'id: my bank', '1:5 bad-format id', 'An id is 1 to 128 letters'],
  ['an id that is kept', 'id: two', 'id: prototype', '21:9 bad-format questions.1.id', "nor 'prototype'"],
  [
    'an id twice in a list',
    'second]',
    'second]\nsources:\n  - { id: report, title: Other }',
    '8:1 repeated-field sources',
    'keep one',
  ],
  [
    'marking that the kind lacks',
    'rule: capped',
    'rule: caped',
    '9:30 not-allowed marking.multiple-response.rule',
    "Did you mean 'capped'?",
  ],
  [
    'marking for no kind',
    'multiple-response:',
    'multiple-respones:',
    '9:3 unknown-field marking.multiple-respones',
    "Did you mean 'multiple-response'?",
  ],
  [
    'a misspelt field',
    'stem: Which?',
    'stme: Which?',
    '13:5 unknown-field questions.0.stme',
    "Did you mean 'stem'?",
  ],
  [
    'a misspelt field far in',
    'text: That',
    'txt: That',
    '19:18 unknown-field questions.0.choices.1.txt',
    "Did you mean 'text'?",
  ],
  [
    'a misspelt kind',
    'single-choice',
    'single-choise',
    '12:11 unknown-kind questions.0.type',
    "Did you mean 'single-choice'?",
  ],
  [
    'a kind by the name that it has elsewhere',
    'single-choice',
    'Multiple-Choice',
    '12:11 unknown-kind questions.0.type',
    "Did you mean 'single-choice'?",
  ],
  [
    'a misspelt list of questions',
    'questions:',
    'Question:',
    '10:1 unknown-field Question',
    "mean 'questions'?",
  ],
  [
    'a misspelt field for the kind',
    'type: essay',
    'Typ: essay',
    '22:5 unknown-field questions.1.Typ',
    "Did you mean 'type'?",
  ],
  [
    'a kind that is merged',
    'type: essay',
    '<<: { type: essay }',
    '22:5 unknown-field questions.1.<<',
    'Merge keys are not read',
  ],
  ['no kind', '    type: essay\n', '', '21:5 missing-field questions.1.type', "one of 'single-choice'"],
  [
    'a number for text',
    'stem: Which?',
    'stem: 2023',
    '13:11 wrong-type questions.0.stem',
    'found 2023. Put it in quotes.',
  ],
  [
    'no space after a colon in braces',
    '{ id: b, text: That }',
    '{ id: b, text:That }',
    '19:18 unknown-field questions.0.choices.1.text:That',
    "A space is missing after the colon: 'text: That'.",
  ],
  [
    'a reason that is left out in braces',
    'tags: [first]',
    'lint: { no-source }',
    '15:13 wrong-type questions.0.lint.no-source',
    'Expected text, found nothing.',
  ],
  [
    'nothing for text',
    'stem: Which?',
    'stem:',
    '13:10 wrong-type questions.0.stem',
    'Expected text, found nothing.',
  ],
  [
    'an unknown objective',
    'objective: recall',
    'objective: recal',
    '14:16 unknown-objective questions.0.objective',
    "Did you mean 'recall'?",
  ],
  ['an unknown tag', '[first]', '[frist]', '15:12 unknown-tag questions.0.tags.0', "Did you mean 'first'?"],
  [
    'an unknown source',
    'document: report',
    'document: raport',
    '16:25 unknown-source questions.0.source.document',
    "Did you mean 'report'?",
  ],
  [
    'a paragraph 0',
    '[1]',
    '[0]',
    '16:46 too-small questions.0.source.paragraphs.0',
    'Expected more than 0, found 0.',
  ],
  [
    'a single choice',
    '      - { id: b, text: That }\n',
    '',
    '18:7 too-small questions.0.choices',
    'at least 2 entries, found 1',
  ],
  [
    'a key that no choice has',
    'key: a',
    'key: c',
    '20:10 unknown-choice questions.0.key',
    "'c', which is none of 'a', 'b'",
  ],
  [
    'no paragraphs',
    'paragraphs: [1]',
    'paragraphs: []',
    '16:45 too-small questions.0.source.paragraphs',
    'at least 1 entry,',
  ],
  ['a colon in braces', 'text: This', 'text: So: this', '18:24 syntax ', "holds ': ' has no quotes"],
  ['a key in brackets', 'key: a', 'key: [a]', '20:10 wrong-type questions.0.key', 'without brackets: a.'],
  [
    'a percentage',
    'key: a',
    'key: a\n    penalty: 30 %',
    '21:14 wrong-type questions.0.penalty',
    'is written 0.3.',
  ],
  [
    'a word for true',
    'key: a',
    'key: a\n    shuffle: Yes',
    '21:14 wrong-type questions.0.shuffle',
    'Write true.',
  ],
  [
    'another name for the stem',
    'stem: Why?',
    'question: Why?',
    '23:5 unknown-field questions.1.question',
    "mean 'stem'?",
  ],
  [
    'another name for the kind',
    'type: essay',
    'kind: essay',
    '22:5 unknown-field questions.1.kind',
    "mean 'type'?",
  ],
  ['no key', '    key: a\n', '', '11:5 missing-field questions.0.key', "'key' is missing: give an id."],
  [
    'a key that says what a choice says',
    'key: a',
    'key: That',
    '20:10 unknown-choice questions.0.key',
    "write 'b' for 'That'",
  ],
  [
    'a key that says it in several words',
    'text: That }\n    key: a',
    'text: That one }\n    key: That one',
    '20:10 bad-format questions.0.key',
    "write 'b' for 'That one'",
  ],
  [
    'a list written as text',
    'tags: [first]',
    'tags: first, second',
    '15:11 wrong-type questions.0.tags',
    "Expected a list such as […, …], found 'first, second'.",
  ],
  [
    'text where fields belong',
    '{ id: b, text: That }',
    'That',
    '19:9 wrong-type questions.0.choices.1',
    "Expected fields such as { id: …, text: … }, found 'That'.",
  ],
  [
    'nothing where a list belongs',
    '    choices:\n      - { id: a, text: This }\n      - { id: b, text: That }\n',
    '',
    '11:5 missing-field questions.0.choices',
    'give a list such as [{ id: …, text: … }]',
  ],
  [
    'a number in quotes',
    'stem: Why?',
    'stem: Why?\n    points: "2"',
    '24:13 wrong-type questions.1.points',
    'Take the quotation marks away.',
  ],
  [
    'a comma in a number',
    'stem: Why?',
    'stem: Why?\n    points: 0,5',
    '24:13 wrong-type questions.1.points',
    'Write it as 0.5.',
  ],
  [
    'a comma in a number that may set thousands apart',
    'stem: Why?',
    'stem: Why?\n    points: 1,000',
    '24:13 wrong-type questions.1.points',
    'Write it as 1000, or as 1.000.',
  ],
  [
    'commas that set thousands apart',
    'stem: Why?',
    'stem: Why?\n    points: 1,000,000',
    '24:13 wrong-type questions.1.points',
    'Write it as 1000000.',
  ],
  [
    'a minus as typesetters have it',
    'stem: Why?',
    'stem: Why?\n    points: −1 000,5',
    '24:13 wrong-type questions.1.points',
    'Write it as -1000.5.',
  ],
  [
    'a field without a value that there isn’t',
    'stem: Why?',
    'stem: Why?\n    remarks:',
    '24:5 unknown-field questions.1.remarks',
    'Fields: id, stem, points',
  ],
  [
    'a comma in bare text in braces',
    'text: That }',
    'text: That, perhaps }',
    '19:30 unknown-field questions.0.choices.1.perhaps',
    'put all of that in quotes',
  ],
  [
    'a field twice',
    'key: a',
    'key: a\n    key: b',
    '21:5 repeated-field questions.0.key',
    'given twice: keep one. The first is in line 20, column 5.',
  ],
  [
    'a question without the dash before it',
    '  - id: two\n    type: essay\n    stem: Why?',
    '    id: two',
    '21:5 repeated-field questions.0.id',
    'or begin another entry before the second',
  ],
  [
    'a question id twice',
    'id: two',
    'id: one',
    '21:9 repeated-id questions.1.id',
    'belongs to question 1 already',
  ],
  [
    'a merge key',
    'stem: Why?',
    'stem: Why?\n    <<: { points: 2 }',
    '24:5 unknown-field questions.1.<<',
    'Merge keys are not read',
  ],
  [
    'a name that reaches prototypes',
    'stem: Why?',
    'stem: Why?\n    __proto__: { points: 2 }',
    '24:16 forbidden-name questions.1.__proto__',
    "can't be named",
  ],
  ['a colon in bare text', 'stem: Why?', 'stem: Why: so?', '23:11 syntax ', 'in quotes'],
  ['a tab', '    stem: Why?', '\tstem: Why?', '23:1 syntax ', 'spaces, not with tabs'],
  ['two documents', 'questions:', '---\nquestions:', '10:1 syntax ', 'one document'],
]

/** What is not YAML: what to put in place of what, and the one thing that is said of it, where. */
const slips: readonly [what: string, from: string, to: string, place: string, message: string][] = [
  ['a quotation mark that is never closed', 'stem: Which?', 'stem: "Which?', '13:11', 'opens here is never'],
  ['the same within braces', 'text: This }', 'text: "This }', '18:24', 'opens here is never closed'],
  ['tabs', '    stem: Which?\n', '\tstem: Which?\n', '13:1', 'spaces, not with tabs'],
  ['a field too far left', '    stem: Which?\n', '  stem: Which?\n', '13:1', 'too far left or right'],
  ['an entry without its dash', '  - id: two', '   id: two', '21:1', "begins with '- '"],
  ['no space after a colon', 'title: Tiny', 'title:Tiny', '2:1', 'a colon and a space'],
  ['no colon', 'title: Tiny', 'title', '2:1', 'a colon and a space'],
  ['a backslash in double quotes', 'stem: Why?', 'stem: "\\phi"', '23:12', 'another one before it'],
  [
    'an apostrophe in single quotes',
    'stem: Why?',
    "stem: 'The loaf's crumb'",
    '23:21',
    'other quotation marks',
  ],
  ['a brace at the start', 'stem: Why?', 'stem: {Why} so?', '23:17', 'quotation marks around all'],
  ['emphasis at the start', 'text: That', 'text: *That*', '19:24', 'starts with * or & needs quotes'],
  [
    'a sign for more at the start',
    'stem: Why?',
    'stem: > 7 is what?',
    '23:13',
    'a bracket, * or > needs other',
  ],
  ['a dash at the start', 'stem: Why?', 'stem: - Why?', '23:11', "starts with '- ' needs quotes"],
  ['a brace that is not closed', 'text: That }', 'text: That', '20:5', 'is not closed'],
]

describe('a slip in YAML is named alone, without what follows from it', () => {
  it.each(slips)('%s', (_, from, to, place, message) => {
    expect(good).toContain(from)
    const { issues } = parseBank(good.replace(from, () => to))
    expect(issues.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([`${place} syntax`])
    expect(issues[0]?.message).toContain(message)
  })

  it('and so are several that don’t hang together', () => {
    const { issues } = parseBank(good.replace('Which?', 'Which: a?').replace('Why?', 'Why: so?'))
    expect(issues.map(({ line }) => line)).toEqual([13, 23])
    const { issues: tabs } = parseBank(good.replaceAll('    stem', '\tstem'))
    expect(tabs.map(({ line }) => line)).toEqual([13, 23])
  })
})

/** What a question says, and what is then told of its key. */
const keysByText: readonly [what: string, fields: string, told: string][] = [
  [
    'a choice, though the prompt says the same',
    'matching, prompts: [{ id: p, text: Oslo }], choices: [{ id: a, text: Oslo }], key: { p: Oslo }',
    "write 'a' for 'Oslo'",
  ],
  [
    'a prompt',
    'matching, prompts: [{ id: p, text: Old Oslo }], choices: [{ id: a, text: Oslo }], key: { Old Oslo: a }',
    "write 'p' for 'Old Oslo'",
  ],
  [
    'a prompt named key',
    'matching, prompts: [{ id: key, text: It }], choices: [{ id: a, text: Oslo }], key: { key: Oslo }',
    "write 'a' for 'Oslo'",
  ],
  [
    'a category',
    'categorization, items: [{ id: o, text: Oslo }, { id: r, text: Rome }], categories: [{ id: n, text: North }, { id: s, text: South }], key: { o: North }',
    "write 'n' for 'North'",
  ],
  [
    'an item in an order',
    'ordering, items: [{ id: o, text: Old Oslo }, { id: r, text: Rome }], key: [r, Old Oslo]',
    "write 'o' for 'Old Oslo'",
  ],
  [
    'a year',
    'single-choice, choices: [{ id: a, text: "1066" }, { id: b, text: "1067" }], key: 1066',
    "write 'a' for '1066'",
  ],
  [
    'the choice of a gap',
    "cloze, text: '{{g}}', gaps: [{ id: g, type: choice, choices: [{ id: a, text: Oslo }, { id: b, text: Rome }], key: Rome }]",
    "write 'b' for 'Rome'",
  ],
]

/** What is said of the only question of a bank. */
const toldOf = (fields: string) =>
  parseBank(`{ id: t, title: T, questions: [{ id: q, stem: Which?, type: ${fields} }] }`).issues.map(
    ({ code, message }) => `${code}: ${message}`,
  )

describe('a key that says what a choice says is told the id', () => {
  it.each(keysByText)('of %s', (_, fields, told) => {
    expect(toldOf(fields)).toEqual([expect.stringContaining(told)])
  })

  it('of both halves of a pair', () => {
    const both = toldOf(
      'matching, prompts: [{ id: p, text: Norway }], choices: [{ id: a, text: Oslo }], key: { Norway: Oslo }',
    )
    expect(both.map(told => told.split(': write ')[1])).toEqual(["'p' for 'Norway'.", "'a' for 'Oslo'."])
  })

  it.each([
    ['no key', 'choices: [{ id: a, text: key }, { id: b, text: B }]', 'missing-field: '],
    [
      'an id that is a text as well',
      "choices: [{ id: '1', text: '2' }, { id: '2', text: '1' }], key: ['1', '1']",
      "repeated-key: The key names '1' twice",
    ],
  ])('but not where there is %s', (_, fields, told) => {
    const [said, ...others] = toldOf(`multiple-response, ${fields}`)
    expect(others).toEqual([])
    expect(said).toContain(told)
    expect(said).not.toContain('by their ids')
  })
})

it('warns of a word that is taken for a name, and of no name that is used', () => {
  const used = good.replace('text: This', 'text: &this This').replace('stem: Why?', 'stem: *this')
  const { bank, issues } = parseBank(used.replace('Which?', '&Which is it?').replace('That', '&Which is'))
  expect(bank?.questions.map(({ stem }) => stem)).toEqual(['is it?', 'This'])
  expect(issues).toEqual([
    expect.objectContaining({ code: 'hidden-text', severity: 'warning', line: 13, column: 11 }),
    expect.objectContaining({ code: 'hidden-text', severity: 'warning', line: 19, column: 24 }),
  ])
  expect(issues[0]?.message).toContain("'&Which'")
})

it.each(['#1', '&Why?'])('says where the text is that is %s alone', text => {
  const { issues } = parseBank(good.replace('Why?', text))
  expect(issues.map(({ code, line }) => `${line} ${code}`).sort()).toEqual([
    '23 hidden-text',
    '23 wrong-type',
  ])
})

it('warns of a text that ends where it seems to become a comment, and of no comment', () => {
  const text = good.replace('Which?', 'Which is #f00? # a colour').replace('Why?', '"Why #1?"')
  const commented = text
    .replace('key: a', 'key: a # right\n    #key: b\n    #! no')
    .replace('This }', 'This } #one')
    .replace('[1]', '[1 #one\n      ]')
  const { bank, issues } = parseBank(commented)
  expect(bank?.questions.map(({ stem }) => stem)).toEqual(['Which is', 'Why #1?'])
  expect(issues).toEqual([
    expect.objectContaining({ code: 'hidden-text', severity: 'warning', line: 13, column: 20 }),
  ])
  expect(issues[0]?.message).toContain("from '#f00?' on")
  expect(parseBank(good.replace('Which?', 'Which\t#1?')).issues).toHaveLength(1)
})

describe('a mistake is named with its place and what would be right', () => {
  it.each(mistakes)('%s', (_, from, to, place, message) => {
    expect(good).toContain(from)
    const { issues } = parseBank(good.replace(from, () => to))
    const said = issues.map(({ line, column, code, path }) => `${line}:${column} ${code} ${path.join('.')}`)
    expect(said).toContain(place)
    expect(issues[said.indexOf(place)]?.message).toContain(message)
  })

  it('in JSON as well, on any line', () => {
    const text = JSON.stringify(bankOf(good), null, 2).replace('"stem": "Why?"', '"stme": "Why?"')
    const [missing, unknown] = parseBank(text).issues
    const lines = text.split('\n')
    expect(missing).toMatchObject({ code: 'missing-field', path: ['questions', 1, 'stem'] })
    expect(unknown).toMatchObject({ code: 'unknown-field', path: ['questions', 1, 'stme'], column: 7 })
    expect(lines[(unknown?.line ?? 0) - 1]).toContain('"stme"')
  })

  it('a field twice in JSON too, where JSON.parse says nothing', () => {
    const text = `{
  "id": "tiny", "title": "a \\"title\\": \\\\", "questions": [
    { "id": "one", "type": "true-false", "stem": "So?", "key": true },
    { "id": "two", "type": "single-choice", "st\\u0065m": "Which?",
      "choices": [{ "id": "a", "text": "A" }, { "id": "b", "text": "B", "te\\u0078t": "C" }],
      "key": "a", "stem": "That?" }
  ], "title": "Tiny"
}`
    const { bank, issues } = parseBank(text)
    expect(
      issues.map(({ line, column, code, path }) => `${line}:${column} ${code} ${path.join('.')}`),
    ).toEqual([
      '5:73 repeated-field questions.1.choices.1.text',
      '6:19 repeated-field questions.1.stem',
      '7:6 repeated-field title',
    ])
    expect(issues.map(({ message }) => /line .*$/.exec(message)?.[0])).toEqual([
      'line 5, column 60.',
      'line 4, column 45.',
      'line 2, column 17.',
    ])
    expect(bank).toBeNull()
    const rest = parseBank(text.replace(', "title": "Tiny"', '')).bank
    expect(rest?.questions.map(({ id }) => id)).toEqual(['one'])
  })

  it('no field of JSON that has every name once', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const { issues } = parseBank(JSON.stringify(value, null, space))
        expect(issues.map(({ code }) => code)).not.toContain('repeated-field')
      }),
    )
  })

  it('all at once, from first to last', () => {
    const text = good
      .replace('title: Tiny', 'titel: Tiny')
      .replace('key: a', 'key: c')
      .replace('id: two', 'id: one')
    const { bank, issues } = parseBank(text)
    expect(issues.map(({ code }) => code)).toEqual([
      'missing-field',
      'unknown-field',
      'unknown-choice',
      'repeated-id',
    ])
    expect(bank).toBeNull()
  })

  it('all of a question, but for what only follows', () => {
    const text = good
      .replace('stem: Which?', 'stem: Which?\n    points: two')
      .replace('objective: recall', 'objective: recal')
      .replace('text: That', 'txet: That, text: So')
      .replace('key: a', 'key: c')
    expect(parseBank(text).issues.map(({ code, path }) => `${code} ${path.at(-1)}`)).toEqual([
      'wrong-type points',
      'unknown-objective objective',
      'unknown-field txet',
      'unknown-choice key',
    ])
    const several = text.replace('single-choice', 'multiple-response').replace('key: c', 'key: [a, b]')
    const { issues } = parseBank(several.replace('choices:', 'choose: { max: 1, mni: 1 }\n    choices:'))
    expect(issues.filter(({ path }) => path.includes('choose'))).toHaveLength(1)
  })

  it('and the rest of the bank is kept', () => {
    const { bank } = parseBank(
      good.replace('key: a', 'key: c').replace('text: Recall it.', 'txt: Recall it.'),
    )
    expect(bank).toMatchObject({ id: 'tiny', objectives: [], questions: [{ id: 'two' }] })
  })
})

describe('whatever comes in', () => {
  it.each([
    ['lists', '['.repeat(100_000)],
    ['closed lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['explicit keys', '? '.repeat(20_000)],
    ['dashes', '- '.repeat(100_000)],
    ['JSON objects', '{"a":'.repeat(100_000)],
    ['an alias that names itself', 'a: &a [*a]'],
    [
      'aliases of aliases',
      Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${`*a${i - 1},`.repeat(i ? 9 : 0)}]`).join('\n'),
    ],
    ['the same field again and again', 'a:\n'.repeat(20_000)],
    ['the same field again and again in JSON', `{${'"a":1,'.repeat(20_000)}"a":1}`],
    ['a field twice in JSON, far in', `${'['.repeat(20_000)}{"a":1,"a":2}${']'.repeat(20_000)}`],
    ['very many fields', Array.from({ length: 20_000 }, (_, i) => `a${i}: 1`).join('\n')],
  ])('%s are refused', (_, text) => {
    const { bank, issues } = parseBank(text)
    expect(bank).toBeNull()
    expect(issues.length).toBeGreaterThan(0)
  })

  it('is never thrown at', () => {
    const anything = fc.oneof(fc.anything(), fc.jsonValue(), fc.string({ unit: 'binary' }), fc.json())
    fc.assert(
      fc.property(anything, input => {
        const { bank, issues } = parseBank(input)
        expect(bank === null).toBe(issues.length > 0)
        for (const issue of issues) expect(Array.isArray(issue.path)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('changes no prototype', () => {
    parseBank(`{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}`)
    checkBank(JSON.parse('{"marking": {"__proto__": {"polluted": 1}}}'))
    expect({}).not.toHaveProperty('polluted')
  })

  it('never gives a bank that the schema refuses', () => {
    const paths = pathsOf(bankOf(good))
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), fc.boolean(), (path, value, asText) => {
        const mutated = changed(bankOf(good), path, value)
        const { bank } = parseBank(asText ? JSON.stringify(mutated) : mutated)
        if (bank) expect(z.safeParse(builtInBankSchema.zod, bank).error).toBeUndefined()
        if (bank) expect(checkBank(bank)).toEqual({ bank, issues: [] })
      }),
      { numRuns: 500 },
    )
  })
})

describe('a kind of one’s own', () => {
  const slider = z.strictObject({ ...questionShape, type: z.literal('slider'), key: z.number() })
  const schema = createBankSchema(
    { ...builtInSchemas, slider },
    {
      slider: ({ key }) =>
        key <= 10 ? [] : [{ code: 'off-the-scale', path: ['key'], message: 'At most 10.' }],
    },
  )
  const withSlider = (key: string) => `${good}  - { id: three, type: slider, stem: How much?, key: ${key} }\n`

  it('is read, checked and typed', () => {
    const { bank, issues } = parseBank(withSlider('3'), { schema })
    expect(issues).toEqual([])
    const last = bank?.questions[2]
    expect(last?.type === 'slider' && last.key).toBe(3)
  })

  it('has its own issues', () => {
    expect(parseBank(withSlider('11'), { schema }).issues).toMatchObject([
      { code: 'off-the-scale', path: ['questions', 2, 'key'], line: 24 },
    ])
    expect(parseBank(withSlider('much'), { schema }).issues).toMatchObject([{ code: 'wrong-type' }])
  })

  it('must be named as its schema asks', () => {
    expect(() => createBankSchema({ slide: slider })).toThrow("z.literal('slide')")
  })
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [path, ...steps.flatMap(step => pathsOf(Reflect.get(value, step), [...path, step]))]
}

function changed(value: unknown, [step, ...rest]: Path, other: unknown): unknown {
  if (step === undefined) return other
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  Reflect.set(copy, step, changed(Reflect.get(copy, step), rest, other))
  return copy
}

describe('an id that is misspelt', () => {
  const header = {
    id: 'rivers',
    title: 'Rivers',
    objectives: [{ id: 'lengths', text: 'Tell lengths.' }],
    tags: ['europe'],
    sources: [
      { id: 'leaflet', title: 'A leaflet' },
      { id: 'atlas', title: 'An atlas' },
    ],
  }
  const choices = [
    { id: 'rhine', text: 'Rhine' },
    { id: 'danube', text: 'Danube' },
  ]
  const single = { id: 'q', type: 'single-choice', stem: 'Which?', choices, key: 'danube' }
  const several = { ...single, type: 'multiple-response', key: ['danube'] }
  const pairs = {
    id: 'q',
    stem: 'Which?',
    key: { danube: 'black', rhine: 'north' },
  }
  const seas = [
    { id: 'black', text: 'Black Sea' },
    { id: 'north', text: 'North Sea' },
  ]
  const matching = { ...pairs, type: 'matching', prompts: choices, choices: seas }
  const sorting = { ...pairs, type: 'categorization', items: choices, categories: seas }
  const cloze = {
    id: 'q',
    type: 'cloze',
    stem: 'Fill.',
    text: 'It ends in the {{which-sea}}.',
    gaps: [{ id: 'which-sea', type: 'choice', choices: seas, key: 'black' }],
  }
  const [gap] = cloze.gaps
  const order = {
    id: 'q',
    type: 'ordering',
    stem: 'Order.',
    items: choices,
    key: ['rhine', 'danube'],
  }

  it.each<[string, object, string]>([
    ['objective', { ...single, objective: 'lenghts' }, 'lengths'],
    ['tag', { ...single, tags: ['eurpoe'] }, 'europe'],
    ['source', { ...single, source: { document: 'leaflt', paragraphs: [1] } }, 'leaflet'],
    ['single choice', { ...single, key: 'danub' }, 'danube'],
    ['one of several choices', { ...several, key: ['rhien'] }, 'rhine'],
    [
      'fraction',
      { ...single, marking: { rule: 'fractions', fractions: { danube: 1, rhien: 0.5 } } },
      'rhine',
    ],
    ['prompt', { ...matching, key: { danbue: 'black' } }, 'danube'],
    ['match', { ...matching, key: { danube: 'blakc' } }, 'black'],
    ['weight', { ...matching, weights: { rhin: 2 } }, 'rhine'],
    ['mapped pair', { ...matching, marking: { rule: 'map', map: { 'rhine nort': 1 } } }, 'north'],
    ['item', { ...sorting, key: { rhien: 'north' } }, 'rhine'],
    ['category', { ...sorting, key: { rhine: 'noth' } }, 'north'],
    ['item in order', { ...order, key: ['rhine', 'danub'] }, 'danube'],
    ['gap in the text', { ...cloze, text: 'It ends in the {{wich-sea}}.' }, 'which-sea'],
    ['gap', { ...cloze, gaps: [{ ...gap, id: 'wich-sea' }] }, 'which-sea'],
    ['choice of a gap', { ...cloze, gaps: [{ ...gap, key: 'blck' }] }, 'black'],
    [
      'mark',
      { id: 'q', type: 'hot-text', stem: 'Mark.', text: '{{rhine|A}} and {{danube|B}}.', key: ['danbe'] },
      'danube',
    ],
  ])('as a %s is told with the one that was meant', (_, question, meant) => {
    const { issues } = parseBank({ ...header, questions: [question] })
    expect(issues.map(({ message }) => message).join('\n')).toContain(`Did you mean '${meant}'?`)
  })
})

describe('thousands of entries', () => {
  const list = (count: number, entry: (at: number) => object) =>
    Array.from({ length: count }, (_, at) => entry(at))
  const cloze = { id: 'q', type: 'cloze', stem: 'Fill in.', text: 'Nothing.' }
  const gap = (at: number) => ({ id: `gap-${at}`, type: 'text', key: [{ text: 'a' }] })
  it.each([
    ['gaps that no text has', { ...cloze, gaps: list(40_000, gap) }, 40_000],
    ['numbers', { id: 'q', type: 'numeric', stem: 'How many?', key: list(150_000, () => ({ value: 1 })) }, 0],
  ])('are all checked: %s', (_, question, count) => {
    const { issues } = parseBank(JSON.stringify({ id: 'b', title: 'B', questions: [question] }))
    expect(issues).toHaveLength(count)
  })
})
