import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { expectAccessible, it, keepScreenshot } from './page.js'
import { type Served, serve } from './serve.js'

const page = (body: string) =>
  `<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>${body}</main></html>`

let folder: string
let site: Served
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quizwright-site-'))
  await writeFile(join(folder, 'app.js'), `document.querySelector('p').textContent = 'from a file'`)
  site = await serve(folder, {
    pages: {
      '/index.html': page('<p>before</p><script src="app.js"></script>'),
      '/inline.html': page(
        '<p>before</p><script>document.querySelector("p").textContent = "inline"</script>',
      ),
      '/unnamed.html': page('<button></button>'),
    },
  })
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

describe('the browser that tests use', () => {
  it('runs scripts of files, and finds an accessible page so', async ({ page }) => {
    await page.goto(`${site.url}/`)
    expect(await page.textContent('p')).toBe('from a file')
    await expectAccessible(page)
    await keepScreenshot(page, 'harness')
  })

  it.fails('fails a test whose page breaks the policy', async ({ page }) => {
    await page.goto(`${site.url}/inline.html`)
  })

  it('finds what assistive technology can’t use', async ({ page }) => {
    await page.goto(`${site.url}/unnamed.html`)
    await expect(expectAccessible(page)).rejects.toThrow(/button-name/)
  })

  it('leads nowhere out of the folder', async ({ page }) => {
    const answer = await page.request.get(`${site.url}/..%2f..%2fetc%2fpasswd`)
    expect(answer.status()).toBe(404)
  })
})
