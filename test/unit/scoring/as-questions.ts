import type { Circumstances, MarkingRules, Question } from '../../../src/index.js'
import { moodleCertainty } from '../../../src/index.js'

/** A case from another system: what was right, what was answered, what it must score. */
export interface Case {
  readonly id: string
  readonly system: string
  readonly question_type: string
  readonly rule: string
  readonly key: unknown
  readonly response: unknown
  readonly expected_fraction_or_mark: number | string
  readonly max: number | null
}

/** The same in this library's terms. */
export interface Scorable {
  readonly question: object
  readonly response: unknown
  readonly rules?: MarkingRules
  readonly circumstances?: Circumstances
}

// biome-ignore lint/suspicious/noExplicitAny: each system writes its key in a way of its own
type Loose = any
type Adapter = (key: Loose, response: Loose, one: Case) => Scorable | null

const common = { id: 'case', stem: 'Which?' }
const listed = (ids: readonly (string | number)[]) =>
  ids.map(id => ({ id: String(id), text: `Choice ${id}` }))
const strings = (ids: readonly (string | number)[]) => ids.map(String)

const several = (
  ids: readonly (string | number)[],
  key: readonly (string | number)[],
  rule: string,
  more = {},
) => ({
  ...common,
  type: 'multiple-response',
  choices: listed(ids),
  key: strings(key),
  marking: { rule, ...more },
})

const mapOf = ({ map, default: fallback, lower, upper }: Loose, more = {}) => ({
  rule: 'map',
  map,
  ...(fallback !== undefined && { default: fallback }),
  ...(lower !== undefined && { lower }),
  ...(upper !== undefined && { upper }),
  ...more,
})

const order =
  (rule: string): Adapter =>
  (key, response) => {
    const named = (ids: readonly string[]) => {
      const seen = new Map<string, number>()
      return ids.map(id => {
        const nth = (seen.get(id) ?? 0) + 1
        seen.set(id, nth)
        return nth === 1 ? id : `${id}${nth}`
      })
    }
    const items = named(key).map((id, index) => ({ id, text: key[index] }))
    return {
      question: { ...common, type: 'ordering', items, key: named(key), marking: { rule } },
      response: named(response),
    }
  }

const pairs = (
  key: { [source: string]: string },
  response: { [source: string]: string },
  rule = 'per-part',
) => ({
  question: {
    ...common,
    type: 'matching',
    prompts: listed(Object.keys(key)),
    choices: listed([...new Set([...Object.values(key), ...Object.values(response), 'other'])]),
    key,
    marking: { rule },
  },
  response,
})

const gap = (id: string, text: string, weight = 1) => ({ id, type: 'text', weight, key: [{ text }] })
const gapsOf = (texts: readonly string[], weights: readonly number[] = []) => ({
  ...common,
  type: 'cloze',
  text: texts.map((_, index) => `{{g${index}}}`).join(' '),
  gaps: texts.map((text, index) => gap(`g${index}`, text, weights[index])),
})
const filled = (texts: readonly (string | null)[]) =>
  Object.fromEntries(texts.map((text, index) => [`g${index}`, text]))

const text = (key: readonly object[], match: object = {}) => ({ ...common, type: 'short-answer', key, match })
const number = (more: object) => ({ ...common, type: 'numeric', ...more })

/** Parts that were right or wrong try by try, as choices of gaps. */
const partsOverTries = (histories: readonly (readonly number[])[], penalty: number): Scorable => {
  const question = {
    ...common,
    type: 'cloze',
    text: histories.map((_, index) => `{{g${index}}}`).join(' '),
    gaps: histories.map((_, index) => ({
      id: `g${index}`,
      type: 'choice',
      choices: listed(['r', 'w']),
      key: 'r',
    })),
  }
  const tries = (histories[0] ?? []).map((_, at) =>
    Object.fromEntries(histories.map((history, index) => [`g${index}`, history[at] ? 'r' : 'w'])),
  )
  return {
    question,
    response: tries.at(-1),
    rules: { triesRule: 'count-back', penalty },
    circumstances: { earlier: tries.slice(0, -1) },
  }
}

/** From the words of a rule to a question of ours: the first whose pattern fits the case's system, kind and rule. */
const adapters: readonly (readonly [pattern: RegExp, adapt: Adapter])[] = [
  [
    /^Moodle multichoice-single/,
    (key, response) => {
      const right = Object.keys(key).find(id => key[id] === 1)
      return {
        question: {
          ...common,
          type: 'single-choice',
          choices: listed(Object.keys(key)),
          key: right,
          marking: { rule: 'fractions', fractions: key },
        },
        response,
      }
    },
  ],
  [
    /^Moodle multichoice-multi/,
    (key, response) => ({
      question: several(
        Object.keys(key),
        Object.keys(key).filter(id => key[id] > 0),
        'fractions',
        { fractions: key },
      ),
      response,
    }),
  ],
  [
    /^Moodle-OU multichoice-multi max/,
    ({ options, correct }, response) => ({ question: several(options, correct, 'capped'), response }),
  ],
  [
    /^Moodle-OU multichoice-multi \/ (\d) tries/,
    ({ correct_flags: flags }, response, { rule }) => {
      const ids = flags.map((_: number, index: number) => `c${index}`)
      const histories: readonly string[] = Object.values(response)[0] as string[]
      const tries = [...(histories[0] ?? '')].map((_, at) =>
        ids.filter((_: string, index: number) => histories[index]?.[at] === '1'),
      )
      return {
        question: several(
          ids,
          ids.filter((_: string, index: number) => flags[index] === 1),
          'capped',
        ),
        response: tries.at(-1),
        rules: { triesRule: 'count-back', penalty: Number(/penalty ([\d.]+)/.exec(rule)?.[1]) },
        circumstances: { earlier: tries.slice(0, -1) },
      }
    },
  ],
  [/^Moodle match right/, (key, response) => pairs(key, response)],
  [
    /^Moodle match \/ interactive/,
    ({ penalty }, response) => partsOverTries(Object.values(response)[0] as number[][], penalty),
  ],
  [
    /^Moodle drag words/,
    (key, response) =>
      pairs(
        stringified(key),
        stringified(Object.fromEntries(Object.keys(key).map((id, index) => [id, response[index]]))),
      ),
  ],
  [/^Moodle ordering .*all-or-nothing/, order('all-or-nothing')],
  [/^Moodle ordering .*absolute position/, order('absolute-position')],
  [/^Moodle ordering .*last excluded/, order('next-excluding-last')],
  [/^Moodle ordering .*last included/, order('next-including-last')],
  [/^Moodle ordering .*one previous and next/, order('one-previous-next')],
  [/^Moodle ordering .*all previous and next/, order('all-previous-next')],
  [/^Moodle ordering .*longest ordered/, order('longest-ordered')],
  [/^Moodle ordering .*longest contiguous/, order('longest-contiguous')],
  [/^Moodle ordering .*correct position/, order('distance')],
  [
    /^Moodle numerical with graded unit/,
    ({ answer, units, unit_penalty: share }, response) => ({
      question: number({ key: [{ value: answer }], units: unitsOf(units), unitPenalty: { share } }),
      response,
    }),
  ],
  [
    /^Moodle numerical with unit select/,
    ({ answers, units, unit_penalty: share }, response) => ({
      question: number({
        key: answers.map((answer: object) => {
          const [value, tolerance] = (Object.keys(answer)[0] ?? '').split(' +-').map(Number)
          return { value, tolerance, fraction: Object.values(answer)[0] }
        }),
        units: unitsOf(units),
        unitPenalty: { share },
      }),
      response,
    }),
  ],
  [
    /^Moodle numerical, unit before/,
    ({ answer }, response) => ({
      question: number({
        key: [{ value: answer }],
        units: [{ unit: '$', before: true }],
        unitPenalty: { share: 0.2, of: 'maximum' },
      }),
      response,
    }),
  ],
  [
    /^Moodle numerical tolerance/,
    ({ answer, tolerance }, response, { rule }) => ({
      question: number({ key: [{ value: answer, tolerance, toleranceType: rule }] }),
      response,
    }),
  ],
  [
    /^Moodle shortanswer first/,
    (key, response) => ({
      question: text(
        key.map(([pattern, fraction]: [string, number]) => ({ text: pattern, fraction, wildcard: true })),
      ),
      response,
    }),
  ],
  [
    /^Moodle shortanswer wildcard/,
    ({ pattern, mode }, response) => ({
      question: text([{ text: pattern, wildcard: true }], { case: mode === 'case-sensitive' }),
      response,
    }),
  ],
  [
    /^Moodle certainty/,
    ({ raw_fraction: fraction }, { certainty }) => ({
      question: {
        ...common,
        type: 'single-choice',
        choices: listed(['a', 'b', 'c']),
        key: 'b',
        marking: { rule: 'fractions', fractions: { a: fraction, b: 1 } },
      },
      response: 'a',
      rules: { certainty: moodleCertainty },
      circumstances: { certainty },
    }),
  ],
  [
    /^Moodle interactive/,
    ({ penalty }, response) => ({
      question: {
        ...common,
        type: 'single-choice',
        choices: listed(['right', 'wrong', 'other']),
        key: 'right',
      },
      response: response.at(-1),
      rules: { penalty },
      circumstances: { earlier: response.slice(0, -1) },
    }),
  ],
  [
    /^Moodle true\/false/,
    (key, { answer, certainty }) => ({
      question: { ...common, type: 'true-false', key, points: 2 },
      response: answer,
      rules: { certainty: moodleCertainty },
      circumstances: { certainty },
    }),
  ],
  [/^Moodle cloze, 2 parts/, (key, response) => ({ question: gapsOf(key), response: filled(response) })],
  [
    /^Moodle cloze, weights/,
    (key, response) => ({
      question: gapsOf(key, [1, 2]),
      response: filled(response.at(-1)),
      rules: { triesRule: 'count-back', penalty: 0.2 },
      circumstances: { earlier: response.slice(0, -1).map(filled) },
    }),
  ],
  [
    /^QTI-OAT single integer/,
    (key, [response = '']) => ({
      question: { ...text([{ text: '1' }]), marking: mapOf(key, { unanswered: 'default' }) },
      response,
    }),
  ],
  [
    /^QTI-OAT multiple pair/,
    (key, response) => ({
      question: {
        ...common,
        type: 'matching',
        prompts: listed(['A', 'C']),
        choices: listed(['B', 'D']),
        key: { A: 'B', C: 'D' },
        marking: mapOf(key, { unanswered: 'default' }),
      },
      response: Object.fromEntries(response.map((pair: string) => pair.split(' '))),
    }),
  ],
  [
    /^QTI-(OAT|1EdTech|PIE) (multiple identifier|choice multiple)/,
    (key, response) => {
      const ids = [...new Set([...Object.keys(key.map), ...(response ?? [])])]
      return {
        question: {
          ...several(
            ids,
            ids.filter(id => key.map[id] > 0),
            'map',
          ),
          marking: mapOf(key),
        },
        response,
      }
    },
  ],
  [
    /^QTI-OAT single string/,
    (key, response) => ({
      question: { ...text([{ text: 'Correct' }]), match: undefined, marking: mapOf(key) },
      response,
    }),
  ],
  [
    /^QTI-OAT numeric compare/,
    ({ value, mode, figures }, response) => ({
      question: number({
        key: [{ value, rounded: { [mode === 'decimalPlaces' ? 'decimals' : 'significant']: figures } }],
      }),
      response,
    }),
  ],
  [
    /^QTI-Citolab single string .*case-insensitive/,
    (key, response) => {
      const map = Object.fromEntries(
        Object.entries(key.map).map(([entry, worth]) => [entry.replace(/ \(.*/, ''), worth]),
      )
      return {
        question: { ...text([{ text: 'A' }], { case: false }), marking: mapOf({ ...key, map }) },
        response,
      }
    },
  ],
  [
    /^QTI-(Citolab|1EdTech|PIE) (single string|text entry)/,
    (key, response) => ({
      question: {
        ...common,
        type: 'short-answer',
        key: [{ text: 'York' }],
        marking: mapOf(key.map ? key : { map: key }),
      },
      response,
    }),
  ],
  [
    /^QTI-1EdTech gap match/,
    (key, response) => {
      const turned = (pair: string) => pair.split(' ').reverse()
      const map = Object.fromEntries(
        Object.entries(key.map).map(([pair, worth]) => [turned(pair).join(' '), worth]),
      )
      return {
        question: {
          ...common,
          type: 'matching',
          prompts: listed(['G1', 'G2']),
          choices: listed(['W', 'Su', 'Sp']),
          key: { G1: 'W', G2: 'Su' },
          marking: mapOf({ ...key, map }),
        },
        response: Object.fromEntries(response.map(turned)),
      }
    },
  ],
  [
    /^QTI-1EdTech order/,
    (key, response) => ({
      question: {
        ...common,
        type: 'ordering',
        points: 2,
        items: listed(key),
        key,
        marking: { rule: 'listed-orders', orders: [{ order: ['C', 'B', 'A'], fraction: 0.5 }] },
      },
      response,
    }),
  ],
  [
    /^QTI-PIE multiple (directedPair|pair)/,
    (key, response, { question_type: type }) => ({
      question: {
        ...common,
        type: 'matching',
        prompts: listed(['A', 'B']),
        choices: listed(['A', 'B']),
        key: { A: 'B' },
        marking: mapOf(key, type === 'multiple pair' ? { undirected: true } : {}),
      },
      response: Object.fromEntries(response.map((pair: string) => pair.split(' '))),
    }),
  ],
  [
    /^Perseus radio multi/,
    ({ correct, option }, response) => ({
      question: {
        ...several(['1', '2', '3'], correct, 'all-or-nothing'),
        choices: [...listed(['1', '2', '3']), { id: 'none', text: 'None', exclusive: true }],
        ...(option.includes('countChoices') && { choose: { min: correct.length, max: correct.length } }),
      },
      response,
    }),
  ],
  [
    /^Perseus numeric input .*/,
    (key, response) => {
      if (Array.isArray(key))
        return {
          question: number({
            key: [
              { value: 4, fraction: 0 },
              { value: 10, tolerance: 10 },
            ],
          }),
          response,
        }
      const { answer, option } = key
      const tolerance = Number(/maxError ([\d.]+)/.exec(option)?.[1] ?? 0)
      return {
        question: number({
          key: [{ value: answer, tolerance }],
          locale: /locale (\w+)/.exec(option)?.[1] ?? 'en',
          ...(option.includes('form: improper') && { form: { accept: ['fraction'] } }),
          ...(option.includes('simplify=required') && { form: { reduced: true, again: true } }),
        }),
        response,
      }
    },
  ],
  [
    /^Perseus categorizer/,
    (key, response) => ({
      question: {
        ...common,
        type: 'categorization',
        items: listed(key.map((_: number, index: number) => `i${index}`)),
        categories: listed([1, 2, 3]),
        key: Object.fromEntries(
          key.map((category: number, index: number) => [`i${index}`, String(category)]),
        ),
        marking: { rule: 'all-or-nothing' },
      },
      response: Object.fromEntries(
        response.map((category: number, index: number) => [`i${index}`, String(category)]),
      ),
    }),
  ],
  [
    /^SurveyJS checkbox/,
    (key, response) => ({ question: several([1, 2, 3], key, 'all-or-nothing'), response: strings(response) }),
  ],
  [
    /^SurveyJS matrix/,
    (key, response) => ({
      ...pairs(key, response),
      question: { ...pairs(key, response).question, points: 3 },
    }),
  ],
  [
    /^Numbas number entry/,
    (key, response) => {
      const value = ratio((/^\S+/.exec(key) ?? [''])[0])
      const worth = /(?:worth |, )(\d+)%/.exec(key)
      const penalty = worth ? 1 - Number(worth[1]) / 100 : 1
      const decimals = /to (\d+)dp/.exec(key)
      const significant = /to (\d+)sf/.exec(key)
      const strict = key.includes('strict')
      const precision = decimals
        ? { decimals: Number(decimals[1]), strict, penalty }
        : significant
          ? { significant: Number(significant[1]), strict, penalty }
          : undefined
      const form = key.includes('reduced')
        ? { reduced: true, penalty }
        : key.includes('scientific')
          ? { accept: ['scientific'] }
          : undefined
      return {
        question: number({
          key: [{ value, tolerance: form ? 1e-9 : 0 }],
          ...(precision && { precision }),
          ...(form && { form }),
        }),
        response,
      }
    },
  ],
  [
    /^Numbas match grid/,
    (key: number[][]) => {
      const cells = key.flatMap((row, at) =>
        row.map((worth, column) => [`r${at}c${column}`, worth / key.length] as const),
      )
      const right = cells.filter(([, worth]) => worth > 0).map(([id]) => id)
      const ids = cells.map(([id]) => id)
      return {
        question: several(ids, right, 'map', { map: Object.fromEntries(cells), lower: 0 }),
        response: ids,
      }
    },
  ],
  [
    /^Perseus label image/,
    (key: string[][], response: string[][]) => {
      const cells = (labels: readonly string[][]) =>
        labels.flatMap((row, at) => row.map(label => `m${at} ${label}`.replaceAll(' ', '-')))
      return {
        question: several([...new Set([...cells(key), ...cells(response)])], cells(key), 'all-or-nothing'),
        response: cells(response),
      }
    },
  ],
  [/^Numbas gap-fill/, (key, response) => ({ question: gapsOf(key), response: filled(response) })],
  [
    /^H5P multiple choice .*singlePoint/,
    (key, response) => ({
      question: several(['a', 'b', 'c', 'd'], key, 'right-minus-wrong', { passAt: 0.5 }),
      response,
    }),
  ],
  [
    /^H5P multiple choice/,
    (key, response) => ({
      question: { ...several(['a', 'b', 'c', 'd'], key, 'right-minus-wrong'), points: 2 },
      response,
    }),
  ],
  [
    /^H5P drag question/,
    (_, { right, wrong }) => {
      const ids = ['d1', 'd2', 'd3', 'd4']
      const key = Object.fromEntries(ids.map(id => [id, 'x']))
      const placed = Object.fromEntries(
        ids.slice(0, right + wrong).map((id, index) => [id, index < right ? 'x' : 'y']),
      )
      const { question, response } = pairs(key, placed, 'right-minus-wrong')
      return { question: { ...question, points: 4, choices: listed(['x', 'y']) }, response }
    },
  ],
  [
    /^H5P mark the words/,
    ({ 'right words': count }, { right, wrong }) => {
      const ids = Array.from({ length: count + wrong }, (_, index) => `w${index}`)
      const text = ids.map(id => `{{${id}|${id}}}`).join(' ')
      return {
        question: {
          ...common,
          type: 'hot-text',
          text,
          key: ids.slice(0, count),
          points: count,
          marking: { rule: 'right-minus-wrong' },
        },
        response: [...ids.slice(0, right), ...ids.slice(count, count + wrong)],
      }
    },
  ],
  [
    /^H5P blank/,
    (key, response) => ({
      question: text([{ text: key }], {
        typos: [
          { longerThan: 3, allow: 1 },
          { longerThan: 9, allow: 2 },
        ],
      }),
      response,
    }),
  ],
  [
    /^PrairieLearn .*percent correct/,
    (key, response) => ({ question: several(['a', 'b', 'c', 'd'], key, 'right-minus-wrong'), response }),
  ],
  [
    /^PrairieLearn .*every decision/,
    (key, response) => ({ question: several(['a', 'b', 'c', 'd'], key, 'every-decision'), response }),
  ],
  [
    /^PrairieLearn .*coverage/,
    (key, response) => ({ question: several(['a', 'b', 'c', 'd'], key, 'coverage'), response }),
  ],
  [
    /^Artemis .*\(right decisions - wrong/,
    (key, response) => ({
      question: several([0, 1, 2, 3], key, 'decisions-right-minus-wrong'),
      response: strings(response),
    }),
  ],
  [
    /^Artemis .*right decisions\/options/,
    (key, response) => ({
      question: several([0, 1, 2, 3], key, 'every-decision'),
      response: strings(response),
    }),
  ],
  [
    /^quizms multipleResponse/,
    (_, response) => ({
      question: { ...several(['a', 'b', 'c'], ['a', 'b'], 'all-or-nothing'), points: 5 },
      response: response === 'right set' ? ['a', 'b'] : ['a'],
      rules: { outcomePoints: { correct: 5, unanswered: 1, incorrect: 0 } },
    }),
  ],
  [
    /^Oppia practice/,
    (_, { 'wrong tries': tries, hints, 'solution viewed': solutionSeen }) => ({
      question: {
        ...common,
        type: 'true-false',
        key: true,
        hints: Array.from({ length: 3 }, () => ({ text: 'Hint', cost: 0.1 })),
      },
      response: true,
      rules: { penalty: 0.1 },
      circumstances: { earlier: Array.from({ length: tries }, () => false), hints, solutionSeen },
    }),
  ],
  [
    /^PIE checkbox, 5 options.*partial\)/,
    ({ correct }, response) => ({
      question: several(['a', 'b', 'c', 'd', 'e'], correct, 'capped'),
      response,
      rules: { rounding: { decimals: 2 } },
    }),
  ],
  [
    /^PIE checkbox, 5 options.*dichotomous/,
    ({ correct }, response) => ({
      question: several(['a', 'b', 'c', 'd', 'e'], correct, 'all-or-nothing'),
      response,
    }),
  ],
  [
    /^PIE checkbox, 9 options/,
    ({ correct }, response) => ({
      question: several(
        [...new Set([...correct, ...(response ?? []), 'x1', 'x2'])] as string[],
        correct,
        'capped',
      ),
      response,
      rules: { rounding: { decimals: 2 } },
    }),
  ],
  [
    /^PIE order \(pairwise, must be complete/,
    (key, response, one) => {
      const made = order('relative-pairs')(key, response, one) as Scorable
      return { ...made, question: { ...made.question, marking: { rule: 'relative-pairs', complete: true } } }
    },
  ],
  [
    /^PIE order/,
    (key, response, one) => {
      const made = order('relative-pairs')(key, response, one) as Scorable
      return { ...made, rules: { rounding: { decimals: 2 } } }
    },
  ],
  [
    /^PIE match grid, radio/,
    (key, response) => {
      const column = (row: readonly boolean[]) => `c${row.indexOf(true)}`
      const as = (rows: { [row: string]: boolean[] }) =>
        Object.fromEntries(Object.entries(rows).map(([row, ticks]) => [row, column(ticks)]))
      return { ...pairs(as(key), as(response)), rules: { rounding: { decimals: 2 } } }
    },
  ],
  [
    /^PIE match grid, checkbox/,
    (key, response) => {
      const ticks = (rows: { [row: string]: boolean[] }) =>
        Object.entries(rows).flatMap(([row, columns]) =>
          columns.flatMap((ticked, at) => (ticked ? [`r${row}c${at}`] : [])),
        )
      const cells = Object.entries(key as { [row: string]: boolean[] }).flatMap(([row, columns]) =>
        columns.map((_, at) => `r${row}c${at}`),
      )
      return {
        question: several(cells, ticks(key), 'capped'),
        response: ticks(response),
        rules: { rounding: { decimals: 2 } },
      }
    },
  ],
  [
    /^PIE evidence-based two-part \(dichotomous/,
    ({ A, B }, response) => {
      const marks = (parts: { A: string[]; B: string[] }) => [
        ...parts.A.map(id => `A${id}`),
        ...parts.B.map(id => `B${id}`),
      ]
      const right = marks({ A, B })
      return {
        question: several([...new Set([...right, ...marks(response), 'other'])], right, 'all-or-nothing'),
        response: marks(response),
      }
    },
  ],
]

function stringified(record: { readonly [name: string]: unknown }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]))
}

function unitsOf(units: { readonly [unit: string]: number }) {
  return Object.entries(units).map(([unit, factor]) => ({ unit, factor }))
}

function ratio(number: string): number {
  const [above = 0, below = 1] = number.split('/').map(Number)
  return above / below
}

/** The case in this library's terms; null where no adapter fits. */
export function asQuestion(one: Case): (Scorable & { readonly question: Question }) | null {
  const words = `${one.system} ${one.question_type} ${one.rule}`
  const [, adapt] = adapters.find(([pattern]) => pattern.test(words)) ?? []
  return (adapt?.(one.key, one.response, one) ?? null) as (Scorable & { readonly question: Question }) | null
}
