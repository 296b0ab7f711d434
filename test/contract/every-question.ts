import type { BuiltInQuestion } from '../../src/interactions/index.js'
import { fullQuestion } from './full-question.js'

const media = {
  type: 'image',
  src: 'maps/river one.svg',
  alt: 'A river',
  caption: 'Seen from above',
} as const
const map = { rule: 'map', default: -0.5, lower: 0, upper: 3, unanswered: 'zero', passAt: 0.5 } as const
const said = { feedback: 'Said in the first line.', misconception: 'line' }
const choices = [
  { id: 'a', text: 'Alpha', ...said, media },
  { id: 'b', text: 'Beta', feedback: 'No.' },
  { id: 'c', text: 'Gamma' },
  { id: 'd', text: 'None of these', pinned: true },
]
const match = {
  case: true,
  accents: false,
  punctuation: false,
  space: 'ignore',
  form: 'NFKC',
  typos: [{ longerThan: 3, allow: 1 }],
} as const
const texts = [
  { text: 'Vilnius', ...said },
  { text: 'Viln*', wildcard: true, fraction: 0.5 },
]
const numbers = [
  { value: 2023, tolerance: 2, toleranceType: 'nominal', fraction: 1, ...said },
  { min: 1990, max: 2010, fraction: 0.5 },
  { value: 1980, rounded: { decimals: 1 }, fraction: 0.25 },
  { value: 1900, rounded: { significant: 2 }, fraction: 0.1 },
] as const
const written = {
  form: { accept: ['decimal', 'fraction'], reduced: true, penalty: 0.5, again: false },
  units: [
    { unit: 'm', factor: 1, before: false },
    { unit: 'cm', factor: 100 },
  ],
  unitPenalty: { share: 0.5, of: 'mark' },
  locale: 'en',
} as const
const exact = { precision: { decimals: 2, strict: true, penalty: 0.5 } } as const
const pairRules = ['per-part', 'all-or-nothing', 'minus-surplus', 'right-minus-wrong'] as const
const orderRules = [
  'all-or-nothing',
  'absolute-position',
  'next-excluding-last',
  'next-including-last',
  'one-previous-next',
  'all-previous-next',
  'longest-ordered',
  'longest-contiguous',
  'distance',
  'relative-pairs',
] as const
const selectionRules = [
  'all-or-nothing',
  'right-minus-wrong',
  'every-decision',
  'decisions-right-minus-wrong',
  'coverage',
  'capped',
] as const

const single = { ...fullQuestion, type: 'single-choice', choices, key: 'a', shuffle: false } as const
const several = {
  ...fullQuestion,
  type: 'multiple-response',
  choices: choices.map(choice => (choice.id === 'd' ? { ...choice, exclusive: true } : choice)),
  key: ['a', 'b'],
  choose: { min: 1, max: 3 },
  shuffle: false,
} as const
const words = { ...fullQuestion, type: 'short-answer', key: texts, match } as const
const numeric = { ...fullQuestion, type: 'numeric', key: numbers } as const
const order = {
  ...fullQuestion,
  type: 'ordering',
  items: choices.map(({ id, text }) => ({ id, text, ...(id === 'a' && { media, pinned: false }) })),
  key: ['b', 'a', 'd', 'c'],
} as const
const pairs = {
  ...fullQuestion,
  type: 'matching',
  prompts: [
    { id: 'dog', text: 'Dog', media, pinned: true },
    { id: 'frog', text: 'Frog' },
    { id: 'cat', text: 'Cat' },
  ],
  choices: [
    { id: 'm', text: 'Mammal', ...said },
    { id: 'f', text: 'Amphibian', media, pinned: false },
    { id: 'i', text: 'Insect' },
  ],
  key: { dog: 'm', frog: 'f', cat: 'm' },
  shuffle: false,
  weights: { dog: 2, frog: 1, cat: 1 },
} as const
const groups = {
  ...fullQuestion,
  type: 'categorization',
  items: [
    { id: 'a', text: 'A', ...said, media, pinned: false },
    { id: 'b', text: 'B' },
    { id: 'c', text: 'C' },
  ],
  categories: [
    { id: 'said', text: 'Said', media, pinned: true },
    { id: 'not', text: 'Not said' },
  ],
  key: { a: 'said', b: 'not' },
  shuffle: false,
  weights: { a: 2, b: 1, c: 1 },
} as const
const gaps = {
  ...fullQuestion,
  type: 'cloze',
  text: 'They met in {{city}} in {{year}}, with {{who}} there.',
  gaps: [
    { id: 'city', type: 'text', weight: 1, key: texts, match },
    { id: 'year', type: 'numeric', key: numbers, ...written },
    { id: 'who', type: 'choice', weight: 2, choices, key: 'a' },
  ],
} as const
const marks = {
  ...fullQuestion,
  type: 'hot-text',
  text: '{{a|Poland}} and {{b|Hungary}} wanted more.\n\nThe {{c|US}} less.',
  key: ['b', 'c'],
  choose: { min: 1, max: 3 },
} as const

/** Each rule gives another question of the same kind. */
const ruled = <Question extends object, Rule extends string>(
  question: Question,
  rules: readonly Rule[],
  more = {},
) => rules.map(rule => ({ ...question, marking: { rule, ...more } }))

const unnamed = [
  single,
  { ...single, marking: { rule: 'fractions', fractions: { a: 1, b: 0.5, c: -0.25 } } },
  { ...single, marking: { ...map, map: { a: 3, b: 1 } } },
  several,
  ...ruled(several, selectionRules),
  { ...several, marking: { rule: 'fractions', fractions: { a: 0.5, b: 0.5, c: -0.5 } } },
  { ...several, marking: { ...map, map: { a: 2, b: 1, c: -1 } } },
  { ...fullQuestion, type: 'true-false', key: false, choiceFeedback: { true: 'No.', false: 'Yes.' } },
  { ...fullQuestion, type: 'true-false', key: true, marking: { rule: 'all-or-nothing', passAt: 1 } },
  words,
  { ...words, marking: { rule: 'first-match', passAt: 0.9 } },
  { ...words, marking: { ...map, map: { Vilnius: 1, vilnius: 0.5 } }, match: { case: true } },
  { ...numeric, ...written },
  { ...numeric, ...exact, marking: { rule: 'first-match', passAt: 1 } },
  { ...numeric, precision: { significant: 3 } },
  order,
  ...ruled(order, orderRules),
  ...ruled(order, orderRules.slice(1), { complete: true, passAt: 0.5 }),
  { ...order, marking: { rule: 'listed-orders', orders: [{ order: ['a', 'b', 'd', 'c'], fraction: 0.5 }] } },
  pairs,
  ...ruled(pairs, pairRules, { passAt: 0.5 }),
  ...ruled(pairs, pairRules),
  { ...pairs, marking: { ...map, map: { 'dog m': 1, 'frog f': 2 }, undirected: false } },
  groups,
  ...ruled(groups, pairRules, { passAt: 0.5 }),
  ...ruled(groups, pairRules),
  { ...groups, marking: { ...map, map: { 'a said': 1, 'b not': 2 }, undirected: false } },
  gaps,
  ...ruled(gaps, pairRules),
  {
    ...gaps,
    text: '{{n}} and {{m}}',
    gaps: [
      { id: 'n', type: 'numeric', key: [{ value: 12 }], ...exact },
      { id: 'm', type: 'numeric', key: [{ value: 12 }], precision: { significant: 2 } },
    ],
    marking: { rule: 'all-or-nothing', passAt: 1 },
  },
  marks,
  ...ruled(marks, selectionRules),
  { ...marks, marking: { rule: 'fractions', fractions: { b: 0.5, c: 0.5, a: -0.5 } } },
  { ...marks, marking: { ...map, map: { b: 2, c: 1, a: -1 } } },
  {
    ...fullQuestion,
    type: 'essay',
    words: { min: 3, max: 600 },
    rubric: [
      { id: 'who', text: 'Names who said it', points: 1 },
      { id: 'what', text: 'Says what was promised', points: 1 },
    ],
  },
]

/** Questions of every kind, under every rule, that use every field of the schema between them. */
export const everyQuestion = unnamed.map((question, index) => ({
  ...question,
  id: `${question.type}-${index + 1}`,
})) as unknown as readonly BuiltInQuestion[]
