import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { toolPath } from '../package/consumer.js'
import { expectAccessible, it, keepScreenshot } from './page.js'
import { type Served, serve } from './serve.js'

let site: Served
beforeAll(async () => {
  await promisify(execFile)(toolPath('vite'), ['build', 'examples/demo', '--logLevel', 'warn'])
  site = await serve(join('dist', 'demo'))
})
afterAll(() => site.close())

/** Gives the right answer to most questions, through the element itself, and stops at one of this kind. */
async function playUntil(page: Page, kind: string | null): Promise<void> {
  await page.evaluate(wanted => {
    const { bank, quiz } = document.querySelector('quiz-wright') as HTMLElementTagNameMap['quiz-wright']
    if (!bank || !quiz) throw new Error('There is no quiz.')
    if (quiz.getView().phase === 'ready') quiz.start()
    for (const [index, { id, ...question }] of bank.questions.entries()) {
      if (question.type === wanted && quiz.goTo(id)) return
      if (index % 4 === 3 || !('key' in question) || !quiz.goTo(id)) continue
      quiz.respond(question.key)
      if (!quiz.submit()) quiz.clear()
    }
    if (wanted === null) {
      quiz.finish()
      quiz.handIn()
    }
  }, kind)
}

describe('the demo page', () => {
  it.for([
    ['light', 1100, 900],
    ['dark', 1100, 900],
    ['light', 390, 844],
    ['dark', 390, 844],
  ] as const)(
    'plays the article’s banks, %s at %i pixels',
    async ([colorScheme, width, height], { page }) => {
      const keep = (screen: string) => keepScreenshot(page, `demo-${screen}-${colorScheme}-${width}`)
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height })
      await page.goto(`${site.url}/#history`)
      await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
      await expectAccessible(page)
      await keep('ready')

      await playUntil(page, 'ordering')
      expect(await page.getByRole('button', { name: /^Move up/ }).count()).toBeGreaterThan(2)
      await page
        .getByRole('button', { name: /^Move up/ })
        .nth(2)
        .click()
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Check the answer' }).click()
      await page.locator('[data-part="feedback"]').waitFor()
      await expectAccessible(page)
      await keep('timeline')

      await playUntil(page, null)
      await page.getByRole('heading', { name: 'Your result' }).waitFor()
      expect(await page.locator('[data-part="objective"]').count()).toBe(3)
      await expectAccessible(page)
      await keep('report')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)

      await page.getByRole('link', { name: /Who wants what/ }).click()
      await page.getByRole('heading', { name: 'Who wants what' }).waitFor()

      await page.getByRole('link', { name: /The learning module/ }).click()
      await page.getByRole('heading', { name: 'A road map for Ukraine, and how it was reported' }).waitFor()
      expect(await page.getByRole('radio').count()).toBe(0)
      await expectAccessible(page)
      await keep('module')
      await page.getByRole('button', { name: 'Begin lesson 1' }).click()
      await page.getByRole('heading', { name: 'What was reported, and by whom' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await expectAccessible(page)
      await keep('lesson')
    },
  )
})
