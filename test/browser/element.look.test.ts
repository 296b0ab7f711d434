import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import {
  type BankData,
  button,
  inOrder,
  oneOfEach,
  pageWith,
  positions,
  serveElement,
} from './element.site.js'
import { expectAccessible, it, keepScreenshot } from './page.js'
import type { Served } from './serve.js'

const bank = oneOfEach(positions)
const hebrew = JSON.parse(await readFile('examples/shared/rivers.he.json', 'utf8')) as BankData
const tag = `<quiz-wright src="bank.json" rules='${inOrder}'></quiz-wright>`
const exam = `<quiz-wright src="bank.json" rules='{"preset":"exam","pass":0.6,"certainty":[{"right":1,"wrong":0},{"right":2,"wrong":-1}]}'></quiz-wright>`

let site: Served
beforeAll(async () => {
  site = await serveElement(
    { bank, hebrew },
    {
      '/hebrew.html': pageWith(tag.replace('bank.json', 'hebrew.json'), 'he', 'rtl'),
      '/index.html': pageWith(tag),
      '/exam.html': pageWith(exam),
      '/german.html': pageWith(tag, 'de'),
    },
  )
})
afterAll(() => site.close())

const screens = [
  { name: 'phone-light', width: 320, height: 640, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 900, colorScheme: 'dark' },
] as const

async function expectNoSideways(page: Page) {
  const wide = await page.evaluate(() =>
    [...(document.querySelector('quiz-wright')?.shadowRoot?.querySelectorAll('*') ?? [])]
      .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
      .map(element => element.getAttribute('data-part')),
  )
  expect(wide).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

/** Through every phase, and every kind open and with its solution. */
async function walk(page: Page, { questions }: BankData, screen: string) {
  const look = async (name: string) => {
    await expectAccessible(page)
    await expectNoSideways(page)
    await keepScreenshot(page, `element-${screen}-${name}`)
  }
  await page.locator('[data-part="ready"]').waitFor()
  await look('ready')
  await button(page, 'start').click()
  for (const { type } of questions) {
    await page.locator(`form[data-kind="${type}"]`).waitFor()
    await look(`${type}`)
    await button(page, 'showSolution').click()
    await page.locator('[data-part="feedback"]').waitFor()
    await look(`${type}-solution`)
    await button(page, 'next').click()
  }
  await page.locator('[data-part="summary"]').waitFor()
  await look('summary')
  await button(page, 'pause').click()
  await page.locator('[data-part="paused"]').waitFor()
  await look('paused')
  await button(page, 'resume').click()
  await button(page, 'handIn').click()
  await page.locator('[data-part="report"]').waitFor()
  await look('report')
}

describe('the element on every screen', () => {
  it.for(screens)('is accessible and fits in every phase and kind: $name', async (screen, { page }) => {
    await page.setViewportSize(screen)
    await page.emulateMedia({ colorScheme: screen.colorScheme, reducedMotion: 'reduce' })
    await page.goto(`${site.url}/`)
    await walk(page, bank, screen.name)
  })

  it('is accessible and fits from right to left', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto(`${site.url}/hebrew.html`)
    await walk(page, hebrew, 'right-to-left')
    expect(await page.locator('[data-part="quiz"]').getAttribute('dir')).toBe('rtl')
  })

  it('is accessible under exam rules, with time and certainty', async ({ page }) => {
    await page.goto(`${site.url}/exam.html`)
    await button(page, 'start').click()
    await page.getByRole('timer').waitFor()
    await page.getByRole('group', { name: 'How sure are you?' }).getByRole('radio').first().check()
    await expectAccessible(page)
    await keepScreenshot(page, 'element-exam')
    await button(page, 'finish').click()
    await button(page, 'handIn').click()
    await page.locator('[data-part="report"]').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'element-exam-report')
  })

  it('speaks German where the page does', async ({ page }) => {
    await page.goto(`${site.url}/german.html`)
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await page.getByRole('heading', { name: /^Frage 1 von 11/ }).waitFor()
    await expectAccessible(page)
  })

  it('fits at 200 % zoom, and prints without buttons', async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 480 })
    await page.goto(`${site.url}/`)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await button(page, 'start').click()
    await expectNoSideways(page)
    await page.emulateMedia({ media: 'print' })
    expect(await button(page, 'next').isVisible()).toBe(false)
  })
})
