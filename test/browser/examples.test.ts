import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { type Consumer, toolPath } from '../package/consumer.js'
import { frameworks, installExamples, serveExample } from './example.js'
import { answer, type Hand, keyboard, pointer } from './learner.js'
import { takeCheck, takeTest } from './module.learner.js'
import { expectAccessible, it, keepScreenshot } from './page.js'
import type { Served } from './serve.js'

let consumer: Consumer
beforeAll(async () => {
  consumer = await installExamples()
})
afterAll(() => consumer.remove())

const count = 11
const verdict = '[data-part="feedback"] [data-part="verdict"]'

/** Answers questions from one to another, and goes on. `look` is called on each screen. */
async function answerAll(page: Page, hand: Hand, from: number, to: number, look = async (_: string) => {}) {
  for (let at = from; at <= to; at++) {
    await page.getByRole('heading', { name: `Question ${at} of ${count}` }).waitFor()
    await answer(page, hand)
    const kind = (await page.locator('[data-part="question"]').getAttribute('data-kind')) ?? ''
    await look(`${kind}-answering`)
    await hand.press('Check the answer')
    expect(await page.locator(verdict).innerText(), kind).toMatch(
      kind === 'essay' ? /To be marked/ : /Correct/,
    )
    await look(`${kind}-feedback`)
    await hand.press('Next question')
  }
}

async function handIn(page: Page, hand: Hand, look = async (_: string) => {}) {
  await page.getByRole('heading', { name: 'Before you hand in' }).waitFor()
  await look('summary')
  await hand.press('Hand in')
  await page.getByRole('heading', { name: 'Your result' }).waitFor()
}

describe.each(frameworks)('the example in %s', name => {
  let site: Served
  beforeAll(async () => {
    site = await serveExample(consumer, name)
  })
  afterAll(() => site.close())

  // Vue and Svelte have compilers of their own for this.
  it.runIf(['react', 'solid', 'vanilla'].includes(name))('has its types right', async () => {
    await consumer.run(toolPath('tsc'), '-p', name)
  })

  it('plays every kind by keyboard alone, and moves the focus to what is new', async ({ page }) => {
    await page.goto(site.url)
    const hand = keyboard(page)
    await hand.press('Start')
    await answerAll(page, hand, 1, count, async screen => {
      if (!screen.endsWith('feedback')) return
      const focused = page.locator(':focus')
      expect(await focused.getAttribute('data-focus')).toMatch(/^feedback:/)
    })
    await handIn(page, hand)
    expect(await page.locator('[data-part="total-points"]').innerText()).toBe('10 of 12 points')
    expect(await page.locator(':focus').innerText()).toBe('Your result')
  })

  it('plays by pointer, and goes on after a reload; every screen is accessible', async ({ page }) => {
    const look = async (screen: string) => {
      await expectAccessible(page)
      if (name === 'vanilla') await keepScreenshot(page, `example-${screen}`)
    }
    await page.goto(site.url)
    await look('ready')
    const hand = pointer(page)
    await hand.press('Start')
    await answerAll(page, hand, 1, 3, look)
    await page.getByRole('heading', { name: 'Question 4 of' }).waitFor()
    await answer(page, hand)
    const stem = await page.locator('[data-part="stem"]').innerText()
    await page.reload()
    expect(await page.locator('[data-part="stem"]').innerText()).toBe(stem)
    await look('reloaded')
    await hand.press('Check the answer')
    await hand.press('Next question')
    await hand.press('Pause')
    await look('paused')
    await hand.press('Go on')
    await answerAll(page, hand, 5, count, look)
    await handIn(page, hand, look)
    await look('report')
    expect(await page.locator('[data-part="total-points"]').innerText()).toBe('10 of 12 points')
  })

  it('takes nothing after the deadline', async ({ page }) => {
    await page.clock.install()
    await page.goto(site.url)
    const hand = pointer(page)
    await hand.press('Start')
    await page.clock.runFor(2000)
    expect(await page.locator('[data-part="timer"]').innerText()).toMatch(/^19:5\d left$/)
    await answer(page, hand)
    await page.clock.fastForward('20:00')
    await page.clock.runFor(2000)
    await page.getByRole('heading', { name: 'Your result' }).waitFor()
  })

  it('tells what was wrong, lets it be tried again, and asks the missed ones once more', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(site.url)
    const hand = pointer(page)
    await hand.press('Start')
    while (!(await page.getByText('longest').count())) await hand.press('Skip')
    await hand.press('Show a hint')
    await page.getByText('It ends in a sea that is a lake.').waitFor()
    const page0 = await page.content()
    const stored = await page.evaluate(() => JSON.stringify(localStorage))
    for (const secret of ['The Rhine has about 1230 km.', 'is the longest river of Europe'])
      expect(page0 + stored).not.toContain(secret)
    await hand.pick('Rhine')
    await hand.press('Check the answer')
    expect(await page.locator(verdict).innerText()).toBe('Not right')
    await page.getByText('The Rhine has about 1230 km.').waitFor()
    await expectAccessible(page)
    await hand.press('Try again')
    await hand.pick('Danube')
    await hand.press('Check the answer')
    await hand.press('Finish')
    await hand.press('Hand in')
    await page.getByRole('heading', { name: 'Your result' }).waitFor()
    await page.getByText('The Volga is the longest river of Europe.').waitFor()
    await expectAccessible(page)
    await hand.press('Again, with the missed questions')
    await hand.press('Start')
    await page.getByRole('heading', { name: /^Question 1 of/ }).waitFor()
  })

  it('plays a whole module by keyboard alone, and goes on after a reload', async ({ page }) => {
    const look = async (screen: string) => {
      await expectAccessible(page)
      if (name === 'vanilla') await keepScreenshot(page, `example-module-${screen}`)
    }
    const focused = () => page.locator(':focus').innerText()
    await page.goto(`${site.url}/?module`)
    const hand = keyboard(page)
    await look('overview')
    await hand.press('·2. How long they are')
    await page.locator('[data-part="live"]', { hasText: 'Opens once lesson 1 is done.' }).waitFor()
    await takeTest(page, hand, 'Take the pre-test', 2)
    await look('pre-test')
    await hand.press('Go on')

    await hand.press('Begin lesson 1')
    expect(await focused()).toBe('Where they flow')
    await hand.press('delta')
    await page.getByText('A mouth at which a river parts').waitFor()
    expect(await focused()).toBe('delta')
    await look('lesson')
    await page.reload()
    await page.getByRole('heading', { name: 'Where they flow' }).waitFor()
    await takeCheck(page, hand)
    await look('check')
    await hand.press('Go on')
    await hand.press('Read on')
    await hand.press('End the lesson')
    expect(await focused()).toBe('Rivers, read and tried')
    await page.getByText('1 of 2 lessons done').waitFor()

    await hand.press('Begin lesson 2')
    await page.getByRole('img', { name: /^Three bars/ }).waitFor()
    expect(await page.locator('[data-part="svg"] rect').count()).toBe(3)
    await takeCheck(page, hand)
    await hand.press('Go on')
    await hand.press('End the lesson')
    await takeTest(page, hand, 'Take the post-test', 2)
    await page.getByText('Learning gain: 0 of 100 points').waitFor()
    await look('post-test')
    await hand.press('Go on')
    await hand.press('Finish the module')
    expect(await focused()).toBe('You have finished this module')
    await look('finished')
  })

  it('reads a module from right to left, and fits a narrow page', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`${site.url}/?module&lang=he`)
    const hand = pointer(page)
    const look = async (screen: string) => {
      expect(await page.locator('[data-part="quiz"]').getAttribute('dir')).toBe('rtl')
      expect(await page.evaluate(() => document.documentElement.scrollWidth), screen).toBe(320)
      await expectAccessible(page)
      if (name === 'vanilla') await keepScreenshot(page, `example-module-rtl-${screen}`)
    }
    await look('overview')
    await hand.press('Begin lesson 1')
    await look('lesson')
    for (const onward of ['Read on', 'End the lesson', 'Go on with lesson 1']) await hand.press(onward)
    await hand.press('Check yourself (1 question)')
    await look('check')
    await hand.press('Show the solution')
    await hand.press('Finish')
    await look('outcome')
    for (const onward of ['Go on', 'To the overview', 'Begin lesson 2']) await hand.press(onward)
    await look('figure')
  })

  it('reads from right to left, and fits a narrow page', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(`${site.url}/?lang=he`)
    const hand = pointer(page)
    await hand.press('Start')
    expect(await page.locator('[data-part="quiz"]').getAttribute('dir')).toBe('rtl')
    for (let at = 1; at <= count; at++) {
      await page.getByRole('heading', { name: `Question ${at} of` }).waitFor()
      const kind = await page.locator('[data-part="question"]').getAttribute('data-kind')
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${kind}`).toBe(320)
      await expectAccessible(page)
      if (name === 'vanilla') await keepScreenshot(page, `example-rtl-${kind}`)
      await hand.press('Skip')
    }
    await page.getByRole('heading', { name: 'Before you hand in' }).waitFor()
  })
})
