import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBank } from '../../bank/index.js'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { bundledBanks } from '../../questions/index.js'
import { readGift, writeGift } from './index.js'

const read = (text: string) => readGift(text).bank?.questions ?? []
const first = (text: string) => read(text)[0]

describe('GIFT', () => {
  it.each<[string, string, object]>([
    [
      'one right choice, with feedback',
      '::Summit::Where was it? {=Vilnius#Yes. ~Riga#No. ~Oslo ####See paragraph 1.}',
      {
        id: 'Summit',
        type: 'single-choice',
        stem: 'Where was it?',
        choices: [
          { id: 'a', text: 'Vilnius', feedback: 'Yes.' },
          { id: 'b', text: 'Riga', feedback: 'No.' },
          { id: 'c', text: 'Oslo' },
        ],
        key: 'a',
        feedback: { general: 'See paragraph 1.' },
      },
    ],
    [
      'partial credit for a choice',
      'Who? {=A ~%50%B ~C}',
      { type: 'single-choice', key: 'a', marking: { rule: 'fractions', fractions: { a: 1, b: 0.5 } } },
    ],
    [
      'several right choices',
      'Which? {~%50%A ~%-100%B ~%50%C}',
      {
        type: 'multiple-response',
        key: ['a', 'c'],
        marking: { rule: 'fractions', fractions: { a: 0.5, b: -1, c: 0.5 } },
      },
    ],
    ['a missing word', 'It met in {=Vilnius ~Riga} in July.', { stem: 'It met in \\_\\_\\_\\_\\_ in July.' }],
    [
      'a claim',
      'It is. {T#Not so.#Right.}',
      { type: 'true-false', key: true, choiceFeedback: { true: 'Right.', false: 'Not so.' } },
    ],
    [
      'a text',
      'Who? {=Burns =%50%William*}',
      { type: 'short-answer', key: [{ text: 'Burns' }, { text: 'William*', wildcard: true, fraction: 0.5 }] },
    ],
    ['a number', 'When? {#2008:1}', { type: 'numeric', key: [{ value: 2008, tolerance: 1 }] }],
    ['a number in scientific form', 'How much? {#1.5e3}', { key: [{ value: 1500 }] }],
    ['a range', 'When? {#2007..2009}', { key: [{ min: 2007, max: 2009 }] }],
    [
      'several numbers and feedback for all others',
      'When? {#=2008#Yes. =%50%2009 ~#No.}',
      {
        key: [
          { value: 2008, feedback: 'Yes.' },
          { value: 2009, fraction: 0.5 },
        ],
        feedback: { incorrect: 'No.' },
      },
    ],
    [
      'pairs, one choice to spare',
      'Match. {=A -> x =B -> y = -> z}',
      {
        type: 'matching',
        prompts: [
          { id: 'p1', text: 'A' },
          { id: 'p2', text: 'B' },
        ],
        choices: [
          { id: 'a', text: 'x' },
          { id: 'b', text: 'y' },
          { id: 'c', text: 'z' },
        ],
        key: { p1: 'a', p2: 'b' },
      },
    ],
    ['an essay', 'Why? {}', { type: 'essay', stem: 'Why?' }],
    ['escaped signs', 'Is 1 \\= 1 \\{or\\} \\~2\\: a\\\\b? {T}', { stem: 'Is 1 = 1 {or} ~2: a\\\\b?' }],
    ['signs that need no escape in a stem', 'If a = b: what? {T}', { stem: 'If a = b: what?' }],
    ['HTML', '[html]<p>Is <b>it</b>?</p>{T}', { stem: 'Is **it**?' }],
    ['Markdown', '[markdown]Is *it*?{T}', { stem: 'Is *it*?' }],
    ['an id and tags', '// [id:q-7] [tag:nato] [tag:a b]\nIs it? {T}', { id: 'q-7', tags: ['nato', 'a-b'] }],
    ['a bracket in a tag', '// [tag:a\\]b] [tag:\nIs it? {T}', { tags: ['a-b'] }],
    ['a category', '$CATEGORY: $course$/History\n\nIs it? {T}', { tags: ['history'] }],
    [
      'comments in the midst',
      '::Summit::Where\n// not here\nwas it? {\n// nor here {\n=Vilnius\n// ~Oslo\n~Riga}',
      { stem: 'Where\n\nwas it?', choices: [{ text: 'Vilnius' }, { text: 'Riga' }] },
    ],
    ['lines that end as on Windows', 'Where\r\nwas it? {T}\r\n\r\n', { stem: 'Where\\\nwas it?' }],
    [
      'lines that end with several returns, as scripts on Windows write them',
      '::a::Where\r\r\nwas it? {\r\r\n=Vilnius\r\r\n~Riga}\r\r\n',
      { id: 'a', stem: 'Where\\\nwas it?', choices: [{ text: 'Vilnius' }, { text: 'Riga' }] },
    ],
    ['lines that end as on old Macs', 'Where\rwas it? {T}\r\r', { stem: 'Where\\\nwas it?' }],
    [
      'signs of programs and of mathematics that are no tags',
      'For <b>all</b> i<n, a<b and c>d: {=List<int> ~x<y#As x<y.}',
      {
        stem: 'For **all** i<n, a<b and c>d:',
        choices: [
          { id: 'a', text: 'List<int>' },
          { id: 'b', text: 'x<y', feedback: 'As x<y.' },
        ],
      },
    ],
    [
      'a formula',
      'What is <math><mfrac><mn>1</mn><mi>n</mi></mfrac></math> for n<1? {T}',
      { stem: 'What is 1/n for n<1?' },
    ],
    ['a tag over two lines', 'See <a\nhref="https://a.b">it</a>. {T}', { stem: 'See [it](https://a.b).' }],
    [
      'a choice that has feedback alone, as Moodle does',
      'Which is red? {=#f00 ~#0f0}',
      {
        key: 'a',
        choices: [
          { id: 'a', text: 'A', feedback: 'f00' },
          { id: 'b', text: 'B', feedback: '0f0' },
        ],
      },
    ],
    [
      'what only looks like markup',
      'Which tag? {=<a> ~<b>}',
      {
        choices: [
          { id: 'a', text: '<a>' },
          { id: 'b', text: '<b>' },
        ],
      },
    ],
    [
      'pictures of choices',
      '[html]<img src\\="map.png">Which? {=<p><img src\\="@@PLUGINFILE@@/a%20b.png" alt\\="A bay"></p> ~<img src\\="../c.png">}',
      {
        key: 'a',
        choices: [
          { id: 'a', text: 'A bay', media: { type: 'image', src: 'a b.png', alt: 'A bay' } },
          { id: 'b', text: 'B', media: { src: 'c.png' } },
        ],
        media: [{ src: 'map.png' }],
      },
    ],
    [
      'pictures of prompts',
      'Match. {=<img src\\="a.png"> -> x =<img src\\="b.png">B -> y}',
      {
        prompts: [
          { text: 'p1', media: { src: 'a.png' } },
          { text: 'B', media: { src: 'b.png' } },
        ],
      },
    ],
    [
      'pictures and elements in Markdown, but in its code',
      '[markdown]See ![A bay](a%20b.png "bay") and &lt;p>, `![x](y)`: {=![](c.png) ~`&lt;b>` ~*B* ![d](@@PLUGINFILE@@/d.png)}',
      {
        stem: 'See and <p>, `![x](y)`:',
        media: [{ type: 'image', src: 'a b.png', alt: 'A bay' }],
        choices: [
          { id: 'a', text: 'A', media: { src: 'c.png' } },
          { id: 'b', text: '`&lt;b>`' },
          { id: 'c', text: '*B*', media: { src: 'd.png', alt: 'd' } },
        ],
      },
    ],
    [
      'sounds, as Moodle plays them',
      '[html]<audio src\\="a.mp3"></audio>Who? {T}',
      { stem: 'Who?', media: [{ type: 'audio', src: 'a.mp3' }] },
    ],
    [
      'right sides of pairs, which are HTML to Moodle in every format',
      '[plain]Match. {=<b> -> H<sub>2</sub>O =B -> R&D}',
      { prompts: [{ text: '<b>' }, { text: 'B' }], choices: [{ text: 'H₂O' }, { text: 'R&D' }] },
    ],
    [
      'feedback on all other texts',
      'Who? {=Burns =%0%*#No.}',
      { key: [{ text: 'Burns' }], feedback: { incorrect: 'No.' } },
    ],
    [
      'thirds that are cut, whole',
      'Which? {~%33.33333%A ~%66.667%B ~%-50%C}',
      { marking: { fractions: { a: 1 / 3, b: 2 / 3, c: -0.5 } } },
    ],
    [
      'shares as they are said',
      'Which? {~%33.3%A ~%66.7%B ~%-0.7%C}',
      { marking: { fractions: { a: 0.333, b: 0.667, c: -0.007 } } },
    ],
    ['a doubled slash in a category', '$CATEGORY: top/Wars//Peace/\n\nIs it? {T}', { tags: ['wars-peace'] }],
    [
      'feedback on all other numbers',
      'How many? {#=3 =*#No.}',
      { key: [{ value: 3 }], feedback: { incorrect: 'No.' } },
    ],
  ])('reads %s', (_, text, question) => {
    expect(first(text)).toMatchObject(question)
  })

  it('takes a picture that stands in the text along as a file', () => {
    const { bank, media } = readGift('<img src\\="data:image/png;base64,AAEC"> Is it? {T}')
    expect(bank?.questions[0]?.media).toEqual([{ type: 'image', src: 'image.png', alt: '' }])
    expect(media).toEqual([{ path: 'image.png', bytes: new Uint8Array([0, 1, 2]) }])
  })

  it.each([
    ['two questions without an empty line', 'One? {T}\nTwo? {F}', 'braces-after-answers', 1],
    ['a question right below a category', '\n$CATEGORY: top/a\nOne? {T}\n\nTwo? {F}', 'category-goes-on', 3],
    ['a weight after the sign of a right choice', 'One? {=%100%a ~b}', 'weight-is-text', 1],
    ['a picture in feedback', 'One? {=a#<img src\\="a.png"> ~b}', 'image-lost', 1],
    ['a picture in feedback in Markdown', '[markdown]One? {=a#![b](a.png) ~b}', 'image-lost', 1],
    ['a weight with a comma', 'Which? {~%33,3%a ~%66,7%b ~c}', 'weight-as-meant', 1],
    ['a weight with spaces', 'Which? {~% 50 %a =b}', 'weight-as-meant', 1],
    ['a weight of more than all', 'Which? {~%150%a ~b}', 'weight-cut', 1],
    ['a text that takes points off', 'Who? {=a =%-50%b}', 'weight-cut', 1],
    ['a claim in small letters', 'Is it? {true}', 'claim-is-text', 1],
    ['a claim after an equals sign', 'Is it? {=T}', 'claim-is-text', 1],
    ['pairs with another arrow', 'Match. {=a => b =c => d}', 'pair-is-text', 1],
    ['a name beside an id', '// [id:q7]\n::Rivers::Is it? {T}', 'name-lost', 2],
    ['a name that makes no id', '::Реки::Is it? {T}', 'name-lost', 1],
    ['a label that makes no tag', '// [tag:реки]\nIs it? {T}', 'tag', 2],
    ['wrong numbers', 'How many? {#3 ~4#Too many.}', 'wrong-numbers', 1],
    ['any number', 'How many? {#=3 =*#No.}', 'any-number', 1],
    [
      'several languages',
      '\\{mlang en\\}One?\\{mlang\\}\\{mlang de\\}Eins?\\{mlang\\} {T}',
      'several-languages',
      1,
    ],
  ])('says what became of %s', (_, text, code, line) => {
    const { bank, report } = readGift(text)
    expect(report.find(entry => entry.code === code)).toMatchObject({ line })
    expect(bank?.questions).toHaveLength(1)
  })

  it.each<[string, object]>([
    ['3,14', { key: [{ value: 3.14 }] }],
    ['−3,14:0,01', { key: [{ value: -3.14, tolerance: 0.01 }] }],
    ['3,1..3,25', { key: [{ min: 3.1, max: 3.25 }] }],
    ['0,125', { key: [{ value: 0.125 }] }],
    ['1,000', { key: [{ value: 1000 }] }],
    ['1,000:0,5', { key: [{ value: 1, tolerance: 0.5 }] }],
    ['1,234,567.5', { key: [{ value: 1234567.5 }] }],
    ['1.000,5', { key: [{ value: 1000.5 }] }],
    ['12 500', { key: [{ value: 12500 }] }],
    ['1/2', { key: [{ value: 0.5 }] }],
    ['6 × 10^23', { key: [{ value: 6e23 }] }],
    ['5 ± 0.1', { key: [{ value: 5, tolerance: 0.1 }] }],
    ['5 kg', { key: [{ value: 5 }], units: [{ unit: 'kg' }] }],
    ['9,81 m/s²:0,1 m/s²', { key: [{ value: 9.81, tolerance: 0.1 }], units: [{ unit: 'm/s²' }] }],
    ['-5..6 °C', { key: [{ min: -5, max: 6 }], units: [{ unit: '°C' }] }],
    ['$5', { key: [{ value: 5 }], units: [{ unit: '$', before: true }] }],
    ['=5 kg =%50%4', { key: [{ value: 5 }, { value: 4, fraction: 0.5 }], units: [{ unit: 'kg' }] }],
  ])('takes %s for the number that is meant, and says so', (number, question) => {
    const { bank, report } = readGift(`How much? {#${number}}`)
    expect(bank?.questions[0]).toMatchObject(question)
    expect(report.map(({ fate, code, kind }) => [fate, code, kind])).toEqual([
      ['changed', 'number-as-meant', 'numerical'],
    ])
    expect(checkBank(bank).issues).toEqual([])
  })

  it('says how to write a number whose comma stands before decimals, where it was taken for thousands', () => {
    const { report } = readGift('How much? {#1,000}')
    expect(report[0]?.message).toBe(
      "'1,000' is taken for 1000. If its comma stands before decimals, write 1.000.",
    )
  })

  it.each([
    ['5 or 6', 'not-a-number', 'numerical'],
    ['5, 6', 'not-a-number', 'numerical'],
    ['5-6', 'not-a-number', 'numerical'],
    ['3 million', 'not-a-number', 'numerical'],
    ['=5 kg =5000 g', 'several-units', 'numerical'],
    // Moodle refuses these.
    ['100:5%', 'not-a-number', undefined],
    ['5:some', 'not-a-number', undefined],
    ['0', 'too-few-answers', undefined],
  ])('takes %s for no number', (number, code, kind) => {
    const { bank, report } = readGift(`How much? {#${number}}`)
    expect([bank, report[0]?.code, report[0]?.kind]).toEqual([null, code, kind])
  })

  it.each([
    ['Which? {~A}', undefined],
    ['Which? {= ~}', 'multichoice'],
    ['Match. {=A -> x}', undefined],
    ['Match. {=A -> x =B}', undefined],
    ['Who? {0}', undefined],
    ['Who? {=}', 'shortanswer'],
    ['Is it? {T', undefined],
    // Moodle leaves as many bytes off the end as there are between the braces.
    ['What is } for? {T}', 'essay'],
    ['What is } é {=a ~bcd}', 'shortanswer'],
    ['What is } é {=a ~bcdefg}', 'multichoice'],
    ['What is }{=a long answer -> b =c -> d}', 'match'],
    ['What is } {#3 kilos}', 'numerical'],
  ])('names %j by its kind where Moodle makes a question of it', (text, kind) => {
    expect(readGift(text).report).toMatchObject([{ fate: 'dropped' }])
    expect(readGift(text).report[0]?.kind).toBe(kind)
  })

  it.each([
    ['Is it? {T', 'unclosed-answers', 1],
    ['\n\nIs it? T}', 'unclosed-answers', 3],
    ['Which? {~A}', 'too-few-answers', 1],
    ['Which? {~A ~B}', 'no-key', 1],
    ['Match. {=A -> x =B}', 'pair-without-arrow', 1],
    ['Who? {=%50%*Burns =William Burns}', 'shadowed-answer', 1],
    ['When? {#soon}', 'not-a-number', 1],
    ['When? {#1e999}', 'not-a-number', 1],
    ['Just to read.', 'unsupported-kind', 1],
  ])('names what is wrong with %j, and goes on', (text, code, line) => {
    const { bank, report } = readGift(`${text}\n\n::ok::Is it? {T}`, { file: 'a.gift' })
    expect(report[0]).toMatchObject({ fate: 'dropped', question: null, code, line, file: 'a.gift' })
    expect(bank?.questions.map(({ id }) => id)).toEqual(['ok'])
  })

  it.each([
    ['names of the greatest length', 'a'.repeat(128)],
    ['a name that objects have already', 'constructor'],
  ])('keeps two questions that have %s', (_, name) => {
    const { bank } = readGift(`::${name}::Is it? {T}\n\n::${name}::Or not? {F}`)
    expect(bank?.questions).toHaveLength(2)
    expect(checkBank(bank).issues).toEqual([])
  })

  it('counts lines over comments and blank lines', () => {
    const { report } = readGift('\n// one\n\n0\nIs it? {T\n// two\n}\n \n\nOr not?\n{F}')
    expect(report.map(({ line }) => line)).toEqual([5, 10])
  })

  it('never throws, reports on each block, and makes nothing that a bank can’t hold', () => {
    const signs = fc.constantFrom(
      '{',
      '}',
      '=',
      '~',
      '#',
      '->',
      '::',
      '%50%',
      '%33.33333%',
      '####',
      '\\',
      '\n',
      '\n\n',
      '//',
      '[html]',
      '<b>',
      'T',
      '5',
      ' a ',
    )
    fc.assert(
      fc.property(
        fc.array(signs).map(pieces => pieces.join('')),
        text => {
          const { bank, report } = readGift(text)
          if (bank) expect(checkBank(bank).issues).toEqual([])
          expect(new Set(report.map(({ question }) => question)).size).toBeGreaterThanOrEqual(bank ? 1 : 0)
        },
      ),
    )
  })
})

/** Texts with everything that GIFT and Markdown take for signs. */
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'B',
      '5',
      ' ',
      '=',
      '~',
      '#',
      '{',
      '}',
      ':',
      '%',
      '->',
      '-',
      '.',
      'é',
      '是',
      '//',
      '::',
      '\\*',
      '**b**',
      '\\\\',
    ),
    { minLength: 1 },
  )
  .map(pieces => `w${pieces.join('')}w`)
const choices = fc
  .uniqueArray(text, { minLength: 2, maxLength: 5 })
  .map(texts =>
    texts.map((one, index) => ({ id: 'abcde'[index] as string, text: one, feedback: `So ${one}` })),
  )
const questions: fc.Arbitrary<BuiltInQuestion> = fc.oneof(
  fc
    .tuple(text, choices)
    .map(([stem, choices]) => ({ id: 'q', type: 'single-choice' as const, stem, choices, key: 'b' })),
  fc.tuple(text, choices).map(([stem, choices]) => ({
    id: 'q',
    type: 'multiple-response' as const,
    stem,
    choices,
    key: ['a'],
    marking: { rule: 'fractions' as const, fractions: { a: 1, b: -0.5 } },
  })),
  fc.tuple(text, fc.boolean(), text).map(([stem, key, said]) => ({
    id: 'q',
    type: 'true-false' as const,
    stem,
    key,
    choiceFeedback: { true: said },
    feedback: { general: said },
    tags: ['one', 'Two.2'],
  })),
  fc
    .tuple(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: 0.1, max: 100, noNaN: true }),
    )
    .map(([stem, value, tolerance]) => ({
      id: 'q',
      type: 'numeric' as const,
      stem,
      key: [
        { value: value + 0, tolerance, feedback: stem },
        { min: -1, max: 2, fraction: 0.5 },
      ],
      feedback: { incorrect: stem },
    })),
  text.map(stem => ({ id: 'q', type: 'essay' as const, stem })),
)

describe('a bank as GIFT', () => {
  it('is the same when it is read again, for all that GIFT can hold', () => {
    fc.assert(
      fc.property(questions, question => {
        const { content, report } = writeGift({ id: 'b', title: 'B', questions: [question] })
        expect(readGift(content as string).bank?.questions).toEqual([question])
        expect(report.map(({ fate }) => fate)).toEqual(['kept'])
      }),
    )
  })

  it.each(bundledBanks.map(bank => [bank.id, bank] as const))(
    '%s: each question is kept, changed or dropped, by name',
    (_, bank) => {
      const { content, report } = writeGift(bank)
      expect(report.flatMap(({ question }) => question ?? [])).toEqual(bank.questions.map(({ id }) => id))
      const there = new Set(read(content as string).map(({ id }) => id))
      for (const { question, fate } of report)
        if (question !== null) expect(there.has(question)).toBe(fate !== 'dropped')
    },
  )

  it.each([{ text: 'a -> b' }, { text: 'a', feedback: 'See a -> b.' }])(
    'has no text to be typed as %j, which is a pair for Moodle',
    answer => {
      const questions = [{ id: 'q', type: 'short-answer' as const, stem: 'What?', key: [answer] }]
      const { report } = writeGift({ id: 'b', title: 'B', questions })
      expect(report).toMatchObject([{ fate: 'dropped', code: 'cannot-be-written' }])
    },
  )

  it('writes tolerances as the numbers that they come to', () => {
    const key = [
      { value: -200, tolerance: 0.05, toleranceType: 'relative' as const },
      { value: 8, tolerance: 1, toleranceType: 'geometric' as const, fraction: 0.5 },
    ]
    const questions = [{ id: 'q', type: 'numeric' as const, stem: 'How many?', key }]
    const { content, report } = writeGift({ id: 'b', title: 'B', questions })
    expect(content).toMatch(/=-200:10\n {2}=%50%4\.\.16\n/)
    expect(report).toMatchObject([{ fate: 'changed', code: 'fields-lost' }])
  })

  it('has no elements and no pictures for Moodle where a bank has text', () => {
    const choices = [
      { id: 'a', text: '<p> or ![a](b)' },
      { id: 'b', text: '`<p>` or \\`' },
    ]
    const pair = { id: 'p', text: 'x' }
    const questions = [
      { id: 'q1', type: 'single-choice' as const, stem: 'Which <b>?', choices, key: 'a' },
      {
        id: 'q2',
        type: 'matching' as const,
        stem: 'Match.',
        prompts: [pair, { ...pair, id: 'p2' }],
        choices,
        key: { p: 'a', p2: 'b' },
      },
    ]
    const { content, report } = writeGift({ id: 'b', title: 'B', questions })
    expect(content).toContain('Which &lt;b>?')
    expect(content).toContain('=&lt;p> or !\\\\[a](b)')
    expect(content).toContain('~`<p>` or')
    expect(content).toContain('=x -> &lt;p&gt; or ![a](b)')
    expect(report.map(({ code }) => code)).toEqual(['kept', 'fields-lost'])
  })

  it('names shares that Moodle refuses, and how it takes them', () => {
    const choices = ['a', 'b'].map(id => ({ id, text: `%7%${id}` }))
    const [odd, usual] = [0.35, 0.3].map((share, index) => ({
      id: `q${index}`,
      type: 'single-choice' as const,
      stem: 'Which?',
      choices,
      key: 'a',
      marking: { rule: 'fractions' as const, fractions: { a: 1, b: share } },
    }))
    if (!odd || !usual) throw new Error('no questions')
    const { report } = writeGift({ id: 'b', title: 'B', questions: [odd, usual] })
    expect(report.map(({ code }) => code)).toEqual(['unlisted-grades', 'kept'])
    expect(report[0]?.message).toContain('35 %')
  })

  it.each([{ min: 5 }, { min: -2e12 }, { min: 0.25 }, { max: 100 }, { max: -1e-3 }])(
    'keeps the end of the range %j where Moodle takes it for a number and a tolerance',
    range => {
      const question = { id: 'q', type: 'numeric' as const, stem: 'How many?', key: [range] }
      const { content } = writeGift({ id: 'b', title: 'B', questions: [question] })
      const [, least, most] = /=(\S+)\.\.(\S+)/.exec(content as string) ?? []
      const middle = (Number(most) + Number(least)) / 2
      const tolerance = Number(most) - middle
      const end = 'min' in range ? middle - tolerance : middle + tolerance
      const given = Number(range.min ?? range.max)
      expect(Math.abs(end - given)).toBeLessThan(1e-6 * Math.max(1, Math.abs(given)))
    },
  )

  it('names the fields that GIFT can’t hold', () => {
    const question = {
      id: 'q',
      type: 'true-false' as const,
      stem: 'Is it?',
      key: true,
      points: 2,
      hints: [{ text: 'Look.' }],
    }
    expect(writeGift({ id: 'b', title: 'B', questions: [question] }).report).toEqual([
      {
        fate: 'changed',
        question: 'q',
        kind: 'true-false',
        code: 'fields-lost',
        message: 'Not carried over: points, hints.',
      },
    ])
  })

  it.each([
    ['colons', 'a:'.repeat(200_000)],
    ['blanks', `5${' '.repeat(200_000)}5`],
  ])('reads a number of many %s in one pass', (_, number) => {
    const { report } = readGift(`How much? {#${number}}`)
    expect(report).toMatchObject([{ fate: 'dropped', code: 'not-a-number' }])
  })
})
