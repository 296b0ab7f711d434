import { scorePerseusItem } from '@khanacademy/perseus-score'
import { type Question, scoreResponse } from '../../src/index.js'
import { type BenchRow, compare, duration } from './compare.js'

const choices = ['a', 'b', 'c', 'd'].map(id => ({ id, text: `Choice ${id}` }))
const common = { id: 'q', stem: 'Which?' }

interface Pair {
  readonly question: object
  readonly response: unknown
  readonly widget: string
  readonly options: object
  readonly input: object
}

/** The same question here and there, and the same response to it. */
const pairs: { readonly [kind: string]: Pair } = {
  'single-choice': {
    question: { ...common, type: 'single-choice', choices, key: 'a' },
    response: 'a',
    widget: 'radio',
    options: { choices: choices.map(({ id, text }) => ({ id, content: text, correct: id === 'a' })) },
    input: { selectedChoiceIds: ['a'] },
  },
  'multiple-response': {
    question: { ...common, type: 'multiple-response', choices, key: ['a', 'c'] },
    response: ['a', 'c'],
    widget: 'radio',
    options: {
      multipleSelect: true,
      choices: choices.map(({ id, text }) => ({ id, content: text, correct: id === 'a' || id === 'c' })),
    },
    input: { selectedChoiceIds: ['a', 'c'] },
  },
  ordering: {
    question: { ...common, type: 'ordering', items: choices, key: ['a', 'b', 'c', 'd'] },
    response: ['a', 'b', 'd', 'c'],
    widget: 'sorter',
    options: { correct: ['a', 'b', 'c', 'd'] },
    input: { options: ['a', 'b', 'd', 'c'], changed: true },
  },
  matching: {
    question: {
      ...common,
      type: 'matching',
      prompts: choices,
      choices: choices.map(({ id, text }) => ({ id: `${id}2`, text })),
      key: { a: 'a2', b: 'b2', c: 'c2', d: 'd2' },
    },
    response: { a: 'a2', b: 'b2', c: 'd2', d: 'c2' },
    widget: 'matcher',
    options: { left: ['a', 'b', 'c', 'd'], right: ['a2', 'b2', 'c2', 'd2'], orderMatters: false },
    input: { left: ['a', 'b', 'c', 'd'], right: ['a2', 'b2', 'd2', 'c2'] },
  },
  categorization: {
    question: {
      ...common,
      type: 'categorization',
      items: choices,
      categories: [
        { id: 'x', text: 'X' },
        { id: 'y', text: 'Y' },
      ],
      key: { a: 'x', b: 'y', c: 'x', d: 'y' },
    },
    response: { a: 'x', b: 'y', c: 'y', d: 'y' },
    widget: 'categorizer',
    options: { items: ['a', 'b', 'c', 'd'], categories: ['x', 'y'], values: [0, 1, 0, 1] },
    input: { values: [0, 1, 1, 1] },
  },
  numeric: {
    question: { ...common, type: 'numeric', key: [{ value: 2008 }] },
    response: '2008',
    widget: 'numeric-input',
    options: {
      coefficient: false,
      answers: [
        { value: 2008, status: 'correct', strict: false, simplify: 'optional', maxError: null, message: '' },
      ],
    },
    input: { currentValue: '2008' },
  },
}

export async function run(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  const all: { own: () => unknown; peer: () => unknown }[] = []
  for (const [kind, pair] of Object.entries(pairs)) {
    const own = ownScorer(pair)
    const peer = peerScorer(pair)
    all.push({ own, peer })
    rows.push(row(`scoring ${kind}, against scorePerseusItem`, await compare({ own, peer }), null))
  }
  const mixed = await compare({
    own: () => all.map(({ own }) => own()),
    peer: () => all.map(({ peer }) => peer()),
  })
  return [...rows, row('scoring mixed kinds, against scorePerseusItem', mixed, 1 / 10)]
}

function row(
  name: string,
  { own = 0, peer = 0 }: { readonly [name: string]: number },
  limit: number | null,
): BenchRow {
  return { name, ratio: own / peer, limit, note: `${duration(own)} to ${duration(peer)}` }
}

function ownScorer({ question, response }: Pair): () => unknown {
  return () => scoreResponse(question as Question, response)
}

function peerScorer({ widget, options, input }: Pair): () => unknown {
  const id = `${widget} 1`
  const item = {
    content: `[[☃ ${id}]]`,
    images: {},
    widgets: {
      [id]: { type: widget, graded: true, static: false, version: { major: 0, minor: 0 }, options },
    },
  } as unknown as Parameters<typeof scorePerseusItem>[0]
  const score = () =>
    scorePerseusItem(item, { [id]: input } as unknown as Parameters<typeof scorePerseusItem>[1], 'en')
  if (score().type !== 'points') throw new Error(`Perseus can't score ${widget}: ${JSON.stringify(score())}`)
  return score
}
