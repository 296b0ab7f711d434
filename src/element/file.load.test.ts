import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchText } from './file.load.js'

afterEach(() => vi.unstubAllGlobals())

const address = 'https://example.org/module.json'

describe('a file that a page names', () => {
  it.each([
    [async () => new Response('', { status: 404, statusText: 'Not Found' }), `${address}: 404 Not Found`],
    [() => Promise.reject(new TypeError('Failed to fetch')), `${address}: Failed to fetch`],
  ])('is named with the reason where it can’t be had', async (answer, problem) => {
    vi.stubGlobal('fetch', answer)
    expect(await fetchText(address)).toEqual({ problems: [problem] })
  })
})
