import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { button, inOrder, oneOfEach, pageWith, positions, serveElement } from './element.site.js'
import { it } from './page.js'
import type { Served } from './serve.js'

const bank = oneOfEach(positions)
let site: Served
beforeAll(async () => {
  site = await serveElement(
    { bank },
    { '/index.html': pageWith(`<quiz-wright src="bank.json" rules='${inOrder}'></quiz-wright>`) },
  )
})
afterAll(() => site.close())

/** What has the focus, in the shadow tree too. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const within = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement
    return {
      part: within?.getAttribute('data-part'),
      command: within?.getAttribute('data-command'),
      id: within?.id,
    }
  })

/** Presses Tab until something of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const { part, command } = await focused(page)
    if (part === name || command === name) return
  }
  throw new Error(`Tab never reaches ${name}`)
}

const press = (page: Page, ...keys: readonly string[]) =>
  keys.reduce<Promise<void>>((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

/** How each kind is answered by someone who has only keys, from the question's heading to handing in. */
const answers: { readonly [kind: string]: (page: Page) => Promise<unknown> } = {
  async 'single-choice'(page) {
    await tabTo(page, 'choice-input')
    await press(page, 'ArrowDown', 'Enter')
  },
  async 'true-false'(page) {
    await tabTo(page, 'choice-input')
    await press(page, 'Space', 'Enter')
  },
  async 'multiple-response'(page) {
    await tabTo(page, 'choice-input')
    await press(page, 'Space', 'Tab', 'Space', 'Enter')
  },
  async 'short-answer'(page) {
    await tabTo(page, 'field')
    await page.keyboard.type('Vilnius')
    await press(page, 'Enter')
  },
  async numeric(page) {
    await tabTo(page, 'field')
    await page.keyboard.type('2008')
    await press(page, 'Enter')
  },
  async ordering(page) {
    await tabTo(page, 'move')
    await press(page, 'End')
    await expect.poll(() => focused(page)).toMatchObject({ part: 'move' })
    await press(page, 'ArrowUp')
    await expect.poll(() => focused(page)).toMatchObject({ part: 'move' })
    await tabTo(page, 'submit')
    await press(page, 'Enter')
  },
  async matching(page) {
    const count = await page.locator('[data-part="choose"]').count()
    for (let row = 0; row < count; row++) {
      await tabTo(page, 'choose')
      await press(page, 'ArrowDown')
    }
    await tabTo(page, 'submit')
    await press(page, 'Enter')
  },
  async categorization(page) {
    await tabTo(page, 'choose')
    await press(page, 'ArrowDown')
    await expect.poll(() => focused(page)).toMatchObject({ part: 'choose' })
    await tabTo(page, 'submit')
    await press(page, 'Enter')
  },
  async cloze(page) {
    const gaps = page.locator('[data-part="gap"]')
    for (let gap = 0; gap < (await gaps.count()); gap++) {
      await tabTo(page, 'gap')
      if ((await gaps.nth(gap).evaluate(({ tagName }) => tagName)) === 'SELECT')
        await press(page, 'ArrowDown')
      else await page.keyboard.type('2008')
    }
    await tabTo(page, 'submit')
    await press(page, 'Enter')
  },
  async 'hot-text'(page) {
    await tabTo(page, 'word')
    await press(page, 'Space', 'Tab', 'Enter')
    await tabTo(page, 'submit')
    await press(page, 'Enter')
  },
  async essay(page) {
    await tabTo(page, 'field')
    await page.keyboard.insertText('one two three '.repeat(20))
    await tabTo(page, 'submit')
    await press(page, 'Enter')
  },
}

describe('with the keyboard alone', () => {
  it('a whole quiz is played, and the focus is where something is new', async ({ page }) => {
    await page.goto(`${site.url}/`)
    await button(page, 'start').waitFor()
    await tabTo(page, 'start')
    await press(page, 'Enter')
    for (const { type } of bank.questions) {
      await page.locator(`form[data-kind="${type}"][data-phase="answering"]`).waitFor()
      await expect.poll(() => focused(page)).toMatchObject({ part: 'heading' })
      await answers[String(type)]?.(page)
      await page.locator('[data-part="feedback"]').waitFor()
      await expect.poll(() => focused(page)).toMatchObject({ part: 'heading' })
      await tabTo(page, 'next')
      await press(page, 'Enter')
    }
    await tabTo(page, 'handIn')
    await press(page, 'Enter')
    await page.locator('[data-part="report"]').waitFor()
    await expect.poll(() => focused(page)).toMatchObject({ part: 'heading' })
  })
})
