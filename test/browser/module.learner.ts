import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { answer, type Hand } from './learner.js'

/** A test of a module, every question answered right. `name` is that of the button which leads to it. */
export async function takeTest(page: Page, hand: Hand, name: string, questions: number) {
  await hand.press(name)
  await hand.press('Start')
  for (let at = 1; at <= questions; at++) {
    await page.getByRole('heading', { name: `Question ${at} of ${questions}` }).waitFor()
    await answer(page, hand)
    await hand.press(at < questions ? 'Next question' : 'Finish')
  }
  await hand.press('Hand in')
  await page.getByRole('heading', { name: 'Your result' }).waitFor()
}

/** A check of one question, answered right. */
export async function takeCheck(page: Page, hand: Hand) {
  await hand.press('Check yourself (1 question)')
  await page.getByRole('heading', { name: 'Question 1 of 1' }).waitFor()
  await answer(page, hand)
  await hand.press('Check the answer')
  expect(await page.locator('[data-part="feedback"] [data-part="verdict"]').innerText()).toBe('Correct')
  await hand.press('Finish')
  await page.getByRole('heading', { name: 'Your result' }).waitFor()
}
