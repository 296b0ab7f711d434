import { describe, expect, it } from 'vitest'
import { createQuiz } from '../index.js'
import { positions } from '../questions/nato-ukraine/positions.js'
import { type ConnectOptions, connect, domProps, type Part, sendTo } from './index.js'

const kinds = [...new Set(positions.questions.map(({ type }) => type))].sort()
const oneOf = (kind: string) => ({
  ...positions,
  questions: positions.questions.filter(({ type }) => type === kind).slice(0, 1),
})

function play(kind: string) {
  const said: string[] = []
  const quiz = createQuiz(oneOf(kind), { rules: 'practice', seed: 7 })
  const options: ConnectOptions = { announce: text => said.push(text), now: 0 }
  const ui = () =>
    connect(quiz.getView(), sendTo(quiz), domProps, { ...options, overview: quiz.getOverview() })
  quiz.start()
  return { quiz, ui, said }
}

function partsOf(tree: Part): readonly Part[] {
  return [tree, ...tree.children.flatMap(partsOf)]
}

function find(tree: Part, name: string): readonly Part[] {
  return partsOf(tree).filter(part => part.name === name)
}

/** As if it happened in a page: `value` is what the field then holds. */
function fire(part: Part | undefined, type: string, event: { value?: string; key?: string } = {}) {
  const handler = part?.props[type]
  if (typeof handler !== 'function') throw new Error(`${part?.name} has no ${type}`)
  handler({ currentTarget: { value: event.value }, key: event.key ?? '', preventDefault() {} })
}

/** Answers with the first that can be given, as a user would. */
const answers: { readonly [kind: string]: (main: () => Part) => unknown } = {
  'single-choice': main => fire(find(main(), 'choice-input')[0], 'onchange'),
  'multiple-response': main => fire(find(main(), 'choice-input')[0], 'onchange'),
  'true-false': main => fire(find(main(), 'choice-input')[1], 'onchange'),
  'short-answer': main => fire(find(main(), 'field')[0], 'oninput', { value: 'Vilnius' }),
  numeric: main => fire(find(main(), 'field')[0], 'oninput', { value: '2008' }),
  ordering: main => fire(find(main(), 'move')[0], 'onkeydown', { key: 'End' }),
  matching: main =>
    find(main(), 'choose').forEach((_, index) => {
      const select = find(main(), 'choose')[index]
      fire(select, 'onchange', { value: String(select?.children[1]?.props.value) })
    }),
  categorization: main => {
    const select = find(main(), 'choose')[0]
    fire(select, 'onchange', { value: String(select?.children[1]?.props.value) })
  },
  cloze: main =>
    find(main(), 'gap').forEach((_, index) => {
      const gap = find(main(), 'gap')[index]
      if (gap?.tag === 'select') fire(gap, 'onchange', { value: String(gap.children[1]?.props.value) })
      else fire(gap, 'oninput', { value: '2008' })
    }),
  'hot-text': main => [0, 1].map(index => fire(find(main(), 'word')[index], 'onclick')),
  essay: main => fire(find(main(), 'field')[0], 'oninput', { value: 'one two three '.repeat(20) }),
}

describe('the interface of a question', () => {
  it.each(kinds)('%s is answered and handed in through its parts', kind => {
    const { quiz, ui } = play(kind)
    answers[kind]?.(() => ui().main)
    const view = quiz.getView()
    expect(view.phase === 'answering' && view.response).not.toBeNull()
    expect(quiz.getView().can.submit).toBe(true)
    fire(ui().main, 'onsubmit')
    expect(quiz.getView().phase).toBe('feedback')
    expect(
      find(ui().main, 'heading').some(part => String(part.props['data-focus']).startsWith('feedback')),
    ).toBe(true)
  })

  it.each(kinds)('%s names each field, and uses each id once', kind => {
    const { ui } = play(kind)
    const all = ui().sections.flatMap(partsOf)
    const ids = all.flatMap(({ props }) => (props.id === undefined ? [] : [props.id]))
    expect(new Set(ids).size).toBe(ids.length)
    for (const { children } of all)
      expect(new Set(children.map(({ tag, key }) => `${tag} ${key}`)).size).toBe(children.length)
    for (const { props } of all)
      for (const name of ['aria-labelledby', 'for'])
        for (const id of String(props[name] ?? '')
          .split(' ')
          .filter(Boolean))
          expect(ids).toContain(id)
  })

  it.each(kinds)('%s locks once it is done', kind => {
    const { quiz, ui } = play(kind)
    quiz.showSolution()
    const open = partsOf(ui().main).filter(
      ({ name, tag, props }) =>
        ['input', 'select', 'textarea'].includes(tag) && name !== 'action' && props.disabled !== true,
    )
    expect(open).toEqual([])
    expect(find(ui().main, 'feedback')).toHaveLength(1)
  })

  it('says where an item went', () => {
    const { ui, said } = play('ordering')
    fire(find(ui().main, 'move')[1], 'onclick')
    expect(said).toEqual([expect.stringMatching(/: now 2 of \d\.$/)])
  })

  it('says why a response can’t be handed in', () => {
    const { ui, said } = play('single-choice')
    fire(ui().main, 'onsubmit')
    expect(said).toEqual(['Nothing is given yet.'])
  })
})

describe('the list of questions', () => {
  it('has those near the one at hand in a long quiz, with the first, the last and the flagged', () => {
    const question = positions.questions.find(({ type }) => type === 'true-false')
    const questions = Array.from({ length: 500 }, (_, index) => ({ ...question, id: `q${index}` }))
    const bank = { ...positions, questions: questions as unknown as typeof positions.questions }
    const quiz = createQuiz(bank, { rules: { preset: 'practice', blueprint: { order: 'fixed' } } })
    quiz.start()
    quiz.goTo('q300')
    quiz.flag()
    quiz.goTo('q100')
    const ui = connect(quiz.getView(), sendTo(quiz), domProps, { overview: quiz.getOverview() })
    const list = ui.overview
    const numbers = list ? find(list, 'overview-number').map(({ text }) => Number(text)) : []
    const near = Array.from({ length: 31 }, (_, index) => 86 + index)
    expect(numbers).toEqual([1, ...near, 301, 500])
  })
})

it('makes no element of what a bank has in place of a text', () => {
  const forged = [
    { name: 'x', tag: 'iframe', key: 'x', props: { srcdoc: '<script></script>' }, text: '', children: [] },
  ]
  const question = { id: 'one', type: 'true-false', stem: 'So?', key: true, feedback: { correct: forged } }
  const bank = { id: 'b', title: 'B', questions: [question] } as unknown as typeof positions
  const quiz = createQuiz(bank, { rules: 'practice', seed: 7 })
  quiz.start()
  quiz.respond(true)
  quiz.submit()
  const { main } = connect(quiz.getView(), sendTo(quiz), domProps)
  expect(find(main, 'feedback')).toHaveLength(1)
  expect(partsOf(main).filter(({ tag }) => tag === 'iframe')).toEqual([])
})

it('takes an id for an id, whatever it is called', () => {
  const prompts = ['toString', 'valueOf'].map(id => ({ id, text: id }))
  const choices = ['x', 'y'].map(id => ({ id, text: id }))
  const key = { toString: 'x', valueOf: 'y' }
  const question = { id: 'one', type: 'matching', stem: 'Which?', prompts, choices, key } as const
  const quiz = createQuiz({ id: 'b', title: 'B', questions: [question] }, { rules: 'practice', seed: 7 })
  quiz.start()
  const { main } = connect(quiz.getView(), sendTo(quiz), domProps)
  expect(find(main, 'choose').map(({ props }) => props.value)).toEqual(['', ''])
})

it('heads what is said of each of several parts with that part', () => {
  const gap = (id: string, feedback: string) => ({
    id,
    type: 'choice' as const,
    choices: [
      { id: 'a', text: 'Dee', feedback },
      { id: 'b', text: 'Don' },
    ],
    key: 'a',
  })
  const question = {
    id: 'one',
    type: 'cloze' as const,
    stem: 'Fill the gaps.',
    text: 'The {{x}} and the {{y}}.',
    gaps: [gap('x', 'Yes, the first.'), gap('y', 'Yes, the second.')],
  }
  const quiz = createQuiz({ ...positions, questions: [question] }, { rules: 'practice' })
  quiz.start()
  quiz.respond({ x: 'a', y: 'a' })
  quiz.submit()
  const { main } = connect(quiz.getView(), sendTo(quiz), domProps, { overview: quiz.getOverview(), now: 0 })
  const said = find(main, 'entry').map(({ children }) => children.map(child => child.text))
  expect(said).toEqual([
    ['Gap 1 of 2', 'Yes, the first.'],
    ['Gap 2 of 2', 'Yes, the second.'],
  ])
})
