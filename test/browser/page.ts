import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Axe from 'axe-core'
import { chromium, type Page } from 'playwright-core'
import { it as base, expect, inject } from 'vitest'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/**
 * Tests with a fresh `page` each, of the one browser. A test fails where its page threw, wrote an error to the
 * console (as a broken Content-Security-Policy does) or asked another machine for anything.
 *
 * Themes and sizes are the page's own to set: `page.emulateMedia({ colorScheme: 'dark' })`, `page.setViewportSize`.
 */
export const it = base
  .extend('browser', { scope: 'file' }, () => chromium.connect(inject('browserAddress')))
  .extend('page', async ({ browser }, { onCleanup }): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1024, height: 1200 },
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(20_000)
    const complaints: string[] = []
    await context.route(
      ({ hostname }) => hostname !== '127.0.0.1',
      route => {
        complaints.push(`asked for ${route.request().url()}`)
        return route.abort()
      },
    )
    const page = await context.newPage()
    page.on('pageerror', error => complaints.push(error.stack ?? error.message))
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    onCleanup(async () => {
      await context.close()
      expect(complaints).toEqual([])
    })
    return page
  })

/** Holds the page, as it is now, to all that axe knows; it works under any Content-Security-Policy. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await readFile(axeFile, 'utf8'))
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: typeof Axe }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}: ${failureSummary}`),
    )
  })
  expect(found.join('\n\n')).toBe('')
}

/** Keeps a picture of the page as it is now, in `dist/screenshots`. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join('dist', 'screenshots', `${name}.png`), fullPage: true })
}
