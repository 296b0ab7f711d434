import { describe, expect, it } from 'vitest'
import { checkBank } from '../../bank/index.js'
import { readMoodleXml } from './index.js'

const quiz = (type: string, inside: string) =>
  `<quiz><question type="${type}"><name><text>One</text></name><questiontext format="html"><text><![CDATA[<p>Where <b>was</b> it?</p>]]></text></questiontext>${inside}</question></quiz>`
const answer = (fraction: number, text: string, more = '') =>
  `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`
const said = (text: string) => `<feedback><text>${text}</text></feedback>`
const cloze = (text: string) =>
  `<quiz><question type="cloze"><name><text>One</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext></question></quiz>`

describe('kinds of Moodle XML', () => {
  it.each<[string, string, object]>([
    [
      'one right choice, with all kinds of feedback',
      quiz(
        'multichoice',
        `<single>true</single><shuffleanswers>0</shuffleanswers><defaultgrade>2</defaultgrade><penalty>0.25</penalty>
         ${answer(100, 'Vilnius', said('Yes.'))}${answer(0, 'Riga', said('No.'))}
         <generalfeedback><text>See 1.</text></generalfeedback><correctfeedback><text>Right.</text></correctfeedback>
         <partiallycorrectfeedback><text>In part.</text></partiallycorrectfeedback>
         <incorrectfeedback><text>Wrong.</text></incorrectfeedback>
         <hint format="html"><text>Baltic.</text></hint><tags><tag><text>nato</text></tag></tags>`,
      ),
      {
        id: 'One',
        type: 'single-choice',
        stem: 'Where **was** it?',
        choices: [
          { id: 'a', text: 'Vilnius', feedback: 'Yes.' },
          { id: 'b', text: 'Riga', feedback: 'No.' },
        ],
        key: 'a',
        shuffle: false,
        points: 2,
        penalty: 0.25,
        hints: [{ text: 'Baltic.' }],
        tags: ['nato'],
        feedback: { general: 'See 1.', correct: 'Right.', partial: 'In part.', incorrect: 'Wrong.' },
      },
    ],
    [
      'several right choices; thirds are whole',
      quiz(
        'multichoice',
        `<single>false</single>${answer(33.333, 'A')}${answer(66.66667, 'B')}${answer(-50, 'C')}`,
      ),
      {
        type: 'multiple-response',
        key: ['a', 'b'],
        marking: { rule: 'fractions', fractions: { a: 1 / 3, b: 2 / 3, c: -0.5 } },
      },
    ],
    [
      'the several choices of the Open University',
      quiz('oumultiresponse', `${answer(100, 'A')}${answer(100, 'B')}${answer(0, 'C')}`),
      { type: 'multiple-response', key: ['a', 'b'], marking: { rule: 'capped' } },
    ],
    [
      'several choices, all or nothing',
      quiz('multichoiceset', `${answer(100, 'A')}${answer(100, 'B')}${answer(0, 'C')}`),
      { type: 'multiple-response', key: ['a', 'b'], marking: { rule: 'all-or-nothing' } },
    ],
    [
      'a claim',
      quiz('truefalse', `${answer(0, 'true', said('Not so.'))}${answer(100, 'false')}`),
      { type: 'true-false', key: false, choiceFeedback: { true: 'Not so.' } },
    ],
    [
      'a claim in another language',
      quiz('truefalse', `${answer(100, 'Vrai')}${answer(0, 'Faux')}`),
      { type: 'true-false', key: true },
    ],
    [
      'texts',
      quiz(
        'shortanswer',
        `<usecase>1</usecase>${answer(100, 'Vilnius')}${answer(50, 'Viln*')}${answer(50, 'a\\*b')}${answer(0, '*', said('No.'))}`,
      ),
      {
        type: 'short-answer',
        match: { case: true },
        key: [
          { text: 'Vilnius' },
          { text: 'Viln*', wildcard: true, fraction: 0.5 },
          { text: 'a*b', fraction: 0.5 },
        ],
        feedback: { incorrect: 'No.' },
      },
    ],
    [
      'a number with units',
      quiz(
        'numerical',
        `${answer(100, '1.5', '<tolerance>0.1</tolerance>')}<unitgradingtype>2</unitgradingtype><unitpenalty>0.2</unitpenalty>
         <units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>`,
      ),
      {
        type: 'numeric',
        key: [{ value: 1.5, tolerance: 0.1 }],
        units: [{ unit: 'm' }, { unit: 'cm', factor: 100 }],
        unitPenalty: { share: 0.2, of: 'maximum' },
      },
    ],
    [
      'numbers as people type them',
      quiz(
        'numerical',
        `${answer(100, '1 234,5', '<tolerance>0,05</tolerance>')}${answer(50, '1,234.5')}${answer(25, '1,234,567')}
         <units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>0,1</multiplier><unit_name>dam</unit_name></unit></units>`,
      ),
      {
        key: [
          { value: 1234.5, tolerance: 0.05 },
          { value: 1234.5, fraction: 0.5 },
          { value: 1234567, fraction: 0.25 },
        ],
        units: [{ unit: 'm' }, { unit: 'dam', factor: 0.1 }],
      },
    ],
    [
      'pairs, one choice to spare',
      quiz(
        'matching',
        ['A|x', 'B|y', '|z']
          .map(pair => pair.split('|'))
          .map(
            ([left, right]) =>
              `<subquestion><text>${left}</text><answer><text>${right}</text></answer></subquestion>`,
          )
          .join(''),
      ),
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
    [
      'pairs whose right sides are HTML',
      quiz(
        'matching',
        ['&lt;p&gt;x &amp;amp; y&lt;/p&gt;', '&lt;b&gt;']
          .map(right => `<subquestion><text>A</text><answer><text>${right}</text></answer></subquestion>`)
          .join(''),
      ),
      {
        choices: [
          { id: 'a', text: 'x & y' },
          { id: 'b', text: '<b>' },
        ],
      },
    ],
    [
      'an essay',
      quiz('essay', '<minwordlimit>30</minwordlimit><maxwordlimit>120</maxwordlimit>'),
      { type: 'essay', words: { min: 30, max: 120 } },
    ],
    [
      'an order',
      quiz(
        'ordering',
        `<gradingtype>LONGEST_ORDERED_SUBSET</gradingtype>${answer(1, 'one')}${answer(2, 'two')}`,
      ),
      { type: 'ordering', key: ['a', 'b'], marking: { rule: 'longest-ordered' } },
    ],
    ...(
      [
        ['relative_to_correct', 'distance'],
        ['RELATIVE', 'next-excluding-last'],
        ['', 'next-excluding-last'],
      ] as const
    ).map(([grading, rule]): [string, string, object] => [
      `an order whose grading is '${grading}'`,
      quiz('ordering', `<gradingtype>${grading}</gradingtype>${answer(1, 'one')}${answer(2, 'two')}`),
      { type: 'ordering', marking: { rule } },
    ]),
    [
      'gaps of all types',
      cloze(
        '<p>Fill in.</p><p>{1:SA:=Vilnius#Yes.~%50%Viln*} in {2:NUMERICAL:=2023:1~%50%2022} with {:MCV:Oslo#No.~%100%Riga} {1:SAC:=NATO}.</p>',
      ),
      {
        type: 'cloze',
        stem: 'Fill in.',
        text: '{{gap1}} in {{gap2}} with {{gap3}} {{gap4}}.',
        points: 5,
        gaps: [
          {
            id: 'gap1',
            type: 'text',
            key: [
              { text: 'Vilnius', feedback: 'Yes.' },
              { text: 'Viln*', wildcard: true, fraction: 0.5 },
            ],
          },
          {
            id: 'gap2',
            type: 'numeric',
            weight: 2,
            key: [
              { value: 2023, tolerance: 1 },
              { value: 2022, fraction: 0.5 },
            ],
          },
          {
            id: 'gap3',
            type: 'choice',
            choices: [
              { id: 'a', text: 'Oslo', feedback: 'No.' },
              { id: 'b', text: 'Riga' },
            ],
            key: 'b',
          },
          { id: 'gap4', type: 'text', key: [{ text: 'NATO' }], match: { case: true } },
        ],
      },
    ],
    [
      'gaps whose answers have a sign before the first or behind the last',
      cloze('{1:MC:~Oslo~=Riga~} {1:NM:~=5}'),
      {
        gaps: [
          {
            choices: [
              { id: 'a', text: 'Oslo' },
              { id: 'b', text: 'Riga' },
            ],
            key: 'b',
          },
          { key: [{ value: 5 }] },
        ],
      },
    ],
    [
      'escaped signs and entities in gaps',
      cloze('{1:SA:=a\\}b\\#c~%50%caf&eacute;~%50%x &amp;lt; y} {{here}}'),
      {
        text: '{{gap1}} { {here} }',
        gaps: [
          { key: [{ text: 'a}b#c' }, { text: 'café', fraction: 0.5 }, { text: 'x &lt; y', fraction: 0.5 }] },
        ],
      },
    ],
    [
      'words to select',
      `<quiz><question type="gapselect"><name><text>One</text></name><questiontext format="html"><text>In [[3]].</text></questiontext>
       ${['A', '', 'B'].map(word => `<selectoption><text>${word}</text><group>1</group></selectoption>`).join('')}</question></quiz>`,
      {
        type: 'cloze',
        text: 'In {{gap1}}.',
        gaps: [{ choices: [{ id: 'a' }, { id: 'c', text: 'B' }], key: 'c' }],
      },
    ],
    [
      'a gap with one word as text, and the others as gaps',
      `<quiz><question type="ddwtos"><name><text>One</text></name><questiontext format="html"><text>In [[1]], [[3]].</text></questiontext>
       ${['A', 'B', 'C'].map((word, at) => `<dragbox><text>${word}</text><group>${at === 2 ? 2 : 1}</group></dragbox>`).join('')}</question></quiz>`,
      { type: 'cloze', text: 'In {{gap1}}, C.', gaps: [{ choices: [{ id: 'a' }, { id: 'b' }], key: 'a' }] },
    ],
    [
      'a cloze gap with one choice as text, and the others as gaps',
      cloze('{1:MC:=A} and {2:MC:=B~C}'),
      { type: 'cloze', text: 'A and {{gap1}}', points: 2, gaps: [{ key: 'a' }] },
    ],
    [
      'choices in their order, where nothing is said of shuffling, as Moodle has it',
      quiz('multichoice', `${answer(100, 'A')}${answer(0, 'B')}`),
      { type: 'single-choice', shuffle: false },
    ],
  ])('reads %s', (_, xml, question) => {
    const { bank } = readMoodleXml(xml)
    expect(bank?.questions[0]).toMatchObject(question)
    expect(checkBank(bank).issues).toEqual([])
  })
})
