import { describe, expect, it } from 'vitest'
import { type DirectedGraphNode, getAdjacencyMap, toDirectedGraph } from 'xstate/graph'
import { moodleCertainty } from '../../../src/marking/index.js'
import type { Command, DefinedQuiz, QuizEvent, QuizSnapshot, RulesInput } from '../../../src/quiz/index.js'
import { choose, quizOf } from './quiz.fixture.js'

/** Rules that between them lead everywhere. */
const quizzes: { readonly [name: string]: DefinedQuiz } = {
  practice: quizFor({ preset: 'practice', maxTries: 2, timeLimit: 100, minTime: 1, pause: false }),
  'practice scored elsewhere': quizFor(
    { preset: 'practice', maxTries: 1, questionTimeLimit: 10, skip: false },
    true,
  ),
  'practice without a summary': quizFor({ preset: 'practice', summary: false, flag: false }, true),
  'exam with grace': quizFor({ preset: 'exam', timeLimit: 100, timeUp: 'grace', grace: 10, pause: true }),
  'exam scored elsewhere': quizFor(
    { preset: 'exam', timeLimit: 100, questionTimeLimit: 10, summary: false },
    true,
  ),
  'exam scored elsewhere, with a summary': quizFor({ preset: 'exam' }, true),
  checkpoint: quizFor({ preset: 'checkpoint', questionTimeLimit: 10, certainty: moodleCertainty }),
  'checkpoint with skipping': quizFor({ preset: 'checkpoint', skip: true, summary: true }),
  'handed in one by one, shown at the end': quizFor({
    preset: 'exam',
    submit: 'each',
    sections: [
      { id: 'one', pick: [{ ids: ['1'] }], timeLimit: 20 },
      { id: 'two', pick: [{ ids: ['2'] }], timeLimit: 20 },
    ],
  }),
  'chosen on the way': chosenOnTheWay({ preset: 'practice', maxTries: 1, summary: false }),
  'chosen on the way, shown at the end': chosenOnTheWay({ preset: 'exam', submit: 'each', summary: false }),
  'chosen on the way, shown at the end, elsewhere': chosenOnTheWay(
    { preset: 'exam', submit: 'each', summary: false },
    true,
  ),
}

describe('the machine of a quiz', () => {
  const graphs = Object.values(quizzes).map(quiz => explore(quiz))

  it('comes through every state', () => {
    const visited = new Set(graphs.flatMap(graph => [...graph.visited]))
    const all = nodesOf(toDirectedGraph(anyMachine())).map(({ id }) => id)
    expect(all.filter(id => !visited.has(id) && id !== 'quiz')).toEqual([])
  })

  it('takes every transition', () => {
    const taken = new Set(graphs.flatMap(graph => [...graph.taken]))
    const all = nodesOf(toDirectedGraph(anyMachine())).flatMap(node =>
      node.edges.map(({ transition, source }) => nameOf(source.id, transition)),
    )
    expect(new Set(all).size).toBeGreaterThan(40)
    expect([...new Set(all)].filter(name => !taken.has(name))).toEqual([])
  })

  it('keeps the view of every state through JSON, and says in it what the machine then lets pass', () => {
    for (const { quiz, states } of graphs) {
      for (const { state, steps } of states) {
        const view = quiz.view(state, Math.max(state.context.at, 1000))
        expect(JSON.parse(JSON.stringify(view))).toEqual(view)
        for (const { event, nextState } of steps) {
          if (event.at > Math.max(state.context.at, 1000) || nextState.context === state.context) continue
          if (event.type in view.can) expect(view.can[event.type as Command], event.type).toBe(true)
        }
      }
    }
  })
})

function quizFor(rules: RulesInput, elsewhere = false): DefinedQuiz {
  const scorer = () => new Promise<never>(() => {})
  const questions = [choose('1', { hints: [{ text: 'First.' }] }), choose('2')]
  return quizOf(questions, rules, elsewhere ? { scorer } : {})
}

function chosenOnTheWay(rules: RulesInput, elsewhere = false): DefinedQuiz {
  const quiz = quizFor(rules, elsewhere)
  return quiz.again({
    select: ({ questions, attempt }) =>
      questions
        .slice(attempt.slots.length, attempt.slots.length + 1)
        .map(({ id }) => ({ id, section: null, orders: {} })),
  })
}

function anyMachine() {
  return (quizzes.practice as DefinedQuiz).machine
}

interface Graph {
  readonly [summary: string]: {
    readonly state: QuizSnapshot
    readonly transitions: {
      readonly [event: string]: { readonly event: QuizEvent; readonly state: QuizSnapshot }
    }
  }
}

/** Goes wherever the quiz leads, telling states apart by what decides where it leads next. */
function explore(quiz: DefinedQuiz) {
  const { machine } = quiz
  const graph = getAdjacencyMap(machine, {
    input: { seed: 1 },
    events: eventsIn,
    serializeState: summarise,
    limit: 1_000_000,
  }) as Graph
  const states = Object.values(graph).map(({ state, transitions }) => ({
    state,
    steps: Object.values(transitions).map(step => ({ event: step.event, nextState: step.state })),
  }))
  const taken = states.flatMap(({ state, steps }) =>
    steps.flatMap(({ event }) => machine.getTransitionData(state, event)),
  )
  return {
    quiz,
    states,
    visited: new Set(
      states.flatMap(({ state }) => state._nodes.map((node: { readonly id: string }) => node.id)),
    ),
    taken: new Set(taken.map(transition => nameOf(transition.source.id, transition))),
  }
}

function eventsIn({ context }: QuizSnapshot): QuizEvent[] {
  const { at, deadline, slots, current } = context
  const now = Math.max(at, 1000)
  const slot = slots[current]
  const soon = now + 2_000
  const moments = [deadline, slot?.deadline ?? null, ...Object.values(context.sectionDeadlines)]
  const scored = {
    outcome: 'correct',
    score: { raw: 1, min: 0, max: 1, scaled: 1 },
    parts: [],
    trace: [],
  } as const
  const plain = [
    'start',
    'clear',
    'hint',
    'flag',
    'skip',
    'submit',
    'tryAgain',
    'redo',
    'showSolution',
    'next',
    'previous',
    'finish',
    'handIn',
    'retry',
    'pause',
    'resume',
    'abandon',
    'tick',
  ] as const
  return [
    ...plain.map(type => ({ type, at: type === 'handIn' ? soon : now })),
    ...(current === 0 ? ['a', 'b'] : ['b']).map(response => ({
      type: 'respond' as const,
      response,
      at: now,
    })),
    ...slots.map(({ id }) => ({ type: 'goTo' as const, id, at: now })),
    ...slots.map(({ id }) => ({ type: 'scored' as const, id, scored, at: now })),
    { type: 'certainty', level: 1, at: now },
    { type: 'scoringFailed', message: 'No connection.', at: now },
    ...moments.flatMap(moment =>
      moment === null ? [] : [{ type: 'tick' as const, at: Math.max(now, moment) }],
    ),
    { type: 'tick', at: now + 1_000_000 },
  ]
}

function summarise({ value, context }: QuizSnapshot): string {
  const { slots, current, overdue, atSummary, ending, at, deadline } = context
  const late = deadline !== null && at >= deadline
  const each = slots.map(slot => [
    slot.response,
    slot.tries.length,
    slot.tries.at(-1)?.scored !== null,
    slot.done,
    slot.deadline !== null && at >= slot.deadline,
  ])
  return JSON.stringify([value, current, overdue, atSummary, ending, late, each])
}

function nodesOf(node: DirectedGraphNode): readonly DirectedGraphNode[] {
  return [node, ...node.children.flatMap(nodesOf)]
}

interface Named {
  readonly eventType: string
  readonly target?: readonly { readonly id: string }[] | undefined
  readonly guard?: unknown
}

/** Tells transitions of the same source and event apart by target and guards. */
function nameOf(source: string, { eventType, target, guard }: Named): string {
  const guards =
    typeof guard === 'function' ? ((guard as { guards?: readonly unknown[] }).guards ?? []) : [guard]
  const names = guards.map(one => (typeof one === 'string' ? one : 'or'))
  return `${source} ${eventType} [${names.join(' & ')}] -> ${target?.map(({ id }) => id).join() ?? 'stays'}`
}
