import { describe, expect, it } from 'vitest'
import { readQti12, writeQti12 } from './index.js'

const material = (said: string) => `<material><mattext texttype="text/html">${said}</mattext></material>`
const rule = (test: string, set: string, ...shows: readonly string[]) =>
  `<respcondition><conditionvar>${test}</conditionvar>${set}${shows.map(id => `<displayfeedback linkrefid="${id}"/>`).join('')}</respcondition>`
const add = (points: number) => `<setvar action="Add" varname="SCORE">${points}</setvar>`
const is = (value: string) => `<varequal respident="r">${value}</varequal>`
const feedback = (...ids: readonly string[]) =>
  ids
    .map(id => `<itemfeedback ident="${id}">${material(`To ${id.replaceAll('_', ' ')}.`)}</itemfeedback>`)
    .join('')
const pick = (cardinality: string) =>
  `<response_lid ident="r" rcardinality="${cardinality}"><render_choice>${['a', 'b', 'c'].map(id => `<response_label ident="${id}">${material(id)}</response_label>`).join('')}</render_choice></response_lid>`
const item = (asked: string, rules: string, more = '', metadata = '') =>
  `<questestinterop><item ident="i"><itemmetadata>${metadata}</itemmetadata><presentation>${material('What?')}${asked}</presentation><resprocessing>${rules}</resprocessing>${more}</item></questestinterop>`
const first = (xml: string) => readQti12(xml).bank?.questions[0]
const codes = (xml: string) => readQti12(xml).report.map(({ code }) => code)

describe('feedback of QTI 1.2', () => {
  it.each<[string, string, object]>([
    [
      'to one choice, to the wrong ones and to all',
      item(
        pick('Single'),
        rule(is('a'), add(1), 'a', 'right', 'all') +
          rule(is('b'), add(0), 'b', 'wrong', 'all') +
          rule(is('c'), add(0), 'c', 'wrong', 'all') +
          rule('<other/>', '', 'wrong', 'all'),
        feedback('a', 'b', 'c', 'right', 'wrong', 'all'),
      ),
      {
        choices: [{ id: 'a' }, { feedback: 'To b.' }, { feedback: 'To c.' }],
        feedback: { general: 'To all.', correct: 'To a.\n\nTo right.', incorrect: 'To wrong.' },
      },
    ],
    [
      'to the wrong choices, without a rule for all others',
      item(
        pick('Single'),
        rule(is('a'), add(1), 'right') + rule(is('b'), add(0), 'wrong') + rule(is('c'), add(0), 'wrong'),
        feedback('right', 'wrong'),
      ),
      { feedback: { correct: 'To right.', incorrect: 'To wrong.' } },
    ],
    [
      'to choices that add up',
      item(
        pick('Multiple'),
        rule(is('a'), add(1), 'a') + rule(is('b'), add(1), 'b') + rule(is('c'), add(-1), 'c'),
        feedback('a', 'b', 'c'),
      ),
      { choices: [{ feedback: 'To a.' }, { feedback: 'To b.' }, { feedback: 'To c.' }] },
    ],
    [
      'of Canvas, which no rule shows',
      item(
        pick('Single'),
        rule(is('a'), add(1)),
        feedback('general_fb', 'correct_fb', 'general_incorrect_fb'),
      ),
      {
        feedback: {
          general: 'To general fb.',
          correct: 'To correct fb.',
          incorrect: 'To general incorrect fb.',
        },
      },
    ],
    [
      'as hints and a solution',
      item(
        pick('Single'),
        rule(is('a'), add(1)),
        `<itemfeedback ident="h"><hint><hintmaterial>${material('Look.')}</hintmaterial></hint></itemfeedback>
         <itemfeedback ident="s"><solution><solutionmaterial>${material('So.')}</solutionmaterial></solution></itemfeedback>`,
      ),
      { hints: [{ text: 'Look.' }], solution: 'So.' },
    ],
  ])('goes %s', (_, xml, expected) => {
    expect(codes(xml)).toEqual(['kept'])
    expect(first(xml)).toMatchObject(expected)
  })

  it('is named where a bank shows it nowhere', () => {
    const rules = rule(is('a'), add(1), 'some') + rule(is('b'), add(1), 'some') + rule(is('c'), add(-1))
    const { report } = readQti12(item(pick('Multiple'), rules, feedback('some', 'none')))
    expect(report.map(({ message }) => message)).toEqual([
      expect.stringContaining("'To some.'"),
      expect.stringContaining("'To none.'"),
    ])
  })

  it('comes back from pairs, too', () => {
    const both = [
      { id: 'a', text: 'A' },
      { id: 'b', text: 'B' },
    ]
    const pairs = {
      id: 'pairs',
      type: 'matching' as const,
      stem: 'Match.',
      prompts: both,
      choices: both,
      key: { a: 'a', b: 'b' },
      feedback: { general: 'G', correct: 'C', incorrect: 'I' },
    }
    const written = writeQti12({ id: 'b', title: 'B', questions: [pairs] })
    expect(written.report).toMatchObject([{ fate: 'kept' }])
  })
})

describe('what other systems write by QTI 1.2', () => {
  it('has a margin as a value and both bounds', () => {
    const bounds = `<vargte respident="r">1.2</vargte><varlte respident="r">1.3</varlte>${is('1.25')}`
    const asked = '<response_num ident="r"><render_fib/></response_num>'
    expect(first(item(asked, rule(bounds, add(1))))).toMatchObject({
      key: [{ value: 1.25, tolerance: 0.05 }],
    })
  })

  it('says its points in Respondus’ way', () => {
    const points =
      '<qtimetadata><qti_metadatafield><fieldlabel>respondusapi_qpoints</fieldlabel><fieldentry>2.50</fieldentry></qti_metadatafield></qtimetadata>'
    expect(first(item(pick('Single'), rule(is('a'), add(100)), '', points))?.points).toBe(2.5)
  })

  it('compares what it has no place for, which is named', () =>
    expect(codes(item('', rule(is('a'), add(1))))).toEqual(['unsupported-scoring']))

  it('keeps a sign that was escaped beside elements', () => {
    const xml = item(pick('Single'), rule(is('a'), add(1))).replace('What?', '<p>Is i&lt;n <b>so</b>?</p>')
    expect(first(xml)?.stem).toBe('Is i<n **so**?')
  })
})

describe('an order of QTI 1.2', () => {
  const at = (value: string, index: number) => `<varequal respident="r" index="${index}">${value}</varequal>`
  const order = (tests: string, set = add(1), outcomes = '') =>
    item(pick('Ordered'), `${outcomes}${rule(`<and>${tests}</and>`, set)}`)

  it.each([
    ['by its places', at('a', 3) + at('b', 1) + at('c', 2), 'kept'],
    ['as its condition lists it, which is named', is('b') + is('c') + is('a'), 'order-as-listed'],
  ])('is read %s', (_, tests, code) => {
    expect(first(order(tests))).toMatchObject({ key: ['b', 'c', 'a'] })
    expect(codes(order(tests))).toEqual([code])
  })

  it.each([
    ['two have one place', order(at('a', 1) + at('b', 1) + at('c', 2))],
    ['some have no place', order(at('a', 1) + is('b') + is('c'))],
    [
      'all have points from the beginning',
      order(
        is('a') + is('b') + is('c'),
        add(1),
        '<outcomes><decvar varname="SCORE" defaultval="2"/></outcomes>',
      ),
    ],
  ])('is left out where %s', (_, xml) => expect(codes(xml)).toEqual(['unsupported-scoring']))
})
