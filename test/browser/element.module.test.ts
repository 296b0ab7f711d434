import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { button, type Data, pageWith, serveElement } from './element.site.js'
import { keyboard, pointer } from './learner.js'
import { takeCheck, takeTest } from './module.learner.js'
import { expectAccessible, it, keepScreenshot } from './page.js'
import type { Served } from './serve.js'

const read = async (file: string) => JSON.parse(await readFile(`examples/shared/${file}`, 'utf8')) as Data
const [module, hebrew, rivers, riversHebrew] = (await Promise.all(
  ['module.json', 'module.he.json', 'rivers.json', 'rivers.he.json'].map(read),
)) as [Data, Data, Data, Data]
const [flow, lengths] = module.lessons as [Data, Data]

const withLesson = (changed: Data) => ({ ...module, lessons: [flow, changed] })
const figure = (lengths.figures as Data[])[0] as Data
const hostile = withLesson({
  ...lengths,
  body: `${lengths.body}\n<img src=x onerror="hacked=1"> [x](javascript:hacked=1) [-]\n`,
  figures: [
    {
      ...figure,
      svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="hacked=1"><script>hacked=1</script><a href="javascript:hacked=1"><rect width="9" height="9" fill="url(http://elsewhere.example/x)" onclick="hacked=1"/></a><foreignObject><iframe srcdoc="&lt;script>parent.hacked=1&lt;/script>"></iframe></foreignObject><image href="http://elsewhere.example/y"/></svg>`,
    },
  ],
})
const files = {
  module,
  'module.he': hebrew,
  rivers,
  'rivers-he': riversHebrew,
  damaged: {
    ...module,
    unlocking: 'someday',
    objectives: [{ id: 'x', text: 'X', questions: ['rivers/none'] }],
  },
  unsafe: hostile,
  homeless: { ...module, banks: ['rivers', 'broken'] },
  broken: { id: 'broken', title: 'Broken', questions: [{ id: 'q', type: 'riddle', stem: 'Q' }] },
}

/** A page's script that gives the element modules by its property, one of them defined by the package's own copy. */
const byProperty = `
import { defineModule } from './dist/esm/module/index.js'
import './dist/element/quiz-wright.js'
const [module, bank, unsafe] = await Promise.all(['module', 'rivers', 'unsafe'].map(name => fetch(name + '.json').then(file => file.json())))
const element = document.querySelector('quiz-wright')
const given = { content: { module, banks: [bank] }, defined: defineModule(module, { banks: [bank] }), hostile: defineModule(unsafe, { banks: [bank] }) }
element.module = given[location.hash.slice(1)] ?? location.hash.slice(1)
`

let site: Served
beforeAll(async () => {
  const tag = (name: string) => `<quiz-wright module="${name}" seed="7"></quiz-wright>`
  const { outputFiles } = await build({
    stdin: { contents: byProperty, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  site = await serveElement(files, {
    '/index.html': pageWith(tag('module.json')),
    '/article.html': pageWith(tag('nato-road-map')),
    '/german.html': pageWith(tag('module.json'), 'de'),
    '/hebrew.html': pageWith(tag('module.he.json'), 'he', 'rtl'),
    '/quiz.html': pageWith('<quiz-wright src="rivers.json"></quiz-wright>'),
    '/property.html': pageWith('<quiz-wright seed="7"></quiz-wright>').replace(
      'quiz-wright.js',
      'property.js',
    ),
    '/property.js': outputFiles[0]?.text ?? '',
    // What a site answers that has a page for every address.
    '/page.json': '<!doctype html><title>A page</title>',
    ...Object.fromEntries(
      ['damaged', 'unsafe', 'homeless', 'page'].map(name => [`/${name}.html`, pageWith(tag(`${name}.json`))]),
    ),
  })
})
afterAll(() => site.close())

const focused = (page: Page) =>
  page.evaluate(() => document.querySelector('quiz-wright')?.shadowRoot?.activeElement?.textContent)
const told = (page: Page) => page.evaluate('told.splice(0)')
const listen = (page: Page) =>
  page.evaluate(() => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    const names = [
      'module-started',
      'module-progressed',
      'module-finished',
      'module-refused',
      'attempt-finished',
    ]
    for (const name of names) document.addEventListener(name, () => told.push(name))
  })

describe('the element with a module', () => {
  it('plays all of it by keyboard alone, is accessible on every screen, and tells the page', async ({
    page,
  }) => {
    const hand = keyboard(page)
    const look = async (screen: string) => {
      await expectAccessible(page)
      await keepScreenshot(page, `element-module-${screen}`)
    }
    await page.goto(`${site.url}/`)
    await button(page, 'startPreTest').waitFor()
    await listen(page)
    await look('overview')
    await takeTest(page, hand, 'Take the pre-test', 2)
    await look('pre-test')
    expect(await told(page)).toEqual(['module-started', 'attempt-finished', 'module-progressed'])
    await hand.press('Go on')
    await hand.press('Begin lesson 1')
    expect(await focused(page)).toBe('Where they flow')
    await look('lesson')
    await hand.press('delta')
    expect(await focused(page)).toBe('delta')
    await page.getByText('A mouth at which a river parts').waitFor()
    expect(page.url()).toBe(`${site.url}/`)
    await takeCheck(page, hand)
    await look('check')
    for (const onward of ['Go on', 'Read on', 'End the lesson']) await hand.press(onward)
    await page.locator('[data-part="live"]', { hasText: 'Lesson 1 is done. Lesson 2 is open now.' }).waitFor()
    await hand.press('Begin lesson 2')
    await takeCheck(page, hand)
    for (const onward of ['Go on', 'End the lesson']) await hand.press(onward)
    await takeTest(page, hand, 'Take the post-test', 2)
    await look('post-test')
    await hand.press('Go on')
    await look('overview-done')
    await told(page)
    await hand.press('Finish the module')
    expect(await focused(page)).toBe('You have finished this module')
    expect(await told(page)).toEqual(['module-finished'])
    await look('finished')

    await hand.press('Start the module afresh')
    await button(page, 'startPreTest').waitFor()
    expect(await focused(page)).toBe('Rivers, read and tried')
    const aside = await page.evaluate(() => localStorage.getItem('quizwright-module/rivers-module/set-aside'))
    expect(JSON.parse(aside ?? '{}').log.at(-1).type).toBe('finish')
  })

  it('goes on after a reload, in a lesson and in the questions', async ({ page }) => {
    const hand = pointer(page)
    await page.goto(`${site.url}/`)
    await hand.press('Begin lesson 1')
    await page.reload()
    await page.getByRole('heading', { name: 'Where they flow' }).waitFor()
    await hand.press('Check yourself (1 question)')
    await hand.pick('True')
    await page.reload()
    expect(await page.getByRole('radio', { name: 'True' }).isChecked()).toBe(true)
    await hand.press('Leave')
    await page.getByRole('heading', { name: 'Where they flow' }).waitFor()
  })

  it('sets aside what no longer fits, and says so; an attempt on other questions counts for nothing', async ({
    page,
  }) => {
    const hand = pointer(page)
    const name = 'quizwright-module/rivers-module'
    const change = (from: string, to: string) =>
      page.evaluate(
        ([name, from, to]) =>
          localStorage.setItem(name, String(localStorage.getItem(name)).replaceAll(from, to)),
        [name, from, to] as const,
      )
    await page.goto(`${site.url}/`)
    await hand.press('Begin lesson 1')
    await hand.press('Check yourself (1 question)')
    await hand.press('Show the solution')
    await hand.press('Leave')
    await button(page, 'next').waitFor()
    await page.goto('about:blank')
    await page.goto(`${site.url}/quiz.html`)
    await change('rivers/black-sea', 'rivers/gone')
    await page.goto(`${site.url}/`)
    await page.getByText('1 earlier round of questions counts for nothing now').waitFor()
    await expectAccessible(page)
    await page.goto(`${site.url}/quiz.html`)
    await change('"openLesson"', '"flyAway"')
    await page.goto(`${site.url}/`)
    await page.getByText('What was saved no longer fits this module.').waitFor()
    await button(page, 'startPreTest').waitFor()
    expect(await page.evaluate(name => localStorage.getItem(`${name}/set-aside`), name)).toContain('flyAway')
  })

  it('reads from right to left, and fits a narrow page', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`${site.url}/hebrew.html`)
    const hand = pointer(page)
    for (const onward of ['Begin lesson 1', 'Read on', 'End the lesson']) {
      await hand.press(onward)
      expect(await page.locator('[data-part="quiz"]').getAttribute('dir')).toBe('rtl')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      await expectAccessible(page)
    }
  })

  it('speaks German where the page does', async ({ page }) => {
    await page.goto(`${site.url}/german.html`)
    await page.getByRole('button', { name: 'Vortest machen' }).click()
    await page.getByRole('heading', { name: 'Vortest' }).waitFor()
    await page.getByRole('button', { name: 'Beginnen', exact: true }).click()
    await page.getByRole('heading', { name: 'Frage 1 von 2' }).waitFor()
    await expectAccessible(page)
  })

  it.for([
    ['light', 1100],
    ['dark', 360],
  ] as const)(
    'plays the article’s module by its id: %s at %i pixels',
    async ([colorScheme, width], { page }) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`${site.url}/article.html`)
      const hand = pointer(page)
      for (const onward of ['Begin lesson 1', 'Read on']) {
        await hand.press(onward)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        await expectAccessible(page)
        await keepScreenshot(
          page,
          `element-article-${onward.toLowerCase().replaceAll(' ', '-')}-${colorScheme}`,
        )
      }
      const words = page.locator('[data-part="svg"] text').first()
      const colour = await words.evaluate(word => getComputedStyle(word).fill)
      expect(colour).toBe(
        await page.locator('[data-part="quiz"]').evaluate(quiz => getComputedStyle(quiz).color),
      )
    },
  )
})

describe('a module that can’t be played', () => {
  it.for([
    ['damaged', /1:\d+ unlocking: Expected one of/],
    ['unsafe', /A figure can't hold <script>/],
    ['homeless', /broken\.json .*riddle/],
    ['page', /found '<!doctype html>/],
  ] as const)('is refused with every reason: %s', async ([name, reason], { page }) => {
    await page.goto(`${site.url}/${name}.html`, { waitUntil: 'commit' })
    await page.getByRole('alert').waitFor()
    await page.getByRole('heading', { name: 'This module can’t be shown' }).waitFor()
    expect((await page.getByRole('listitem').allTextContents()).join('\n')).toMatch(reason)
    await expectAccessible(page)
  })
})

describe('the property `module`', () => {
  it.for(['content', 'defined', 'module.json'])('takes %s', async (name, { page }) => {
    await page.goto(`${site.url}/property.html#${name}`)
    const hand = pointer(page)
    await hand.press('Begin lesson 1')
    await takeCheck(page, hand)
    await page.reload()
    await page.getByRole('heading', { name: 'Your result' }).waitFor()
  })

  it('runs nothing of what an author wrote', async ({ page }) => {
    await page.goto(`${site.url}/property.html#hostile`)
    await button(page, 'startPreTest').waitFor()
    await page.evaluate(() => {
      const way = document.querySelector('quiz-wright')?.learningModule
      way?.openLesson('flow')
      way?.startCheck('sea')
      const quiz = way?.getQuiz()
      quiz?.start()
      quiz?.showSolution()
      quiz?.finish()
      for (let guard = 0; guard < 3; guard++) way?.next()
      way?.openLesson('lengths')
    })
    await page.locator('[data-part="svg"] svg').waitFor()
    const risky = 'script, iframe, image, [onload], [onclick], [onerror], [fill^="url"], a[href^="j" i]'
    expect(await page.locator('quiz-wright').locator(risky).count()).toBe(0)
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
  })
})

describe('a page that plays a quiz alone', () => {
  it('loads nothing of modules', async ({ page }) => {
    const loaded: string[] = []
    page.on('response', async response => {
      if (response.url().endsWith('.js')) loaded.push(await response.text())
    })
    await page.goto(`${site.url}/quiz.html`)
    await button(page, 'start').waitFor()
    expect(loaded.join()).toContain('attempt-started')
    expect(loaded.join()).not.toMatch(/lessonsDone|Take the pre-test|module-header|Vortest|nato-road-map/)
  })
})
