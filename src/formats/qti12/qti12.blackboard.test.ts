import { describe, expect, it } from 'vitest'
import { scoreResponse } from '../../index.js'
import { readQti12 } from './index.js'

const text = (said: string) =>
  `<material><mat_extension><mat_formattedtext type="HTML">${said}</mat_formattedtext></mat_extension></material>`
const shown = (said: string) => `<flow class="FORMATTED_TEXT_BLOCK">${text(said)}</flow>`
const block = (name: string, inside: string) => `<flow class="${name}">${inside}</flow>`
const labels = (...ids: readonly string[]) =>
  `<render_choice>${ids.map(id => `<flow_label><response_label ident="${id}">${text(id.toUpperCase())}</response_label></flow_label>`).join('')}</render_choice>`
const written = '<response_str ident="response"><render_fib fibtype="String" rows="3"/></response_str>'
const is = (value: string, place = 'response') =>
  `<varequal respident="${place}" case="No">${value}</varequal>`
const rule = (test: string, points: string | null, ...shows: readonly string[]) =>
  `<respcondition><conditionvar>${test}</conditionvar>${points === null ? '' : `<setvar variablename="SCORE" action="Set">${points}</setvar>`}${shows.map(id => `<displayfeedback linkrefid="${id}"/>`).join('')}</respcondition>`
const correct = (test: string) => rule(test, 'SCORE.max', 'correct')
const incorrect = rule('<other/>', '0.0', 'incorrect')
const feedback = (id: string, said: string) =>
  `<itemfeedback ident="${id}"><flow_mat>${text(said)}</flow_mat></itemfeedback>`
const both = feedback('correct', 'Right.') + feedback('incorrect', 'Wrong.')

/** An item as Blackboard writes it. */
function item(kind: string, asked: string, rules: string, more = '', partial = false): string {
  return `<questestinterop><item><itemmetadata><bbmd_questiontype>${kind}</bbmd_questiontype>
    <bbmd_partialcredit>${partial}</bbmd_partialcredit><qmd_absolutescore_max>4.0</qmd_absolutescore_max></itemmetadata>
    <presentation>${block('Block', block('QUESTION_BLOCK', shown('What is it?')) + asked)}</presentation>
    <resprocessing><outcomes><decvar varname="SCORE" defaultval="0.0" minvalue="0.0" maxvalue="4.0"/></outcomes>${rules}</resprocessing>${more}</item></questestinterop>`
}

const pair = (place: string, prompt: string) =>
  block(
    'Block',
    `<response_lid ident="${place}"><render_choice><flow_label>${['1', '2', '3'].map(at => `<response_label ident="${place}${at}"/>`).join('')}</flow_label></render_choice></response_lid>${shown(prompt)}`,
  )
const pairs = (partial: boolean) =>
  item(
    'Matching',
    block('RESPONSE_BLOCK', pair('x', 'Latvia') + pair('y', 'Lithuania')) +
      block('RIGHT_MATCH_BLOCK', ['Vilnius', 'Riga', 'Oslo'].map(one => block('Block', shown(one))).join('')),
    rule(is('x2', 'x'), null, 'correct') + rule(is('y1', 'y'), null, 'correct') + incorrect,
    both,
    partial,
  )
const numeric = item(
  'Numeric',
  block('RESPONSE_BLOCK', '<response_num ident="response"><render_fib fibtype="Decimal"/></response_num>'),
  rule(
    `<vargte respident="response">3.5</vargte><varlte respident="response">4.5</varlte>${is('4')}`,
    null,
    'correct',
  ) + incorrect,
  both,
)
const solution = `<itemfeedback ident="solution"><solution><solutionmaterial><flow_mat>${text('So it is.')}</flow_mat></solutionmaterial></solution></itemfeedback>`
const essay = (kind: string) =>
  item(kind, block('RESPONSE_BLOCK', written), correct('') + incorrect, solution)
const pick = (kind: string, cardinality: string, rules: string, partial = false, more = both) =>
  item(
    kind,
    block(
      'RESPONSE_BLOCK',
      `<response_lid ident="response" rcardinality="${cardinality}">${labels('a', 'b', 'c')}</response_lid>`,
    ),
    rules,
    more,
    partial,
  )
const share = (id: string, points: string) => rule(`<varequal respident="${id}" case="No"/>`, points, id)
const either = (words: string) =>
  item(
    'Either/Or',
    block(
      'RESPONSE_BLOCK',
      `<response_lid ident="response">${labels(`${words}.true`, `${words}.false`)}</response_lid>`,
    ),
    correct(is(`${words}.false`)) + incorrect,
  )

const blanks = (partial: boolean) =>
  item(
    'Fill in the Blank Plus',
    block(
      'RESPONSE_BLOCK',
      ['a', 'b'].map(id => `<response_str ident="${id}"><render_fib/></response_str>`).join(''),
    ),
    correct(`<and><or>${is('x', 'a')}</or><or>${is('y', 'b')}</or></and>`) + incorrect,
    both,
    partial,
  ).replace('What is it?', 'What is [a] or [b]?')
const ordered = (partial: boolean) =>
  pick('Ordering', 'Ordered', correct(`<and>${is('b')}${is('a')}${is('c')}</and>`) + incorrect, partial)

describe('an item of Blackboard', () => {
  it.each<[string, string, object]>([
    ['an essay with its model', essay('Essay'), { type: 'essay', points: 4, solution: 'So it is.' }],
    ['a short response', essay('Short Response'), { type: 'essay', solution: 'So it is.' }],
    [
      'pairs, each of which counts',
      pairs(true),
      {
        type: 'matching',
        stem: 'What is it?',
        prompts: [
          { id: 'x', text: 'Latvia' },
          { id: 'y', text: 'Lithuania' },
        ],
        choices: [{ text: 'Vilnius' }, { text: 'Riga' }, { text: 'Oslo' }],
        key: { x: 'x2', y: 'x1' },
        points: 4,
        feedback: { correct: 'Right.', incorrect: 'Wrong.' },
      },
    ],
    ['pairs that count together', pairs(false), { type: 'matching', marking: { rule: 'all-or-nothing' } }],
    [
      'texts to fill in, with what is said to each',
      item(
        'Fill in the Blank',
        block('RESPONSE_BLOCK', written),
        rule(is('purple'), null, 'correct', 'f1') + rule(is('violet'), null, 'correct', 'f2') + incorrect,
        both + feedback('f1', 'As asked.') + feedback('f2', ''),
      ),
      {
        type: 'short-answer',
        key: [{ text: 'purple', feedback: 'As asked.' }, { text: 'violet' }],
        feedback: { correct: 'Right.', incorrect: 'Wrong.' },
      },
    ],
    ['a number with a margin', numeric, { type: 'numeric', key: [{ value: 4, tolerance: 0.5 }], points: 4 }],
    ['Yes or No', either('yes_no'), { choices: [{ text: 'Yes' }, { text: 'No' }], key: 'yes_no.false' }],
    ['True or False', either('true_false'), { type: 'true-false', key: false }],
    [
      'gaps, each of which counts',
      blanks(true),
      {
        type: 'cloze',
        text: 'What is {{a}} or {{b}}?',
        gaps: [{ key: [{ text: 'x' }] }, { key: [{ text: 'y' }] }],
      },
    ],
    ['gaps that count together', blanks(false), { type: 'cloze', marking: { rule: 'all-or-nothing' } }],
    [
      'an order, each place of which counts',
      ordered(true),
      { key: ['b', 'a', 'c'], marking: { rule: 'absolute-position' } },
    ],
    [
      'an order that counts as one',
      ordered(false),
      { key: ['b', 'a', 'c'], marking: { rule: 'all-or-nothing' } },
    ],
    [
      'files beside its text',
      essay('Essay').replace(
        '</mat_formattedtext></mat_extension></material></flow>',
        '</mat_formattedtext></mat_extension></material></flow><flow class="FILE_BLOCK"><material><matapplication label="Map" uri="a/map.png"/><mataudio uri="a.mp3"/></material></flow>',
      ),
      {
        media: [
          { type: 'image', src: 'a/map.png', alt: 'Map' },
          { type: 'audio', src: 'a.mp3' },
        ],
      },
    ],
    [
      'one choice, of which parts of the points are given',
      pick(
        'Multiple Choice',
        'Single',
        correct(is('a')) + incorrect + share('a', '100') + share('b', '25') + share('c', '0'),
        true,
      ),
      { key: 'a', points: 4, marking: { rule: 'fractions', fractions: { a: 1, b: 0.25 } } },
    ],
    [
      'one choice, whose parts are not given',
      pick(
        'Multiple Choice',
        'Single',
        correct(is('a')) + incorrect + share('a', '100') + share('b', '25'),
        false,
        both + feedback('b', 'Nearly.'),
      ),
      { key: 'a', points: 4, choices: [{ id: 'a' }, { id: 'b', feedback: 'Nearly.' }, { id: 'c' }] },
    ],
    [
      'several choices, each with its part',
      pick(
        'Multiple Answer',
        'Multiple',
        correct(`<and>${is('a')}${is('b')}<not>${is('c')}</not></and>`) +
          incorrect +
          share('a', '75') +
          share('b', '25') +
          share('c', '-50'),
        true,
      ),
      { key: ['a', 'b'], points: 4 },
    ],
  ])('is read with %s', (_, xml, expected) => {
    const { bank, report } = readQti12(xml)
    expect(report.map(({ fate, message }) => [fate, message])).toEqual([['kept', 'Kept.']])
    expect(bank?.questions[0]).toMatchObject(expected)
  })

  it('gives several choices the points that Blackboard gives them', () => {
    const rules =
      correct(`<and>${is('a')}${is('b')}<not>${is('c')}</not></and>`) +
      incorrect +
      share('a', '75') +
      share('b', '25') +
      share('c', '-50')
    const points = (partial: boolean, ...ids: readonly string[]) => {
      const [question] = readQti12(pick('Multiple Answer', 'Multiple', rules, partial)).bank?.questions ?? []
      return question && scoreResponse(question, ids).score.raw
    }
    expect([points(true, 'a'), points(true, 'a', 'b'), points(true, 'a', 'c'), points(true, 'c')]).toEqual([
      3, 4, 1, 0,
    ])
    expect([points(false, 'a'), points(false, 'a', 'b'), points(false, 'a', 'b', 'c')]).toEqual([0, 4, 0])
  })

  it('names a file that can’t be shown', () => {
    const xml = essay('Essay').replace(
      '<mat_formattedtext',
      '<matapplication uri="a.pdf"/><mat_formattedtext',
    )
    expect(readQti12(xml).report).toMatchObject([
      { code: 'markup-lost', message: expect.stringContaining('object') },
    ])
  })

  it.each(['File Upload', 'Hot Spot', 'Quiz Bowl', 'Calculated'])(
    'is named where it is of the kind %s',
    kind =>
      expect(readQti12(essay(kind)).report).toMatchObject([
        { fate: 'dropped', kind, code: 'unsupported-kind' },
      ]),
  )
})
