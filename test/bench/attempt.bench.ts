import { Model, settings } from 'survey-core'
import { assign, createActor, setup } from 'xstate'
import { createQuiz, defineQuiz, type Question } from '../../src/index.js'
import { type BenchRow, compare, duration } from './compare.js'

function questionsFor(count: number): readonly Question[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `q${index}`,
    type: 'single-choice',
    stem: `Which, ${index}?`,
    choices: ['a', 'b', 'c', 'd'].map(id => ({ id, text: id })),
    key: 'a',
  })) as unknown as readonly Question[]
}

const rules = { preset: 'checkpoint', blueprint: { order: 'fixed' }, shuffleChoices: false } as const
const ten = defineQuiz({ id: 'ten', title: 'Ten', questions: questionsFor(10) }, { rules })

/** A whole attempt at ten questions: start; respond, submit and next for each. */
function attempt(): number {
  const quiz = createQuiz(ten, { seed: 1 })
  quiz.start()
  for (let index = 0; index < 10; index++) {
    quiz.respond(index % 2 ? 'a' : 'b')
    quiz.submit()
    quiz.next()
  }
  quiz.stop()
  return quiz.getResult().score?.raw ?? -1
}

type Event = { type: 'start' } | { type: 'respond'; response: string } | { type: 'submit' } | { type: 'next' }
interface Bare {
  readonly current: number
  readonly response: string | null
  readonly raw: number
}

/** The least machine that takes the same events and comes to the same score. */
const bareMachine = setup({
  types: { context: {} as Bare, events: {} as Event },
  guards: {
    hasResponse: ({ context }) => context.response !== null,
    hasNext: ({ context }) => context.current < 9,
  },
  actions: {
    respond: assign(({ event }) => ({ response: event.type === 'respond' ? event.response : null })),
    submit: assign(({ context }) => ({ raw: context.raw + (context.response === 'a' ? 1 : 0) })),
    next: assign(({ context }) => ({ current: context.current + 1, response: null })),
  },
}).createMachine({
  context: { current: 0, response: null, raw: 0 },
  initial: 'ready',
  states: {
    ready: { on: { start: 'answering' } },
    answering: {
      on: {
        respond: { actions: 'respond' },
        submit: { guard: 'hasResponse', target: 'feedback', actions: 'submit' },
      },
    },
    feedback: {
      on: { next: [{ guard: 'hasNext', target: 'answering', actions: 'next' }, { target: 'finished' }] },
    },
    finished: { type: 'final' },
  },
})

function bareAttempt(): number {
  const actor = createActor(bareMachine)
  actor.start()
  actor.send({ type: 'start' })
  for (let index = 0; index < 10; index++) {
    actor.send({ type: 'respond', response: index % 2 ? 'a' : 'b' })
    actor.send({ type: 'submit' })
    actor.send({ type: 'next' })
  }
  return actor.getSnapshot().context.raw
}

function reduce(state: Bare, event: Event): Bare {
  if (event.type === 'respond') return { ...state, response: event.response }
  if (event.type === 'submit') return { ...state, raw: state.raw + (state.response === 'a' ? 1 : 0) }
  return event.type === 'next' ? { ...state, current: state.current + 1, response: null } : state
}

function reducedAttempt(): number {
  let state: Bare = reduce({ current: 0, response: null, raw: 0 }, { type: 'start' })
  for (let index = 0; index < 10; index++) {
    state = reduce(state, { type: 'respond', response: index % 2 ? 'a' : 'b' })
    state = reduce(state, { type: 'submit' })
    state = reduce(state, { type: 'next' })
  }
  return state.raw
}

settings.animationEnabled = false
const survey = {
  showPrevButton: false,
  pages: questionsFor(10).map(({ id }) => ({
    elements: [{ type: 'radiogroup', name: id, choices: ['a', 'b', 'c', 'd'], correctAnswer: 'a' }],
  })),
}

function surveyAttempt(): number {
  const model = new Model(survey)
  for (let index = 0; index < 10; index++) {
    model.setValue(`q${index}`, index % 2 ? 'a' : 'b')
    if (index < 9) model.nextPage()
  }
  model.completeLastPage()
  return model.getCorrectAnswerCount()
}

/** What ten responses cost in a quiz of so many questions, the view of each with it where it is asked for. */
function eventsAt(count: number, view: boolean): () => number {
  const quiz = createQuiz(
    { id: 'many', title: 'Many', questions: questionsFor(count) },
    { rules: { preset: 'exam', blueprint: { order: 'fixed' } }, seed: 1 },
  )
  quiz.start()
  let turn = 0
  return () => {
    turn = (turn + 1) % 10
    quiz.goTo(`q${turn}`)
    quiz.respond(turn % 2 ? 'a' : 'b')
    return view ? quiz.getView().progress.answered : 0
  }
}

export async function run(): Promise<readonly BenchRow[]> {
  for (const one of [attempt, bareAttempt, reducedAttempt, surveyAttempt])
    if (one() !== 5) throw new Error(`${one.name} came to ${one()}, not to 5.`)
  const times = await compare({ attempt, bareAttempt, reducedAttempt })
  const own = times.attempt ?? 0
  const against = (name: string, other: number, limit: number | null) => ({
    name: `an attempt at ten questions, against ${name}`,
    ratio: own / other,
    limit,
    note: `${duration(own)} to ${duration(other)}`,
  })
  const slow = await compare({ attempt, surveyAttempt }, 3)
  const at10 = await compare({ few: eventsAt(10, false), many: eventsAt(1000, false) })
  const seen = await compare({ few: eventsAt(10, true), many: eventsAt(1000, true) })
  return [
    against('the barest XState machine', times.bareAttempt ?? 0, 2),
    against('a plain reducer', times.reducedAttempt ?? 0, null),
    against('survey-core', slow.surveyAttempt ?? 0, 1 / 100),
    growth('two events', at10),
    growth('two events and their view', seen),
  ]
}

function growth(what: string, { few = 0, many = 0 }: { readonly [name: string]: number }): BenchRow {
  return {
    name: `${what} at 1,000 questions, against 10`,
    ratio: many / few,
    limit: 3,
    note: `${duration(many)} to ${duration(few)}`,
  }
}
