import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { bundledBanks } from '../../questions/index.js'
import { detectFormat } from '../index.js'
import { linesIn } from './csv.table.js'
import { readCsv, writeCsv, writeTsv } from './index.js'

const table = `id,type,stem,key,choice 1,feedback 1,choice 2,points
where,single-choice,"Where, then?",2,Riga,No.,Vilnius,2
,multiple-response,Which?,a | b,A,,B,
,true-false,Is it?,TRUE,,,,
,short-answer,Who?,Burns | William Burns,,,,
,numeric,When?,2008 +- 1 | 4 .. 6,,,,
,ordering,Order.,,First,,Second,
,essay,Why?,,,,,
`

describe('CSV', () => {
  it('is read line by line', () => {
    const { bank, report } = readCsv(table)
    expect(bank?.questions).toMatchObject([
      {
        id: 'where',
        type: 'single-choice',
        stem: 'Where, then?',
        key: 'b',
        points: 2,
        choices: [
          { id: 'a', text: 'Riga', feedback: 'No.' },
          { id: 'b', text: 'Vilnius' },
        ],
      },
      { type: 'multiple-response', key: ['a', 'b'] },
      { type: 'true-false', key: true },
      { type: 'short-answer', key: [{ text: 'Burns' }, { text: 'William Burns' }] },
      {
        type: 'numeric',
        key: [
          { value: 2008, tolerance: 1 },
          { min: 4, max: 6 },
        ],
      },
      { type: 'ordering', key: ['a', 'b'] },
      { type: 'essay' },
    ])
    expect(report.map(({ fate, line }) => [fate, line])).toEqual(
      [2, 3, 4, 5, 6, 7, 8].map(line => ['kept', line]),
    )
  })

  it('is written with keys that go by the columns, as ids are lost in it', () => {
    const choices = [
      { id: 'c', text: 'Riga' },
      { id: 'a', text: 'Vilnius' },
      { id: 'kyiv', text: 'Kyiv' },
    ]
    const { content } = writeCsv({
      id: 'tiny',
      title: 'Tiny',
      questions: [
        { id: 'one', type: 'single-choice', stem: 'Where?', choices, key: 'a' },
        { id: 'two', type: 'multiple-response', stem: 'Where?', choices, key: ['c', 'kyiv'] },
        { id: 'three', type: 'ordering', stem: 'Order.', items: choices, key: ['kyiv', 'c', 'a'] },
      ],
    })
    const { bank } = readCsv(String(content))
    expect(bank?.questions.map(question => 'key' in question && question.key)).toEqual([
      'b',
      ['a', 'c'],
      ['c', 'a', 'b'],
    ])
  })

  it.each([
    ['with semicolons', table.replaceAll(',', ';').replace('"Where; then?"', 'Where')],
    ['with tabs', table.replaceAll(',', '\t').replace('"Where\t then?"', 'Where')],
    ['with a mark of its bytes', `\uFEFF${table}`],
    ['with Windows lines', table.replaceAll('\n', '\r\n')],
  ])('%s is read alike', (_, text) => {
    expect(readCsv(text).bank?.questions).toHaveLength(7)
  })

  it('is read as spreadsheets write it where the comma stands in numbers', () => {
    const text =
      '\uFEFFtype;stem;key;points\r\nnumeric;"Wie viel; genau?";3,5 +- 0,1 | 4;1,5\r\ntrue-false;Ist es?;WAHR;2\r\n'
    const { bank, report } = readCsv(text)
    expect(bank?.questions).toMatchObject([
      { stem: 'Wie viel; genau?', key: [{ value: 3.5, tolerance: 0.1 }, { value: 4 }], points: 1.5 },
      { key: true, points: 2 },
    ])
    expect(report.map(({ fate }) => fate)).toEqual(['kept', 'kept'])
  })

  it.each([
    ['a line of Excel that names the separator', 'sep=;\r\ntype;stem;key\r\ntrue-false;Is it?;true\r\n', 3],
    ['empty rows and columns', ',,,,\ntype,stem,key,,\n,,,,\ntrue-false,Is it?,true,,\n,,,,\n', 4],
    ['lines as on old Macs', 'type,stem,key\r"essay","Why;\rthen?",\rtrue-false,Is it?,true\r', 4],
    ['line ends of several systems', 'type,stem,key\r\nessay,Why?,\ntrue-false,Is it?,true\n', 3],
    ['a semicolon in a column that is left out', 'type,stem,key,note; more\ntrue-false,Is it?,true,', 2],
    ['a name of several lines', '"note,\nfor us",type,stem,key\n,true-false,Is it?,true', 3],
    ['kinds with a capital', 'Type,Stem,Key\nTrue-false,Is it?,TRUE', 2],
  ])('is found and read with %s', (_, text, line) => {
    expect(detectFormat(text)).toBe('csv')
    const { bank, report } = readCsv(text)
    expect(bank?.questions.at(-1)).toMatchObject({ type: 'true-false', stem: 'Is it?', key: true })
    expect(report.at(-1)).toMatchObject({ fate: 'kept', line })
    expect(report.filter(({ kind, fate }) => kind !== 'column' && fate !== 'kept')).toEqual([])
  })

  it('takes the comma of a number between tabs and in quotes, but none that may part thousands', () => {
    const { bank, report } = readCsv(
      'type,stem,key,points\nnumeric,One?,"3,5 +- 0,1","1,5"\nnumeric,Two?,"3,500",',
    )
    expect(bank?.questions).toMatchObject([{ key: [{ value: 3.5, tolerance: 0.1 }], points: 1.5 }])
    expect(report[1]).toMatchObject({ fate: 'dropped', code: 'unclear-key', line: 3 })
  })

  it.each([
    ['1.000', /1000 or 1\./],
    ['2.125 +- 1', /2125 or 2\.125/],
  ])('names what parts thousands or decimals between semicolons: %s', (key, message) => {
    const { bank, report } = readCsv(`type;stem;key\nnumeric;Wie viel?;${key}\nnumeric;Und?;0.125`)
    expect(bank?.questions).toMatchObject([{ key: [{ value: 0.125 }] }])
    expect(report[0]).toMatchObject({ code: 'unclear-key', line: 2, message: expect.stringMatching(message) })
  })

  it.each([
    ['single-choice', 'B)', 'b'],
    ['single-choice', '(b)', 'b'],
    ['single-choice', '2.', 'b'],
    ['multiple-response', 'a, C', ['a', 'c']],
    ['multiple-response', '1;3', ['a', 'c']],
    ['multiple-response', 'Riga, Latvia', ['b']],
    ['ordering', 'c, a, b', ['c', 'a', 'b']],
  ])('knows of a %s what %s names', (type, key, ids) => {
    const text = `type,stem,key,choice 1,choice 2,choice 3\n${type},Which?,"${key}",Oslo,"Riga, Latvia",Kyiv`
    expect(readCsv(text).bank?.questions).toMatchObject([{ key: ids }])
  })

  it.each(['True/False', 'true_false', 'TRUE  FALSE'])('knows the kind %s', type => {
    expect(readCsv(`type,stem,key\n${type},Is it?,true`).bank?.questions).toMatchObject([{ key: true }])
  })

  it('makes tags of words that can be none, and says so', () => {
    const { bank, report } = readCsv('type,stem,tags\nessay,Why?,"Römer, map map !"')
    expect(bank?.questions).toMatchObject([{ tags: ['romer', 'map'] }])
    expect(report.map(({ code, line }) => [code, line])).toEqual([
      ['tag', 2],
      ['tag', 2],
    ])
  })

  it('counts choices by their columns where one is empty', () => {
    const row = (key: string) =>
      readCsv(`type,stem,key,choice 1,choice 2,choice 3\nsingle-choice,Who?,${key},A,,C`)
    expect(row('3').bank?.questions).toMatchObject([{ key: 'c' }])
    expect(row('2').report).toMatchObject([{ code: 'unknown-choice' }])
  })

  it.each([
    ['type,stem\nessay,Why, then?', /' ?then\?'/],
    ['type,stem,key,choice 1\nessay,Why?,long,A', /key, choice 1/],
    ['type,stem,key,choice 1,choice 2,feedback 3\nsingle-choice,Why?,a,A,B,No.', /feedback 3/],
    ['type,stem,choice 1,feedback 1,choice 2\nordering,Why?,A,No.,B', /feedback 1/],
  ])('names what a line holds and has no place: %j', (text, left) => {
    const { bank, report } = readCsv(text)
    expect(bank?.questions).toHaveLength(1)
    expect(report).toMatchObject([
      { fate: 'changed', code: 'unused-cells', message: expect.stringMatching(left) },
    ])
  })

  it('takes the first of two columns of one name, and says so', () => {
    const { bank, report } = readCsv('type,stem,hint,hint\nessay,Why?,one,two')
    expect(bank?.questions).toMatchObject([{ hints: [{ text: 'one' }] }])
    expect(report[0]).toMatchObject({ fate: 'dropped', code: 'repeated-column', line: 1 })
  })

  it('finds thousands of choices that a key names', () => {
    const numbers = Array.from({ length: 9000 }, (_, index) => `choice ${index + 1}`)
    const key = 'zz|'.repeat(100_000)
    const { report } = readCsv(
      `type,stem,key,${numbers.join(',')}\nmultiple-response,Which?,${key},${numbers.join(',')}`,
    )
    expect(report).toMatchObject([{ code: 'too-many' }])
  })

  it('reads thousands of lines under thousands of columns', () => {
    const names = Array.from({ length: 9000 }, (_, index) => `choice ${index + 1}`)
    const { bank } = readCsv(`type,stem,${names.join(',')}\n${'essay,Why?\n'.repeat(9000)}`)
    expect(bank?.questions).toHaveLength(9000)
  })

  it.each(['many', 'Infinity', '"1,000"'])('names points that are no number: %s', points => {
    const { bank, report } = readCsv(`type,stem,key,points\ntrue-false,Is it?,true,${points}`)
    expect(bank?.questions[0]?.points).toBeUndefined()
    expect(report).toMatchObject([{ fate: 'changed', code: 'odd-points', line: 2 }])
  })

  it('leaves out the line in which a quotation mark is never closed, and reads on', () => {
    const { bank, report } = readCsv('type,stem,key\ntrue-false,"Is it?,true\ntrue-false,Is it so?,true')
    expect(bank?.questions).toMatchObject([{ stem: 'Is it so?' }])
    expect(report).toMatchObject([
      { fate: 'dropped', code: 'not-csv', line: 2 },
      { fate: 'kept', line: 3 },
    ])
  })

  it('loses no lines between a mark that is never closed and one that opens below', () => {
    const { bank, report } = readCsv(
      'type,stem,key\ntrue-false,"Is it?,true\ntrue-false,"Is it so?",true\ntrue-false,"Is it\nthis?",true',
    )
    expect(bank?.questions).toMatchObject([{ stem: 'Is it so?' }, { stem: 'Is it\nthis?' }])
    expect(report.map(({ code, line }) => [code, line])).toEqual([
      ['not-csv', 2],
      ['kept', 3],
      ['kept', 4],
    ])
  })

  it.each(['Choice 1', 'choice_1', 'choice1', 'CHOICE-1', 'Choice  1', 'choice\u00a01', 'Choice #01'])(
    'knows the column %s',
    name => {
      const { bank } = readCsv(`type,stem,key,${name},choice 2\nsingle-choice,Who?,a,Burns,Duda`)
      expect(bank?.questions).toMatchObject([{ choices: [{ text: 'Burns' }, { text: 'Duda' }] }])
    },
  )

  it.each([
    ['a mark within a cell', 'a 5" disk,b', ['a 5" disk', 'b']],
    ['a word in marks that begins a cell', '"No" she said,b', ['"No" she said', 'b']],
    ['blanks around marks', 'a, "b, ""c""" ,d', ['a', 'b, "c"', 'd']],
    ['an empty cell at the end', 'a,"",', ['a', '', '']],
  ])('takes %s as it is meant', (_, text, cells) => {
    expect([...linesIn(text, ',')]).toEqual([{ cells, line: 1, isOpen: false }])
  })

  it('has the cells that another reader of tables finds', () => {
    const quoted = fc
      .array(fc.constantFrom('a', ',', '\n', '\r\n', '""', ' ', ';'))
      .map(inner => `"${inner.join('')}"`)
    const bare = fc.array(fc.constantFrom('a', ' ', 'b"', ';')).map(signs => `x${signs.join('')}`)
    const cell = fc.oneof(quoted, bare, fc.constant(''))
    const lines = fc.array(fc.array(cell, { minLength: 1 }).map(cells => cells.join(',')))
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r', '\r\n'), (all, end) => {
        const text = all.join(end)
        const other: readonly string[][] = parse(text, {
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_column_count: true,
          relax_quotes: true,
        })
        const said = other.filter(cells => cells.some(one => one.trim() !== ''))
        expect([...linesIn(text, ',')].map(({ cells }) => cells)).toEqual(said)
      }),
    )
  })

  it.each([
    ['name,question\nx,y', 'no-header', 1],
    ['type,stem,key\nquiz,Who?,a', 'unknown-kind', 2],
    ['type,stem,key\ntrue-false,Is it?,perhaps', 'unclear-key', 2],
    ['type,stem,key\nnumeric,When?,soon', 'unclear-key', 2],
    ['type,stem,key,choice 1,choice 2\nsingle-choice,Who?,c,A,B', 'unknown-choice', 2],
    ['type,stem,key,colour\ntrue-false,Is it?,true,red', 'unknown-column', 1],
    ['type,stem,key\ntrue-false,"Is it?,true', 'not-csv', 2],
  ])('%j: %s at line %d', (text, code, line) => {
    expect(readCsv(text).report[0]).toMatchObject({ fate: 'dropped', code, line })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => readCsv(`type,stem,key\n${text}`).report.length >= 0))
  })
})

const text = fc
  .array(fc.constantFrom('a', ' ', '"', ',', ';', '\n', '=', '+', '@', '-', 'é'), { minLength: 1 })
  .map(pieces => `${pieces.join('').trim()}w`)
const questions: fc.Arbitrary<BuiltInQuestion> = fc.oneof(
  fc.tuple(text, text, text).map(([stem, one, two]) => ({
    id: 'q',
    type: 'single-choice' as const,
    stem,
    choices: [
      { id: 'a', text: one, feedback: two },
      { id: 'b', text: `${two}x` },
    ],
    key: 'b',
    points: 2,
    tags: ['one', 'two'],
    hints: [{ text: one }],
  })),
  fc
    .tuple(text, fc.boolean())
    .map(([stem, key]) => ({ id: 'q', type: 'true-false' as const, stem, key, solution: stem })),
  text.map(stem => ({ id: 'q', type: 'essay' as const, stem, feedback: { general: stem } })),
)

describe('a bank as a table', () => {
  it.each([
    ['CSV', writeCsv],
    ['TSV', writeTsv],
  ] as const)('is the same when %s is read again, for all that a line can hold', (_, write) => {
    fc.assert(
      fc.property(questions, question => {
        const { content, report } = write({ id: 'b', title: 'B', questions: [question] })
        expect(readCsv(content as string).bank?.questions).toEqual([question])
        expect(report.map(({ fate }) => fate)).toEqual(['kept'])
      }),
    )
  })

  it.each([
    ['Größe – 大小', '\uFEFFid'],
    ['Size', 'id'],
  ])('begins as Excel needs it to read %s', (stem, start) => {
    for (const write of [writeCsv, writeTsv]) {
      const question = { id: 'q', type: 'essay' as const, stem }
      const content = write({ id: 'b', title: 'B', questions: [question] }).content as string
      expect(content.split(/[,\t]/)[0]).toBe(start)
      expect(readCsv(content).bank?.questions).toEqual([question])
    }
  })

  it('has no cell that a spreadsheet runs', () => {
    fc.assert(
      fc.property(questions, question => {
        const { content } = writeTsv({ id: 'b', title: 'B', questions: [question] })
        const cells = (parse(content as string, { delimiter: '\t' }) as string[][]).flat()
        expect(cells.filter(cell => /^[=+\-@]/.test(cell) && Number.isNaN(Number(cell)))).toEqual([])
      }),
    )
    for (const stem of ['＝1+1', '@SUM(A1)', '-1+2', '+1', '\u0000=1', '\n=1'])
      expect(
        writeCsv({ id: 'b', title: 'B', questions: [{ id: 'q', type: 'essay', stem }] }).content,
      ).toContain(`'${stem}`)
    const formula = { id: 'q', type: 'essay' as const, stem: '=HYPERLINK("https://example.org")' }
    expect(writeCsv({ id: 'b', title: 'B', questions: [formula] }).content).toContain(`"'=HYPERLINK`)
  })

  it.each(bundledBanks.map(bank => [bank.id, bank] as const))(
    '%s: each question is kept, changed or dropped, by name',
    (_, bank) => {
      const { report } = writeCsv(bank)
      expect(report.flatMap(({ question }) => question ?? [])).toEqual(bank.questions.map(({ id }) => id))
    },
  )
})
