import { describe, expect, it } from 'vitest'
import { scoreResponse } from '../../index.js'
import { readQti } from './index.js'

const declare = (id: string, cardinality: string, type: string, right: readonly string[]) =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${type}"><correctResponse>${right.map(value => `<value>${value}</value>`).join('')}</correctResponse></responseDeclaration>`
const item = (declared: string, body: string, rules: string) =>
  `<assessmentItem identifier="one" xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1">${declared}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody>${body}</itemBody><responseProcessing>${rules}</responseProcessing></assessmentItem>`
const variable = (id: string) => `<variable identifier="${id}"/>`
const add = (points: number) =>
  `<setOutcomeValue identifier="SCORE"><sum>${variable('SCORE')}<baseValue baseType="float">${points}</baseValue></sum></setOutcomeValue>`
const when = (condition: string, points = 1) =>
  `<responseCondition><responseIf>${condition}${add(points)}</responseIf></responseCondition>`
const isRight = (id: string) => `<match>${variable(id)}<correct identifier="${id}"/></match>`
const entry = (id: string) => `<textEntryInteraction responseIdentifier="${id}"/>`
const choice = (id: string) =>
  `<choiceInteraction responseIdentifier="${id}" maxChoices="1"><prompt>${id}?</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice></choiceInteraction>`
const two = declare('X', 'single', 'string', ['red']) + declare('Y', 'single', 'integer', ['4'])
const both = `<p>It is ${entry('X')} and ${entry('Y')}.</p>`
const R = 'RESPONSE'
const mapsWhole = `<setOutcomeValue identifier="SCORE"><mapResponse identifier="${R}"/></setOutcomeValue>`
const base = (id: string) => `<baseValue baseType="identifier">${id}</baseValue>`
const twelve = Array.from({ length: 12 }, (_, at) => `C${at}`)
const many = `<choiceInteraction responseIdentifier="${R}" maxChoices="0">${twelve.map(id => `<simpleChoice identifier="${id}">${id}</simpleChoice>`).join('')}</choiceInteraction>`
/** What is right, and half a point for the last of ten lists that are named. */
const lastOfTen = (holder: 'multiple' | 'ordered', type: string, listAt: (at: number) => readonly string[]) =>
  when(isRight(R)) +
  Array.from({ length: 10 }, (_, at) => {
    const values = listAt(at).map(value => `<baseValue baseType="${type}">${value}</baseValue>`)
    return when(`<match>${variable(R)}<${holder}>${values.join('')}</${holder}></match>`, at < 9 ? 0 : 0.5)
  }).join('')
const mapOf = (
  id: string,
  cardinality: string,
  type: string,
  map: { readonly [key: string]: number },
  right: readonly string[] = [],
) =>
  declare(id, cardinality, type, right).replace(
    '</responseDeclaration>',
    `<mapping defaultValue="0">${Object.entries(map)
      .map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
      .join('')}</mapping></responseDeclaration>`,
  )

describe('rules that are written out', () => {
  it.each<[string, string, readonly (readonly [unknown, number])[]]>([
    [
      'gaps that add up',
      item(two, both, when(isRight('X')) + when(isRight('Y'), 2)),
      [
        [{ X: 'red' }, 1],
        [{ X: 'blue', Y: '4' }, 2],
        [{ X: 'red', Y: '4' }, 3],
      ],
    ],
    [
      'gaps of which all have to be right',
      item(two, both, when(`<and>${isRight('X')}${isRight('Y')}</and>`)),
      [
        [{ X: 'red', Y: '5' }, 0],
        [{ X: 'red', Y: '4' }, 1],
      ],
    ],
    [
      'a number that may be off',
      item(
        declare(R, 'single', 'float', ['2.5']),
        `<p>${entry(R)}</p>`,
        when(
          `<equal toleranceMode="absolute" tolerance="0.1 0.1">${variable(R)}<correct identifier="${R}"/></equal>`,
        ),
      ),
      [
        ['2.6', 1],
        ['2.7', 0],
      ],
    ],
    [
      'a part of a text',
      item(
        declare(R, 'single', 'string', ['fox']),
        `<p>${entry(R)}</p>`,
        when(
          `<stringMatch caseSensitive="false" substring="true">${variable(R)}<correct identifier="${R}"/></stringMatch>`,
        ),
      ),
      [
        ['A red Fox', 1],
        ['fo x', 0],
      ],
    ],
    [
      'things put into gaps',
      item(
        declare(R, 'multiple', 'directedPair', ['A G1', 'B G2']),
        `<gapMatchInteraction responseIdentifier="${R}"><gapText identifier="A" matchMax="1">a</gapText><gapText identifier="B" matchMax="1">b</gapText><p>First <gap identifier="G1"/>, then <gap identifier="G2"/>.</p></gapMatchInteraction>`,
        when(isRight(R)),
      ),
      [
        [{ G1: 'A', G2: 'B' }, 1],
        [{ G1: 'A' }, 0],
      ],
    ],
    [
      'things put to one another, either way round',
      item(
        declare(R, 'multiple', 'pair', ['A B', 'C D']),
        `<associateInteraction responseIdentifier="${R}">${['A', 'B', 'C', 'D'].map(id => `<simpleAssociableChoice identifier="${id}" matchMax="1">${id}</simpleAssociableChoice>`).join('')}</associateInteraction>`,
        when(isRight(R)),
      ),
      [
        [{ B: 'A', C: 'D' }, 1],
        [{ A: 'C', B: 'D' }, 0],
      ],
    ],
    [
      'a place on a scale',
      item(
        declare(R, 'single', 'integer', ['7']),
        `<sliderInteraction responseIdentifier="${R}" lowerBound="0" upperBound="10"/>`,
        when(isRight(R)),
      ),
      [
        ['7', 1],
        ['8', 0],
      ],
    ],
    [
      'gaps of which all have to be right, where a map says what fits',
      item(
        mapOf('X', 'single', 'string', { red: 1, crimson: 1 }) + mapOf('Y', 'single', 'string', { blue: 1 }),
        both,
        `<responseCondition><responseIf><gte><sum><mapResponse identifier="X"/><mapResponse identifier="Y"/></sum><baseValue baseType="float">2</baseValue></gte>${add(1)}</responseIf></responseCondition>`,
      ),
      [
        [{ X: 'crimson', Y: 'blue' }, 1],
        [{ X: 'red' }, 0],
      ],
    ],
    [
      'what is left of an interaction that was deleted',
      item(declare('X', 'single', 'identifier', ['A']), choice('X'), when(isRight('X')) + when(isRight('Z'))),
      [
        ['A', 1],
        ['B', 0],
      ],
    ],
    [
      'one very set of many',
      item(
        `<responseDeclaration identifier="${R}" cardinality="multiple" baseType="identifier"/>`,
        many,
        when(`<match>${variable(R)}<multiple>${['C2', 'C5', 'C7'].map(base).join('')}</multiple></match>`),
      ),
      [
        [['C2', 'C5', 'C7'], 1],
        [['C2', 'C5'], 0],
      ],
    ],
    [
      'pairs of which not all that earn something can be had at once',
      item(
        mapOf(R, 'multiple', 'directedPair', { 'A X': 2, 'A Y': 1, 'B X': 1 }, ['A X']),
        `<matchInteraction responseIdentifier="${R}">${['AB', 'XY'].map(set => `<simpleMatchSet>${[...set].map(id => `<simpleAssociableChoice identifier="${id}" matchMax="0">${id}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`).join('')}</matchInteraction>`,
        mapsWhole,
      ),
      [
        [{ A: 'X', B: 'X' }, 3],
        [{ A: 'Y' }, 1],
      ],
    ],
    [
      'pairs of which one thing could be in two',
      item(
        declare(R, 'multiple', 'pair', ['A B', 'C D']),
        `<associateInteraction responseIdentifier="${R}">${['A', 'B', 'C', 'D'].map(id => `<simpleAssociableChoice identifier="${id}" matchMax="2">${id}</simpleAssociableChoice>`).join('')}</associateInteraction>`,
        when(isRight(R)),
      ),
      [[{ B: 'A', C: 'D' }, 1]],
    ],
    [
      'a choice in the running text, of which several earn something',
      item(
        mapOf(R, 'single', 'identifier', { A: 1, B: 0.5 }),
        `<p>It is <inlineChoiceInteraction responseIdentifier="${R}"><inlineChoice identifier="A">a</inlineChoice><inlineChoice identifier="B">b</inlineChoice></inlineChoiceInteraction>.</p>`,
        mapsWhole,
      ),
      [
        ['A', 1],
        ['B', 0.5],
      ],
    ],
    [
      'a map of which the most is far from what is said to be right',
      item(
        mapOf(R, 'multiple', 'identifier', { C1: 3, C3: 1, C6: 0.5, C9: -1 }, ['C0', 'C1']),
        many,
        mapsWhole,
      ),
      [
        [['C1', 'C3', 'C6'], 4.5],
        [['C1', 'C3'], 4],
        [['C0', 'C1'], 3],
        [['C9'], -1],
      ],
    ],
    [
      'a map of pairs of which the most is far from what is said to be right',
      item(
        mapOf(R, 'multiple', 'directedPair', { 'A X': 1, 'B X': 1, 'C W': 0.5, 'B Y': 1 }, [
          'A Z',
          'B Y',
          'C X',
          'D Z',
        ]),
        `<matchInteraction responseIdentifier="${R}">${['ABCD', 'WXYZ'].map((set, at) => `<simpleMatchSet>${[...set].map(id => `<simpleAssociableChoice identifier="${id}" matchMax="${1 - at}">${id}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`).join('')}</matchInteraction>`,
        mapsWhole,
      ),
      [
        [{ A: 'X', B: 'X', C: 'W' }, 2.5],
        [{ A: 'X', B: 'X' }, 2],
      ],
    ],
    [
      'things put into gaps, where what is wrong costs more than nothing',
      item(
        mapOf(R, 'multiple', 'directedPair', { 'A G1': 1, 'B G2': 1 }, ['A G1', 'B G2']).replace(
          'defaultValue="0"',
          'defaultValue="-1"',
        ),
        `<gapMatchInteraction responseIdentifier="${R}"><gapText identifier="A" matchMax="1">a</gapText><gapText identifier="B" matchMax="1">b</gapText><p>First <gap identifier="G1"/>, then <gap identifier="G2"/>.</p></gapMatchInteraction>`,
        `<setOutcomeValue identifier="SCORE"><product><mapResponse identifier="${R}"/><baseValue baseType="float">0.5</baseValue></product></setOutcomeValue>`,
      ),
      [
        [{ G1: 'A', G2: 'B' }, 1],
        [{ G1: 'A' }, 0.5],
        [{ G1: 'B' }, -0.5],
        [null, -0.5],
      ],
    ],
    [
      'many orders, of which the last earns something, too',
      item(
        declare(R, 'ordered', 'identifier', twelve),
        many.replaceAll('choiceInteraction', 'orderInteraction'),
        lastOfTen('ordered', 'identifier', at =>
          twelve.map((_, place) => `C${((at >> 1) + (at % 2 ? 7 : 5) * place) % 12}`),
        ),
      ),
      [
        [twelve, 1],
        [twelve.map((_, place) => `C${(4 + 7 * place) % 12}`), 0.5],
        [twelve.map((_, place) => `C${(3 + 7 * place) % 12}`), 0],
      ],
    ],
    [
      'a choice beside a film',
      item(
        declare('X', 'single', 'identifier', ['A']),
        `<mediaInteraction responseIdentifier="V"><video><source src="a.webm" type="video/webm"/></video></mediaInteraction>${choice('X')}`,
        when(isRight('X')),
      ),
      [['A', 1]],
    ],
  ])('%s: each response earns what they give', (_, text, expected) => {
    const { bank, report } = readQti(text)
    const question = bank?.questions[0]
    if (!question) throw new Error(JSON.stringify(report))
    for (const [response, points] of expected)
      expect(scoreResponse(question, response).score.raw).toBeCloseTo(points)
  })

  it('that give the most for what is not said to be right have it alone for their key', () => {
    const map = mapOf(R, 'multiple', 'identifier', { C1: 3, C3: 1, C6: 0.5, C9: -1 }, ['C0', 'C1'])
    const [question] = readQti(item(map, many, mapsWhole)).bank?.questions ?? []
    expect(question).toHaveProperty('key', ['C1', 'C3', 'C6'])
  })

  const pair = declare('X', 'single', 'identifier', ['A']) + declare('Y', 'single', 'identifier', ['B'])

  it('of several interactions that add up give a question each', () => {
    const { bank, report } = readQti(
      item(pair, choice('X') + choice('Y'), when(isRight('X')) + when(isRight('Y'), 2)),
    )
    expect(bank?.questions.map(({ id, points = 1 }) => [id, points])).toEqual([
      ['one-X', 1],
      ['one-Y', 2],
    ])
    expect(report.every(({ fate }) => fate === 'changed')).toBe(true)
  })

  it.each([
    [
      'several interactions that count together',
      item(pair, choice('X') + choice('Y'), when(`<and>${isRight('X')}${isRight('Y')}</and>`)),
    ],
    [
      'several interactions that add up but for two that are wrong',
      item(
        pair,
        choice('X') + choice('Y'),
        when(isRight('X')) +
          when(isRight('Y')) +
          when(
            `<and><match>${variable('X')}${base('B')}</match><match>${variable('Y')}${base('A')}</match></and>`,
            0.5,
          ),
      ),
    ],
    [
      'several interactions that add up but for a set and a choice together',
      item(
        declare(R, 'multiple', 'identifier', ['C1']) + declare('X', 'single', 'identifier', ['A']),
        many + choice('X'),
        when(isRight(R)) +
          when(isRight('X')) +
          when(
            `<and><match>${variable(R)}<multiple>${['C2', 'C5', 'C7'].map(base).join('')}</multiple></match><match>${variable('X')}${base('B')}</match></and>`,
            0.5,
          ),
      ),
    ],
    [
      'gaps that add up but for three that are wrong together',
      item(
        two + declare('Z', 'single', 'string', ['up']),
        `<p>It is ${entry('X')}, ${entry('Y')} and ${entry('Z')}.</p>`,
        when(isRight('X')) +
          when(isRight('Y')) +
          when(isRight('Z')) +
          when(
            `<and>${[
              ['X', 'string', 'blue'],
              ['Y', 'integer', '5'],
              ['Z', 'string', 'down'],
            ]
              .map(
                ([id = '', type, value]) =>
                  `<match>${variable(id)}<baseValue baseType="${type}">${value}</baseValue></match>`,
              )
              .join('')}</and>`,
            0.5,
          ),
      ),
    ],
    [
      'an operator that is not known',
      item(two, both, when(`<customOperator>${variable('X')}</customOperator>`)),
    ],
    [
      'rules that give points for one set beside the key',
      item(
        declare(R, 'multiple', 'identifier', ['C1']),
        many,
        when(isRight(R)) +
          when(
            `<match>${variable(R)}<multiple>${['C2', 'C5', 'C7'].map(base).join('')}</multiple></match>`,
            0.5,
          ),
      ),
    ],
    [
      'rules that give points for the last of many sets',
      item(
        declare(R, 'multiple', 'identifier', ['C1']),
        many,
        lastOfTen('multiple', 'identifier', at => [0, 3, 5, 8].map(step => `C${(at + step) % 12}`)),
      ),
    ],
    [
      'rules that give points for the last of many ways to pair',
      item(
        declare(
          R,
          'multiple',
          'directedPair',
          [...'ABCDEF'].map((id, at) => `${id} ${'UVWXYZ'[at]}`),
        ),
        `<matchInteraction responseIdentifier="${R}">${['ABCDEF', 'UVWXYZ'].map((set, at) => `<simpleMatchSet>${[...set].map(id => `<simpleAssociableChoice identifier="${id}" matchMax="${1 - at}">${id}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`).join('')}</matchInteraction>`,
        lastOfTen('multiple', 'directedPair', at =>
          [...'ABCDEF'].map((id, place) => `${id} ${'UVWXYZ'[(at + place * (1 + (at % 5)) + 1) % 6]}`),
        ),
      ),
    ],
    [
      'rules that give points for the last of many ways to put things to one another',
      item(
        declare(R, 'multiple', 'pair', ['C0 C1', 'C2 C3', 'C4 C5', 'C6 C7', 'C8 C9', 'C10 C11']),
        `<associateInteraction responseIdentifier="${R}">${twelve.map(id => `<simpleAssociableChoice identifier="${id}" matchMax="1">${id}</simpleAssociableChoice>`).join('')}</associateInteraction>`,
        lastOfTen('multiple', 'pair', at =>
          [0, 1, 2, 3, 4, 5].map(place => `C${place} C${6 + ((at + place) % 6)}`),
        ),
      ),
    ],
    [
      'rules that name more numbers than can be tried',
      item(
        declare(R, 'single', 'integer', ['0']),
        entry(R),
        Array.from({ length: 450 }, (_, at) =>
          when(
            `<equal toleranceMode="exact">${variable(R)}<baseValue baseType="integer">${at * 10}</baseValue></equal>`,
          ),
        ).join(''),
      ),
    ],
    [
      'rules that count more than a few',
      item(
        declare(R, 'multiple', 'identifier', ['C1']),
        many,
        when(isRight(R)) +
          when(
            `<gt><containerSize>${variable(R)}</containerSize><baseValue baseType="integer">9</baseValue></gt>`,
            0.5,
          ),
      ),
    ],
    [
      'a film whose plays are counted',
      item(
        declare('X', 'single', 'identifier', ['A']),
        `<mediaInteraction responseIdentifier="V"/>${choice('X')}`,
        when(`<and>${isRight('X')}<isNull>${variable('V')}</isNull></and>`),
      ),
    ],
    [
      'rules that count tries',
      item(pair, choice('X'), when(`<lt>${variable('numAttempts')}${base('2')}</lt>`)),
    ],
    ['rules that give nothing', item(declare('X', 'single', 'identifier', ['A']), choice('X'), add(0))],
  ])('%s: named, and no question comes of it', (_, text) => {
    const { bank, report } = readQti(text)
    expect(bank).toBeNull()
    expect(report).toEqual([expect.objectContaining({ fate: 'dropped', line: 1 })])
  })
})
