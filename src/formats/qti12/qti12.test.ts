import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { importBank } from '../index.js'
import { readZip, writeZip } from '../zip.js'
import { readQti12, writeQti12 } from './index.js'

const bankOf = (...questions: readonly BuiltInQuestion[]) => ({ id: 'b', title: 'B & <C>', questions })
const choices = [
  { id: 'a', text: 'Riga' },
  { id: 'b', text: 'Vilnius', feedback: 'Yes, *there*.' },
  { id: 'c', text: 'Tallinn' },
]

/** What Canvas can hold of each kind, all fields that it can. */
const carried: readonly BuiltInQuestion[] = [
  {
    id: 'one',
    type: 'single-choice',
    stem: 'Where **was** it?\n\n- x < y\n- `a_b`',
    points: 2,
    choices,
    key: 'b',
    feedback: { general: 'See the map.', correct: 'Right.', incorrect: 'Not so.' },
  },
  { id: 'many', type: 'multiple-response', stem: 'Which?', choices, key: ['a', 'c'], shuffle: false },
  { id: 'claim', type: 'true-false', stem: 'So it is.', key: false, choiceFeedback: { true: 'No.' } },
  {
    id: 'text',
    type: 'short-answer',
    stem: 'Which town?',
    key: [{ text: 'Vilnius', feedback: 'Yes.' }, { text: 'Wilno' }],
  },
  { id: 'cased', type: 'short-answer', stem: 'Which?', key: [{ text: 'pH' }], match: { case: true } },
  {
    id: 'number',
    type: 'numeric',
    stem: 'How many?',
    key: [{ value: 5 }, { value: 10.1, tolerance: 0.2 }, { min: 20, max: 22 }],
  },
  {
    id: 'pairs',
    type: 'matching',
    stem: 'Match.',
    prompts: [
      { id: 'lt', text: 'Lithuania' },
      { id: 'lv', text: 'Latvia' },
    ],
    choices: [
      { id: 'a', text: 'Riga' },
      { id: 'b', text: 'Vilnius' },
      { id: 'c', text: 'Oslo' },
    ],
    key: { lt: 'b', lv: 'a' },
  },
  {
    id: 'gaps',
    type: 'cloze',
    stem: 'Fill the gaps.',
    text: 'It was in {{town}}, in {{year}}.',
    gaps: [
      {
        id: 'town',
        type: 'text',
        key: [{ text: 'Vilnius' }, { text: 'Wilno', feedback: 'Its Polish name.' }],
      },
      { id: 'year', type: 'text', key: [{ text: '2023' }] },
    ],
  },
  {
    id: 'drops',
    type: 'cloze',
    stem: 'Fill the gaps.',
    text: 'It was in {{town}}.',
    gaps: [{ id: 'town', type: 'choice', choices, key: 'b' }],
  },
  { id: 'essay', type: 'essay', stem: 'Tell why.', points: 10 },
]

const again = (bank: ReturnType<typeof bankOf>) => importBank(writeQti12(bank).content as Uint8Array)

/** The documents of what was written. */
function documentsOf(content: string | Uint8Array): readonly string[] {
  const zip = readZip(content as Uint8Array)
  if (zip.is === 'broken') throw new Error(zip.message)
  return zip.paths.map(path => {
    const file = zip.read(path)
    return file?.is === 'read' ? new TextDecoder().decode(file.bytes) : ''
  })
}

describe('a bank for Canvas', () => {
  it.each(carried.map(question => [question.id, question] as const))('holds %s whole', (_, question) => {
    const { report } = writeQti12(bankOf(question))
    expect(report).toMatchObject([{ question: question.id, fate: 'kept' }])
    expect(again(bankOf(question)).bank?.questions).toEqual([question])
  })

  it('names what Canvas can’t hold', () => {
    const { report } = writeQti12(
      bankOf(
        { id: 'order', type: 'ordering', stem: 'S', items: choices, key: ['a', 'b', 'c'] },
        { id: 'mark', type: 'hot-text', stem: 'S', text: '{{a|x}} y', key: ['a'] },
        { id: 'wild', type: 'short-answer', stem: 'S', key: [{ text: 'a*', wildcard: true }] },
        { id: 'open', type: 'numeric', stem: 'S', key: [{ min: 5 }] },
        { id: 'hint', type: 'essay', stem: 'S', hints: [{ text: 'H' }], solution: 'So.' },
        {
          id: 'capped',
          type: 'multiple-response',
          stem: 'S',
          choices,
          key: ['a'],
          marking: { rule: 'capped' },
        },
        { id: 'share', type: 'short-answer', stem: 'S', key: [{ text: 'a' }, { text: 'b', fraction: 0.5 }] },
        {
          id: 'groups',
          type: 'categorization',
          stem: 'S',
          items: choices.slice(0, 2).map(({ id, text }) => ({ id, text })),
          categories: [
            { id: 'x', text: 'X' },
            { id: 'y', text: 'Y' },
          ],
          key: { a: 'x', b: 'y' },
        },
        { id: 'picture', type: 'essay', stem: 'S', media: [{ type: 'image', src: 'map.png', alt: 'A map' }] },
      ),
    )
    expect(
      report.map(({ question, fate, message }) => `${question} ${fate}: ${message}`),
    ).toMatchInlineSnapshot(`
      [
        "order dropped: Canvas’s classic quizzes have no orders.",
        "mark dropped: Canvas has no questions in which words are marked.",
        "wild dropped: Canvas compares whole texts, and has no wildcards.",
        "open dropped: Canvas has no range that is open at one end.",
        "hint changed: Not carried over: hints, solution.",
        "capped changed: Not carried over: marking.",
        "share changed: Canvas gives all the points for each text.",
        "groups changed: It is a matching question now, whose choices are the groups.",
        "picture changed: Named, but not in the package: map.png.",
      ]
    `)
  })

  it('carries files that questions name, and reads them again', () => {
    const question: BuiltInQuestion = {
      id: 'one',
      type: 'essay',
      stem: 'Look.',
      media: [{ type: 'image', src: 'maps/map 1.png', alt: 'A "map"' }],
    }
    const file = { path: 'maps/map 1.png', bytes: Uint8Array.of(1, 2, 3) }
    const { content, report } = writeQti12(bankOf(question), [file, { path: 'other.png', bytes: file.bytes }])
    expect(report).toMatchObject([{ fate: 'kept' }])
    const read = importBank(content)
    expect(read.bank?.questions).toEqual([question])
    expect(read.media).toEqual([file])
  })

  it('is well-formed for a parser that is not ours', () => {
    const odd: BuiltInQuestion = {
      id: 'odd',
      type: 'essay',
      stem: 'a & b < c "d" &copy; \u0001 ]]> <b>x</b>',
    }
    for (const text of documentsOf(writeQti12(bankOf(odd, ...carried)).content)) {
      const open: string[] = []
      const parser = new Parser(
        { onopentag: name => open.push(name), onclosetag: name => expect(open.pop()).toBe(name) },
        { xmlMode: true },
      )
      parser.end(text)
      expect(open).toEqual([])
    }
  })

  it('comes back equal, or its losses are named, whatever its texts', () => {
    const words = fc.stringMatching(/^[\w &<>"'}{#~=%*\\:;.[\]()éß→-]{1,30}$/).filter(text => /\w/.test(text))
    const plain = words.map(text => text.trim().replace(/\s+/g, ' '))
    const questions = fc.oneof(
      fc.record({ stem: words, a: words, b: words }).map(
        ({ stem, a, b }): BuiltInQuestion => ({
          id: 'one',
          type: 'single-choice',
          stem,
          choices: [
            { id: 'a', text: a },
            { id: 'b', text: b, feedback: a },
          ],
          key: 'b',
        }),
      ),
      fc
        .record({ stem: words, a: plain })
        .map(
          ({ stem, a }): BuiltInQuestion => ({ id: 'one', type: 'short-answer', stem, key: [{ text: a }] }),
        ),
    )
    fc.assert(
      fc.property(questions, question => {
        const { report } = writeQti12(bankOf(question))
        const read = again(bankOf(question)).bank?.questions[0]
        expect(report.every(({ fate }) => fate === 'dropped')).toBe(read === undefined)
        if (question.type === 'short-answer') expect(read).toMatchObject({ key: question.key })
      }),
      { numRuns: 60 },
    )
  })
})

const item = (body: string, fields = '') =>
  `<?xml version="1.0"?>\n<questestinterop>\n<item ident="i1" title="T"><itemmetadata><qtimetadata>${fields}</qtimetadata></itemmetadata>${body}</item></questestinterop>`
const field = (name: string, said: string) =>
  `<qtimetadatafield><fieldlabel>${name}</fieldlabel><fieldentry>${said}</fieldentry></qtimetadatafield>`
const labels = (...ids: readonly string[]) =>
  ids
    .map(
      id =>
        `<response_label ident="${id}"><material><mattext>${id.toUpperCase()}</mattext></material></response_label>`,
    )
    .join('')
const asks = (response: string) =>
  `<presentation><material><mattext>Ask</mattext></material>${response}</presentation>`
const pick = (cardinality: string, ...ids: readonly string[]) =>
  asks(
    `<response_lid ident="r" rcardinality="${cardinality}"><render_choice>${labels(...ids)}</render_choice></response_lid>`,
  )
const rule = (test: string, value: string, action = 'Set') =>
  `<respcondition><conditionvar>${test}</conditionvar><setvar varname="SCORE" action="${action}">${value}</setvar></respcondition>`
const is = (value: string) => `<varequal respident="r">${value}</varequal>`
const isAt = (value: string, index: number) => `<varequal respident="r" index="${index}">${value}</varequal>`
const added = (worth: string, ...values: readonly string[]) =>
  values.map(value => rule(is(value), worth, 'Add'))
const written = (ident: string) =>
  `<material><mattext>[${ident}]</mattext></material><response_str ident="${ident}"><render_fib/></response_str>`
const formatted = (html: string) =>
  `<material><mat_extension><mat_formattedtext type="HTML">${html}</mat_formattedtext></mat_extension></material>`
const scoredBy = (...rules: readonly string[]) => `<resprocessing>${rules.join('')}</resprocessing>`

describe('an item of QTI 1.2', () => {
  it.each([
    [
      'one choice',
      pick('Single', 'a', 'b') + scoredBy(rule(is('b'), '3')),
      { type: 'single-choice', key: 'b', points: 3 },
    ],
    [
      'choices of differing worth',
      pick('Single', 'a', 'b') + scoredBy(rule(is('a'), '5'), rule(is('b'), '10')),
      { type: 'single-choice', key: 'b', marking: { rule: 'fractions', fractions: { a: 0.5, b: 1 } } },
    ],
    [
      'several, all or nothing',
      pick('Multiple', 'a', 'b', 'c') +
        scoredBy(rule(`<and>${is('a')}${is('c')}<not>${is('b')}</not></and>`, '1')),
      { type: 'multiple-response', key: ['a', 'c'], marking: { rule: 'all-or-nothing' } },
    ],
    [
      'several that add up',
      pick('Multiple', 'a', 'b', 'c') +
        scoredBy(rule(is('a'), '1', 'Add'), rule(is('b'), '2', 'Add'), rule(is('c'), '1', 'Subtract')),
      {
        type: 'multiple-response',
        key: ['a', 'b'],
        marking: { rule: 'map', map: { a: 1, b: 2, c: -1 }, lower: 0 },
      },
    ],
    [
      'texts that are listed',
      asks(written('r')) + scoredBy(rule(is('x') + is('y'), '1')),
      { type: 'short-answer', key: [{ text: 'x' }, { text: 'y' }] },
    ],
    [
      'a wrong choice that costs points',
      pick('Single', 'a', 'b', 'c') + scoredBy(rule(is('b'), '4'), rule(is('a'), '-1')),
      { key: 'b', points: 4, marking: { rule: 'fractions', fractions: { a: -0.25, b: 1 } } },
    ],
    [
      'shares of the points that are its bound',
      pick('Multiple', 'a', 'b', 'c') +
        scoredBy('<outcomes><decvar varname="SCORE" maxvalue="10"/></outcomes>', ...added('50', 'a', 'b')),
      { key: ['a', 'b'], points: 10 },
    ],
    [
      'an order whose places are named',
      pick('Ordered', 'a', 'b', 'c') + scoredBy(rule(isAt('b', 3) + isAt('c', 1) + isAt('a', 2), '1')),
      { type: 'ordering', key: ['c', 'a', 'b'] },
    ],
    [
      'gaps that are right together',
      asks(written('g') + written('h')) +
        scoredBy(rule('<varequal respident="g">x</varequal><varequal respident="h">y</varequal>', '2')),
      { type: 'cloze', points: 2, marking: { rule: 'all-or-nothing' } },
    ],
    [
      'a gap that accepts two texts, each in a processing of its own',
      asks(written('g') + written('h')) +
        scoredBy(rule('<varequal respident="g">x</varequal>', '50', 'Add')) +
        scoredBy(
          rule('<varequal respident="h">y</varequal>', '50', 'Add'),
          rule('<varequal respident="h">z</varequal>', '50', 'Add'),
        ),
      { type: 'cloze', points: 100 },
    ],
    [
      "Blackboard's texts, points and choices",
      `${asks(
        `<response_lid ident="r"><render_choice><response_label ident="a">${formatted('&lt;b&gt;Yes&lt;/b&gt;')}</response_label><response_label ident="b">${formatted('No')}</response_label></render_choice></response_lid>`,
      )}${scoredBy(
        rule(is('a'), 'SCORE.max'),
        rule('<other/>', '0'),
        rule('<varequal respident="a"/>', '5'),
        rule('<varequal respident="b"/>', '0'),
      )}`,
      {
        key: 'a',
        points: 5,
        choices: [
          { id: 'a', text: '**Yes**' },
          { id: 'b', text: 'No' },
        ],
      },
    ],
    [
      'an order',
      pick('Ordered', 'a', 'b', 'c') + scoredBy(rule(is('c') + is('a') + is('b'), '1')),
      { type: 'ordering', key: ['c', 'a', 'b'] },
    ],
    [
      'a range with a margin that is not even',
      asks('<response_num ident="r"><render_fib/></response_num>') +
        scoredBy(
          rule(
            '<or><varequal respident="r">7</varequal><and><vargte respident="r">5</vargte><varlte respident="r">8</varlte></and></or>',
            '1',
          ),
        ),
      { type: 'numeric', key: [{ min: 5, max: 8 }] },
    ],
    [
      'several numbers in one rule',
      asks('<response_num ident="r"><render_fib/></response_num>') +
        scoredBy(rule(`<or>${is('7')}${is('9')}</or>`, '1')),
      { type: 'numeric', key: [{ value: 7 }, { value: 9 }] },
    ],
    [
      'two ranges',
      asks('<response_num ident="r"><render_fib/></response_num>') +
        scoredBy(
          rule(
            '<or><and><vargte respident="r">1</vargte><varlte respident="r">2</varlte></and><and><vargte respident="r">5</vargte><varlte respident="r">6</varlte></and></or>',
            '1',
          ),
        ),
      {
        type: 'numeric',
        key: [
          { min: 1, max: 2 },
          { min: 5, max: 6 },
        ],
      },
    ],
    [
      'all but what lies between',
      asks('<response_num ident="r"><render_fib/></response_num>') +
        scoredBy(rule('<or><vargte respident="r">5</vargte><varlte respident="r">2</varlte></or>', '1')),
      { type: 'numeric', key: [{ min: 5 }, { max: 2 }] },
    ],
    [
      'a text without rules',
      asks('<response_str ident="r"><render_fib rows="5"/></response_str>'),
      { type: 'essay' },
    ],
    [
      'Blackboard’s name for all points',
      pick('Single', 'a', 'b') +
        '<resprocessing><respcondition><conditionvar><varequal respident="r">a</varequal></conditionvar><setvar variablename="SCORE" action="Set">SCORE.max</setvar></respcondition></resprocessing>',
      { type: 'single-choice', key: 'a' },
    ],
  ])('with %s', (_, body, expected) => {
    const { bank, report } = readQti12(item(body))
    expect(report.filter(({ fate }) => fate === 'dropped')).toEqual([])
    expect(bank?.questions[0]).toMatchObject(expected)
  })

  it.each([
    ['drawn numbers', item('', field('question_type', 'calculated_question')), 'unsupported-kind'],
    ['a file as response', item('', field('question_type', 'file_upload_question')), 'unsupported-kind'],
    ['no question', item(asks('')), 'unsupported-kind'],
    ['no key', item(pick('Single', 'a', 'b')), 'no-key'],
    [
      'points that are multiplied',
      item(pick('Single', 'a', 'b') + scoredBy(rule(is('a'), '2', 'Multiply'))),
      'unsupported-scoring',
    ],
    [
      'a rule that is unknown',
      item(pick('Single', 'a', 'b') + scoredBy(rule('<varinside/>', '1'))),
      'unsupported-scoring',
    ],
    ...[
      [
        'either of two choices',
        pick('Multiple', 'a', 'b', 'c') + scoredBy(rule(`<or>${is('a')}${is('b')}</or>`, '1')),
      ],
      [
        'points to begin with',
        pick('Single', 'a', 'b') +
          '<resprocessing><outcomes><decvar varname="SCORE" defaultval="1"/></outcomes>' +
          `${rule(is('b'), '5')}</resprocessing>`,
      ],
      [
        'a wrong number that costs points',
        asks('<response_num ident="r"><render_fib/></response_num>') +
          scoredBy(rule(is('3'), '2'), rule(is('4'), '-1')),
      ],
      [
        'points for all that is wrong',
        pick('Single', 'a', 'b') + scoredBy(rule(is('b'), '4'), rule('<other/>', '1')),
      ],
      [
        'points that end at the first that is met',
        pick('Multiple', 'a', 'b') +
          scoredBy(
            ...added('1', 'a', 'b').map(one => one.replace('<respcondition', '<respcondition continue="No"')),
          ),
      ],
      [
        'capitals that count for some',
        asks(written('r')) + scoredBy(rule(is('x').replace('">', '" case="Yes">'), '1'), rule(is('y'), '1')),
      ],
      [
        'either of two orders',
        pick('Ordered', 'a', 'b') + scoredBy(rule(`<or>${is('a')}${is('b')}</or>`, '1')),
      ],
    ].map(([name = '', body = '']): [string, string, string] => [name, item(body), 'unsupported-scoring']),
    [
      'more comparisons in one condition than can be tried',
      item(
        asks(written('r')) +
          scoredBy(rule(Array.from({ length: 600 }, (_, at) => is(`t${at}`)).join(''), '1')),
      ),
      'too-many',
    ],
    [
      'more conditions than can be tried',
      item(pick('Single', 'a', 'b') + scoredBy(...Array.from({ length: 900 }, () => rule(is('a'), '1')))),
      'too-many',
    ],
  ])('with %s is named, with its line', (_, text, code) => {
    const { bank, report } = readQti12(text)
    expect(bank).toBeNull()
    expect(report).toMatchObject([{ fate: 'dropped', code, line: 3 }])
  })

  it('has the weight of a cartridge for points', () => {
    const body = pick('Single', 'a', 'b') + scoredBy(rule(is('a'), '100'))
    expect(readQti12(item(body, field('cc_weighting', '3'))).bank?.questions[0]).toMatchObject({ points: 3 })
  })

  it("has Blackboard's points, whatever its weight", () => {
    const fields = field('qmd_weighting', '0') + field('qmd_absolutescore_max', '7.0')
    const { bank } = readQti12(item(pick('Single', 'a', 'b') + scoredBy(rule(is('a'), 'SCORE.max')), fields))
    expect(bank?.questions[0]).toMatchObject({ key: 'a', points: 7 })
  })

  it.each([
    [
      'draws of a group',
      '<section title="G"><selection_ordering><selection><selection_number>2</selection_number><selection_extension><points_per_item>3.0</points_per_item></selection_extension></selection></selection_ordering></section>',
      { code: 'rules-of-test', message: expect.stringContaining("'G' draws 2 of its items, each worth 3:") },
    ],
    [
      'draws of a bank',
      '<section title="G"><selection_ordering><selection><sourcebank_ref>b7</sourcebank_ref></selection></selection_ordering></section>',
      { code: 'rules-of-test', message: expect.stringContaining("draws all of the bank 'b7':") },
    ],
    [
      'says something beside its items',
      '<section><presentation_material><material><mattext>Read.</mattext></material></presentation_material></section>',
      { code: 'text-lost' },
    ],
  ])('is read where its quiz %s, and that is named', (_, beside, expected) => {
    const text = item(pick('Single', 'a', 'b') + scoredBy(rule(is('b'), '1')))
    const { report } = readQti12(text.replace('</questestinterop>', `${beside}</questestinterop>`))
    expect(report).toMatchObject([
      { fate: 'kept' },
      { fate: 'changed', question: null, line: 3, ...expected },
    ])
  })

  it("is read from Blackboard's package, and the pictures that are not in it are named", () => {
    const picture =
      '<material><mattext texttype="text/html">&lt;img src="gone.png" alt=""&gt;</mattext></material>'
    const text = item(pick('Single', 'a', 'b') + scoredBy(rule(is('b'), '1'))).replace(
      '<material>',
      `${picture}<material>`,
    )
    const manifest = '<manifest><resources><resource bb:file="res1.dat" xmlns:bb="b"/></resources></manifest>'
    const bytes = (said: string) => new TextEncoder().encode(said)
    const { report } = importBank(
      writeZip([
        { path: 'imsmanifest.xml', bytes: bytes(manifest) },
        { path: 'res1.dat', bytes: bytes(text) },
      ]),
    )
    expect(report).toMatchObject([
      { fate: 'kept', file: 'res1.dat' },
      { fate: 'changed', question: 'i1', code: 'file-missing' },
    ])
  })

  it('is read from wherever a package has it, whole where Canvas has it twice', () => {
    const text = item(pick('Single', 'a', 'b') + scoredBy(rule(is('b'), '1')))
    const bytes = new TextEncoder().encode(text)
    const manifest = new TextEncoder().encode(
      '<manifest><resources><resource href="g1/assessment_qti.xml"/><resource href="gone%20file.xml"/></resources></manifest>',
    )
    const { bank, report } = importBank(
      writeZip([
        { path: 'imsmanifest.xml', bytes: manifest },
        { path: 'g1/assessment_qti.xml', bytes },
        { path: 'non_cc_assessments/g1.xml.qti', bytes },
      ]),
    )
    expect(bank?.questions).toHaveLength(1)
    expect(report).toMatchObject([
      { code: 'file-missing', message: expect.stringContaining('gone file.xml') },
      { fate: 'kept', file: 'non_cc_assessments/g1.xml.qti' },
    ])
  })
})

it('writes no file outside of the package', () => {
  const image = { type: 'image', src: '../../up.png', alt: 'Up' } as const
  const claim = { id: 'one', type: 'true-false', stem: 'So?', key: true, media: [image] } as const
  const { content } = writeQti12(bankOf(claim), [{ path: image.src, bytes: new Uint8Array(4) }])
  const zip = readZip(content as Uint8Array)
  expect(zip).toMatchObject({ is: 'read', refused: [] })
})

it('keeps to the schema of QTI 1.2 and of packages', () => {
  const bank = {
    id: '2024:rivers',
    title: 'Rivers',
    questions: [...carried, { id: 'e', type: 'essay', stem: 'Why?' }],
  }
  const zip = readZip(writeQti12(bank as Parameters<typeof writeQti12>[0]).content as Uint8Array)
  if (zip.is !== 'read') throw new Error('no archive')
  const textOf = (path: string) => {
    const file = zip.read(path)
    return file?.is === 'read' ? new TextDecoder().decode(file.bytes) : ''
  }
  const manifest = textOf('imsmanifest.xml')
  for (const [, id = ''] of manifest.matchAll(/identifier(?:ref)?="([^"]*)"/g))
    expect(id).toMatch(/^[A-Za-z_][\w.-]*$/)
  for (const [, path = ''] of manifest.matchAll(/href="([^"]*)"/g)) expect(zip.paths).toContain(path)
  const quiz = textOf(zip.paths.find(path => path.endsWith('rivers.xml')) ?? '')
  const rules = quiz
    .split('<item ')
    .slice(1)
    .map(item => item.split('<respcondition').length - 1)
  expect(Math.min(...rules)).toBeGreaterThan(0)
  expect(rules).toHaveLength(bank.questions.length)
})
