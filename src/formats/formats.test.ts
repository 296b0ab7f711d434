import { describe, expect, it } from 'vitest'
import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'
import { detectFormat, exportBank, formats, importBank, isFormatName } from './index.js'
import { lossesBetween } from './losses.js'
import { safePath } from './shelf.js'
import { readZip, writeZip } from './zip.js'

describe('the format of a text', () => {
  it.each([
    ['::One::Is it? {T}', 'gift'],
    ['Where was it? {=Vilnius ~Riga}', 'gift'],
    ['{=Vilnius ~Riga} was where it met.', 'gift'],
    ['Who?\nA. Burns\nB. Duda\nANSWER: A\n', 'aiken'],
    ['  Who?\n\tA. Burns\n\tB. Duda\n  ANSWER:\u00a0A\n', 'aiken'],
    ['id,type,stem,key\nq,true-false,Is it?,true', 'csv'],
    ['"type";"stem";"key"\ntrue-false;Is it?;true', 'csv'],
    ['type,stem\nessay,"Who?\nA. Burns\nANSWER: A"', 'csv'],
    ['type\tstem\tkey\ntrue-false\tIs it?\ttrue', 'tsv'],
    [
      '<?xml version="1.0"?>\n<quiz><question type="truefalse"><questiontext><text>Is it?</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>',
      'moodle-xml',
    ],
    ['## Is it?\n**True or false:** true', 'markdown'],
    ['# T\n\n## Where?\n- [ ] Riga\n- [x] Vilnius', 'markdown'],
    ['Just a text.', null],
  ])('%j is %s', (text, format) => {
    expect(detectFormat(text)).toBe(format)
    if (format) expect(importBank(text).bank?.questions).toHaveLength(1)
    else expect(() => importBank(text)).toThrow(/none of the formats/)
  })
})

it.each(['{', '\n', ' \n', 'ANSWER:\n\n', '{{}', '\\{', ',;\t', 'type,'])(
  'the format of many %j is soon told',
  piece => {
    expect([null, 'gift']).toContain(detectFormat(piece.repeat(300_000)))
  },
)

/** A file, or each document of a package, with a long comment before its root. */
function withLongComments(content: string | Uint8Array): string | Uint8Array {
  const late = (text: string) => text.replace(/<(?=[a-z])/i, `<!-- ${'A <quiz>. '.repeat(1000)} --><`)
  const zip = typeof content === 'string' ? null : readZip(content)
  if (zip?.is !== 'read') return late(String(content))
  const files = zip.paths.map(path => {
    const entry = zip.read(path)
    if (entry?.is !== 'read') throw new Error(path)
    return { path, bytes: new TextEncoder().encode(late(new TextDecoder().decode(entry.bytes))) }
  })
  return writeZip(files)
}

describe('the title of a bank', () => {
  const bank = {
    id: 'rivers',
    title: 'Rivers',
    questions: [{ id: 'flows', type: 'true-false', stem: 'The Rhine flows north.', key: true }],
  } as const

  it.each(['moodle-xml', 'qti', 'qti12'] as const)(
    'and its questions are found in %s behind a long comment',
    format => {
      const { content } = exportBank(bank, format)
      const late = withLongComments(content)
      expect(detectFormat(late)).toBe(format)
      expect(importBank(late).bank).toEqual(importBank(content).bank)
    },
  )

  it.each(['markdown', 'qti', 'qti12'] as const)('comes back from %s', format => {
    const { content } = exportBank(bank, format)
    expect(importBank(content, { file: 'out/r.zip' }).bank?.title).toBe('Rivers')
    expect(importBank(content, { title: 'Mine' }).bank?.title).toBe('Mine')
  })

  it.each([
    ['out/old.rivers.gift', 'old.rivers'],
    ['C:\\out\\rivers', 'rivers'],
    ['.gift', '.gift'],
    [undefined, 'Questions'],
  ])('is made of the file’s name where the file has none: %s', (file, title) => {
    const { content } = exportBank(bank, 'gift')
    expect(importBank(content, { ...(file && { file }) }).bank?.title).toBe(title)
  })
})

describe('a format that is not read', () => {
  it.each([
    ['{"id": "b", "title": "B", "questions": [{"id": "q", "stem": "Is {it} so?"}]}', /bank of Quizwright/],
    ["{ title: 'T', pages: [{ elements: [{ type: 'radiogroup', name: 'a', title: '{x}?' }] }] }", /SurveyJS/],
    ['{"panels":[{"params":{"text":"Is {it} so?"}}]}', /H5P/],
    ['["a", {"b": 1}]', /JSON/],
    ['<!DOCTYPE html>\n<p>Is it {T}</p>', /web page/],
    ['<?xml version="1.0"?>\n<manifest identifier="m"><a>{x}</a></manifest>', /IMS manifest/],
    ['<?xml version="1.0"?>\n<other>{x}</other>', /XML/],
    ['# Page\n\n<quiz>\nWhere?\n- [x] Here\n- [ ] There\n</quiz>', /mkdocs-quiz/],
    ['@title: T\n@question:\nWhat is [x]? {y}', /md2qti/],
    ['1.  Which is it?\n*a) one\nb)  {other}', /text2qti/],
    ['Front\tBack {1}\nOne\tTwo', /Anki/],
  ])('%j is named', (text, name) => {
    expect(detectFormat(text)).toBeNull()
    expect(() => importBank(text)).toThrow(name)
  })

  it.each([
    ['h5p.json', /H5P/],
    ['collection.anki2', /Anki/],
    ['word/document.xml', /Word/],
  ])('an archive with %s is named', (path, name) => {
    const archive = writeZip([{ path, bytes: new TextEncoder().encode('{}') }])
    expect(importBank(archive).report).toMatchObject([
      { fate: 'dropped', message: expect.stringMatching(name) },
    ])
  })
})

it('an archive without questions says which of its files could not be read', () => {
  const archive = writeZip([{ path: '../quiz.xml', bytes: new TextEncoder().encode('<quiz/>') }])
  expect(importBank(archive).report).toMatchObject([{ code: 'no-package' }, { code: 'unsafe-path' }])
})

describe('bytes', () => {
  it('are read as UTF-8', () => {
    const bytes = new TextEncoder().encode('Wer? {=Müller}')
    expect(importBank(bytes).bank?.questions[0]).toMatchObject({ key: [{ text: 'Müller' }] })
  })

  it('are read as UTF-16 where they say so', () => {
    const wide = Uint8Array.from(
      [...'\uFEFFWer? {=Müller}'].flatMap(sign => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    )
    expect(importBank(wide).bank?.questions[0]).toMatchObject({ key: [{ text: 'Müller' }] })
  })

  it('that are not are read as Windows-1252, and this is told', () => {
    const bytes = Uint8Array.from('Wer, \u0084bitte\u0093? {=M\u00fcller}', sign => sign.charCodeAt(0))
    const { bank, report } = importBank(bytes)
    expect(bank?.questions[0]).toMatchObject({ stem: 'Wer, „bitte“?', key: [{ text: 'Müller' }] })
    expect(report[0]).toMatchObject({ fate: 'changed', code: 'not-utf-8' })
  })
})

it.each(['', ' \n\n', '// only a comment\n', '# A title\n'])('says so where there is nothing in %j', text => {
  for (const format of Object.keys(formats).filter(isFormatName))
    if (formats[format].read) {
      const { bank, report } = importBank(text, { format })
      expect([bank, report[0]?.fate]).toEqual([null, 'dropped'])
    }
})

it('writes every format, and reads those that can be read', () => {
  const bank = {
    id: 'b',
    title: 'B',
    questions: [
      {
        id: 'q',
        type: 'single-choice' as const,
        stem: 'Who?',
        choices: [
          { id: 'a', text: 'Burns' },
          { id: 'b', text: 'Duda' },
        ],
        key: 'a',
      },
    ],
  }
  for (const name of Object.keys(formats).filter(isFormatName)) {
    if (!formats[name].write) {
      expect(() => exportBank(bank, name)).toThrow(/only read/)
      continue
    }
    const { content } = exportBank(bank, name)
    if (formats[name].read)
      expect(importBank(content, { format: name }).bank?.questions[0]).toMatchObject({
        stem: 'Who?',
        key: 'a',
      })
    else expect(() => importBank(content, { format: name })).toThrow(/only written/)
  }
})

it.each(['nonsense', 'toString', 'GIFT'])('names the formats to who asks for %s', name => {
  const bank = { id: 'b', title: 'B', questions: [] }
  const told = new RegExp(`no format '${name}'.*moodle-xml.*gift`)
  expect(() => importBank('Is it? {T}', { format: name as never })).toThrow(told)
  expect(() => importBank(exportBank(bank, 'qti').content, { format: name as never })).toThrow(told)
  expect(() => exportBank(bank, name as never)).toThrow(told)
})

it.each(['gift', 'moodle-xml', 'qti', 'qti12', 'csv', 'markdown'] as const)(
  'loses nothing in %s of a question where several are to be picked, marked as usual',
  format => {
    const question = {
      id: 'two',
      type: 'multiple-response',
      stem: 'Which of these are in Europe?',
      choices: [
        { id: 'a', text: 'The Rhine' },
        { id: 'b', text: 'The Danube' },
        { id: 'c', text: 'The Nile' },
      ],
      key: ['a', 'b'],
    } as const
    const { report } = exportBank({ id: 'rivers', title: 'Rivers', questions: [question] }, format)
    expect(report).toMatchObject([{ question: 'two', fate: 'kept' }])
  },
)

describe('what a bank says beside its questions', () => {
  const bank: Bank<BuiltInQuestion> = {
    id: 'rivers',
    title: 'Rivers',
    description: 'Where rivers flow.',
    topic: 'geography',
    language: 'fr',
    license: 'CC-BY-4.0',
    minutes: 5,
    readability: { grade: 8 },
    objectives: [{ id: 'flow', text: 'Tell where a river flows.' }],
    lint: { 'true-false-balance': 'There is one claim.' },
    tags: ['europe'],
    sources: [{ id: 'atlas', title: 'An atlas' }],
    marking: { 'multiple-response': { rule: 'all-or-nothing' } },
    questions: [
      {
        id: 'two',
        type: 'multiple-response',
        stem: 'Quels fleuves sont en Europe\u00a0?',
        objective: 'flow',
        choices: [
          { id: 'a', text: 'Le Rhin' },
          { id: 'b', text: 'Le Danube' },
          { id: 'c', text: 'Le Nil' },
        ],
        key: ['a', 'b'],
      },
      {
        id: 'one',
        type: 'single-choice',
        stem: 'Lequel est en Afrique\u00a0?',
        choices: [
          { id: 'a', text: 'Le Rhin' },
          { id: 'b', text: 'Le Nil' },
        ],
        key: 'b',
      },
    ],
  }
  const writable = Object.keys(formats)
    .filter(isFormatName)
    .filter(name => formats[name].write)

  it.each(writable)('comes back from %s, or is named', format => {
    const { content, report } = exportBank(bank, format)
    const back = formats[format].read ? importBank(content, { format, id: 'rivers' }).bank : null
    const { questions: _, title: __, marking: ___, ...said } = bank
    const lost = Object.entries(said).flatMap(([name, value]) =>
      lossesBetween(value, back?.[name as keyof Bank]).size > 0 ? [name] : [],
    )
    const message = `Not carried over of the bank itself: ${lost.filter(name => name !== 'id').join(', ')}.`
    expect(report.filter(({ question }) => question === null)).toEqual([
      { question: null, fate: 'changed', code: 'fields-lost', message },
    ])
  })

  it.each(writable)(
    'goes with each question to %s where it is how that is marked, or is named there',
    format => {
      const { content, report } = exportBank(bank, format)
      const back = formats[format].read ? importBank(content, { format }).bank : null
      const { marking } = { marking: undefined, ...back?.questions.find(({ id }) => id === 'two') }
      const told = report.filter(({ question }) => question === 'two').map(({ message }) => message)
      if (marking) expect(marking).toEqual({ rule: 'all-or-nothing' })
      else expect(told.join(' ')).toMatch(/marking|nothing is scored|Aiken has only/)
    },
  )
})

it('names a key or a map that differs as one field, as what it pairs goes by ids', () => {
  const marked = (worth: number) => ({ key: { a: 'x' }, marking: { rule: 'map', map: { 'a x': worth } } })
  expect([...lossesBetween(marked(1), marked(2))]).toEqual(['marking.map'])
  expect([...lossesBetween(marked(1), { ...marked(1), key: { a: 'y' } })]).toEqual(['key'])
})

it.each([
  ['../../.git/config', 'git/config'],
  ['C:\\maps\\..\\.\\.bashrc', 'C-/maps/bashrc'],
  ['.../...', ''],
  ['maps/river.2.svg', 'maps/river.2.svg'],
  [`maps/${'ж'.repeat(200)}.svg`, `maps/${'ж'.repeat(56)}.svg`],
])('the path of a picture stays where a bank is, hides nothing, and fits a disk: %j', (name, path) => {
  expect(safePath(name)).toBe(path)
})
