import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Bank } from '../../index.js'
import { createModule, defineModule, type Module } from '../../module/index.js'
import { natoRoadMap, natoRoadMapBanks } from '../../questions/nato-ukraine/module.js'
import {
  connectModule,
  domProps,
  moduleEnglish,
  moduleGerman,
  moduleNews,
  type Part,
  reactProps,
  sendToModule,
  solidProps,
  svelteProps,
  vueProps,
} from '../index.js'

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../examples/shared/${file}`, import.meta.url), 'utf8'))
const rivers = { module: read('module.json') as Module, banks: [read('rivers.json') as Bank] }
const article = { module: natoRoadMap, banks: natoRoadMapBanks }

function play({ module, banks }: typeof rivers) {
  const said: string[] = []
  const defined = defineModule(module, { banks })
  const way = createModule(defined, { seed: 7 })
  const { registry, question } = defined.definition.quizzes.check.definition
  const solve = (id: string) => registry.get(question(id).type)?.solve(question(id)) ?? null
  const ui = () =>
    connectModule(way.getView(), sendToModule(way), domProps, {
      overview: way.getQuiz()?.getOverview() ?? [],
      announce: text => said.push(text),
      onRestart: () => said.push('afresh'),
      now: 0,
    })
  const all = () => ui().sections.flatMap(partsOf)
  const find = (name: string) => all().filter(part => part.name === name)
  const press = (command: string, index = 0) => {
    const button = find('action').filter(({ props }) => props['data-command'] === command)[index]
    const { onclick } = button?.props ?? {}
    if (typeof onclick !== 'function') throw new Error(`There is no ${command}.`)
    onclick({ currentTarget: null, preventDefault() {} })
  }
  return { way, solve, ui, all, find, press, said, texts: (name: string) => find(name).map(textOf) }
}

function partsOf(tree: Part): readonly Part[] {
  return [tree, ...tree.children.flatMap(partsOf)]
}

function textOf({ text, children }: Part): string {
  return text ?? children.map(textOf).join('')
}

/** Gives every right answer, or none, and hands in. */
function answerAll({ way, solve }: ReturnType<typeof play>, isRight: boolean) {
  const quiz = way.getQuiz()
  if (!quiz) throw new Error('No quiz runs.')
  quiz.start()
  for (let guard = 0; way.getView().phase === 'quiz' && guard < 100; guard++) {
    const view = quiz.getView()
    if (view.phase === 'answering' && view.response === null && isRight) {
      quiz.respond(solve(view.question.id))
      if (quiz.submit()) continue
    }
    if (view.phase === 'answering' && !isRight && quiz.showSolution()) continue
    if (quiz.next() || quiz.finish() || quiz.handIn()) continue
    throw new Error(`Stuck in ${view.phase}.`)
  }
}

/** Every screen of the module, in order: what `look` is told of. */
function walk(game: ReturnType<typeof play>, look: (screen: string) => void) {
  look('overview')
  game.press('startPreTest')
  look('ready')
  game.press('start')
  look('test')
  answerAll(game, false)
  look('pre-test')
  game.press('next')
  for (const lesson of game.way.getView().lessons) {
    game.press('openLesson')
    for (let view = game.way.getView(); view.phase === 'lesson'; view = game.way.getView()) {
      look(`${lesson.id} ${view.lesson.part}`)
      const check = view.lesson.parts[view.lesson.part]?.check
      if (!check || check.done) game.press('next')
      else {
        game.press('startCheck')
        look(`${check.id} question`)
        answerAll(game, false)
        look(`${check.id} outcome`)
        game.press('next')
      }
    }
  }
  look('all lessons')
  game.press('practise')
  look('practice')
  game.press('leave')
}

describe('the interface of a module', () => {
  it.each([
    ['the example', rivers],
    ['the article’s', article],
  ])('of %s uses each id once, and has one new thing to focus on each screen', (_, content) => {
    const game = play(content as typeof rivers)
    let before: unknown
    walk(game, screen => {
      const all = game.all()
      const ids = all.flatMap(({ props }) => (props.id === undefined ? [] : [props.id]))
      expect(new Set(ids).size, screen).toBe(ids.length)
      for (const parent of all) {
        const keys = parent.children.map(({ tag, key }) => `${tag} ${key}`)
        expect(new Set(keys).size, `${screen}: ${parent.name}`).toBe(keys.length)
      }
      const focus = all.flatMap(({ props }) => props['data-focus'] ?? [])
      expect(focus, screen).toHaveLength(1)
      expect(focus, screen).not.toEqual(before)
      before = focus
      const keys = game.ui().sections.map(({ tag, key }) => `${tag} ${key}`)
      expect(new Set(keys).size, screen).toBe(keys.length)
    })
  })

  it('comes in the props of every framework, and survives them', () => {
    const { way } = play(rivers)
    for (const normalize of [reactProps, vueProps, svelteProps, solidProps]) {
      const ui = connectModule<Record<string, unknown>>(way.getView(), sendToModule(way), normalize)
      expect(ui.sections.map(({ name }) => name)).toEqual(['module-header', 'module-overview', 'live'])
    }
  })

  it('says what is closed and why, also when it is pressed', () => {
    const { find, said, way } = play(rivers)
    const closed = find('lesson-button')[1]
    expect(closed?.props['aria-disabled']).toBe('true')
    const about = find('lesson-facts').find(({ props }) => props.id === closed?.props['aria-describedby'])
    expect(about && textOf(about)).toContain('Opens once lesson 1 is done.')
    const { onclick } = closed?.props ?? {}
    if (typeof onclick === 'function') onclick({ currentTarget: null, preventDefault() {} })
    expect(said).toEqual(['Opens once lesson 1 is done.'])
    expect(way.getView().phase).toBe('overview')
  })

  it('shows figures with their alternative text, their words and where they come from', () => {
    const game = play(rivers)
    game.way.openLesson('flow')
    for (const [part, check] of [
      [0, 'sea'],
      [1, null],
    ] as const) {
      expect(game.find('lesson')[0]?.key).toBe(`flow-${part}`)
      if (check) {
        game.way.startCheck(check)
        answerAll(game, true)
        game.way.next()
      }
      game.way.next()
    }
    game.way.openLesson('lengths')
    const picture = game.find('picture')[0]
    expect(picture?.props).toMatchObject({ role: 'img', 'aria-label': expect.stringMatching(/^Three bars/) })
    expect(picture?.children[0]).toMatchObject({ format: 'svg', text: expect.stringMatching(/^<svg/) })
    expect(game.texts('in-words')[0]).toContain('The Volga has about 3530 km')
    expect(game.texts('cited')).toContain('paragraph 3')
    expect(game.texts('source')).toEqual(['A page on rivers, written for this example, 2026'])
  })

  it('leads from a term to what explains it, once in a part', () => {
    const game = play(article as typeof rivers)
    game.way.openLesson('the-report')
    const linked =
      game
        .texts('lesson-text')
        .join('')
        .match(/\]\(#[^)]+\)/g) ?? []
    const terms = game.find('term').map(({ props }) => `](#${props.id})`)
    expect(terms.length).toBeGreaterThan(1)
    expect(new Set(linked)).toEqual(new Set(terms))
  })

  it('asks twice before a test is left, and not before it has begun', () => {
    const { press, find, texts } = play(rivers)
    press('startPreTest')
    expect(find('leave-test')).toEqual([])
    press('start')
    expect(texts('leave-test-note')).toEqual(['What is not handed in counts for nothing.'])
    press('leave')
    expect(find('module-overview')).toHaveLength(1)
  })

  it('shows what was missed, and lets it be practised or read again', () => {
    const game = play(rivers)
    game.press('openLesson')
    game.press('startCheck')
    answerAll(game, false)
    expect(game.find('report')[0]?.children.map(({ name }) => name)).toEqual(['heading', 'result'])
    expect(game.texts('remedy-text')).toEqual(['Say which river flows where.'])
    game.press('practise')
    expect(game.way.getView()).toMatchObject({ phase: 'quiz', activity: 'practice' })
    expect(game.texts('title')).toEqual(['Practice'])
  })

  it('shows learning gain and the way to the end', () => {
    const game = play(rivers)
    walk(game, () => {})
    game.press('startPostTest')
    answerAll(game, true)
    expect(game.texts('gain')).toEqual([
      'Learning gain: +100 of 100 points That is 100 % of what could be gained.',
    ])
    game.press('next')
    game.press('finish')
    expect(game.find('module-finished')).toHaveLength(1)
    game.press('restart')
    expect(game.said.at(-1)).toBe('afresh')
  })

  it('tells that the questions broke down, and goes on without them', () => {
    const { way, press, texts } = play(rivers)
    way.startPreTest()
    const failed = { ...way.getView(), phase: 'quizFailed', problem: 'It broke.' } as never
    const ui = connectModule(failed, sendToModule(way), domProps)
    expect(textOf(ui.main)).toContain('It broke.')
    press('leave')
    expect(texts('heading')).toEqual(['Rivers, read and tried'])
  })

  it('says aloud what has come about', () => {
    const game = play(rivers)
    const before = game.way.getView()
    game.press('openLesson')
    game.press('startCheck')
    answerAll(game, true)
    for (let guard = 0; guard < 4; guard++) game.way.next()
    const after = game.way.getView()
    expect(moduleNews(moduleEnglish, before, after)).toBe('Lesson 1 is done. Lesson 2 is open now.')
    expect(moduleNews(moduleGerman, before, after)).toBe('Lektion 1 ist erledigt. Lektion 2 ist jetzt offen.')
    expect(moduleNews(moduleEnglish, after, after)).toBe('')
  })

  it('has the same places in every language', () => {
    const placesOf = (value: unknown): unknown =>
      typeof value === 'string'
        ? (value.match(/\{\w+\}/g) ?? []).sort()
        : Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, placesOf(one)]))
    expect(placesOf(moduleGerman)).toEqual(placesOf(moduleEnglish))
  })
})
