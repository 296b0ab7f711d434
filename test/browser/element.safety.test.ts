import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import {
  type BankData,
  button,
  type Data,
  inOrder,
  oneOfEach,
  pageWith,
  positions,
  serveElement,
} from './element.site.js'
import { expectAccessible, it, keepScreenshot } from './page.js'
import type { Served } from './serve.js'

const bank = oneOfEach(positions)

/** Every text for people, changed; ids, keys and whatever else has a meaning stay. */
const texts = [
  'stem',
  'title',
  'solution',
  'caption',
  'alt',
  'correct',
  'partial',
  'incorrect',
  'general',
  'feedback',
]
function withTexts(value: unknown, change: (text: string) => string, name = ''): unknown {
  if (typeof value === 'string') return texts.includes(name) ? change(value) : value
  if (Array.isArray(value)) return value.map(one => withTexts(one, change, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const isText = key === 'text' && name !== 'key' && !('gaps' in value) && !String(one).includes('{{')
      return [key, isText && typeof one === 'string' ? change(one) : withTexts(one, change, key)]
    }),
  )
}

const attacks = [
  '<script>hacked=1</script>',
  '<img src=x onerror="hacked=1">',
  '[x](javascript:hacked=1) [y](JaVa&#09;Script:hacked=1) [z](data:text/html,<script>hacked=1</script>)',
  '<svg onload=hacked=1><style>*{display:none!important}</style></svg>',
  '"><iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  '__proto__ constructor toString {{x}} #{hacked=1}',
  '\u0000\u0007\u001b[31m\u202e\u2066 end',
  `${'*_`['.repeat(2000)}${'('.repeat(2000)}`,
  `${'> '.repeat(1500)}${'- '.repeat(1500)}x`,
]
const hostile = attacks.map((attack, index) => withTexts(bank, text => `${text} [${index}] ${attack}`))

/** What only those may see to whom it was shown. */
const secret = withSecrets(bank) as BankData
function withSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const isSecret = ['feedback', 'solution', 'hints', 'rubric', 'choiceFeedback'].includes(name)
      return [name, isSecret ? withMarks(one) : withSecrets(one)]
    }),
  )
}
function withMarks(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(' ') ? `SECRET ${value}` : value
  if (Array.isArray(value)) return value.map(withMarks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withMarks(one)]))
}

const other = (ids: unknown, key: unknown) => (ids as Data[]).map(({ id }) => id).find(id => id !== key)
/** Another key for each kind whose key is an id or a truth. */
const rekeyed = {
  ...secret,
  questions: secret.questions.map(question => {
    if (question.type === 'single-choice') return { ...question, key: other(question.choices, question.key) }
    if (question.type === 'true-false') return { ...question, key: !question.key }
    if (question.type === 'ordering') return { ...question, key: (question.key as string[]).toReversed() }
    return question
  }),
}

const tag = (name: string, more = '') =>
  pageWith(`<quiz-wright src="${name}.json" rules='${inOrder}' seed="7" ${more}></quiz-wright>`)
const banks = {
  bank,
  secret,
  rekeyed,
  malformed: {
    ...bank,
    questions: [
      { ...bank.questions[0], stem: 7 },
      { id: 'x', type: 'riddle', stem: 'Q' },
    ],
  },
  ...Object.fromEntries(hostile.map((one, index) => [`hostile-${index}`, one])),
}
const limited = `<quiz-wright src="bank.json" rules='{"preset":"exam","timeLimit":2}'></quiz-wright>`
const inline = `<quiz-wright><script type="application/json">${JSON.stringify(bank).replaceAll('<', '\\u003c')}</script></quiz-wright>`

let site: Served
let lax: Served
beforeAll(async () => {
  const pages = {
    ...Object.fromEntries(
      Object.keys(banks).map(name => [
        `/${name}.html`,
        tag(name, name === 'rekeyed' ? 'storage="none"' : ''),
      ]),
    ),
    '/missing.html': tag('missing'),
    '/limited.html': pageWith(limited),
    '/inline.html': pageWith(inline),
    '/yaml.html': pageWith('<quiz-wright src="small.yaml"></quiz-wright>'),
    '/small.yaml':
      'id: small\ntitle: Small\nquestions:\n  - { id: q, type: true-false, stem: Is it?, key: true }\n',
  }
  site = await serveElement(banks, pages)
  lax = await serveElement(banks, pages, null)
})
afterAll(() => Promise.all([site.close(), lax.close()]))

const dom = (page: Page) =>
  page.locator('quiz-wright').evaluate(({ shadowRoot }) => shadowRoot?.innerHTML ?? '')
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))

describe('a hostile bank', () => {
  it.for(hostile.map((_, index) => index))(
    'runs nothing, hangs nothing, and is shown: %i',
    async (index, { page }) => {
      // With no policy: what holds is the element's own doing.
      await page.goto(`${lax.url}/hostile-${index}.html`)
      await button(page, 'start').click()
      for (const { type } of bank.questions) {
        await page.locator(`form[data-kind="${type}"]`).waitFor()
        expect(await page.locator('[data-part="stem"]').textContent()).toContain(`[${index}]`)
        await button(page, 'showSolution').click()
        await button(page, 'next').click()
      }
      await button(page, 'handIn').click()
      await page.locator('[data-part="report"]').waitFor()
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
      const risky =
        'script, style, iframe, svg, object, embed, [onerror], [onload], a[href^="j" i], a[href^="d" i]'
      expect(await page.locator(`quiz-wright`).locator(risky).count()).toBe(0)
      if (index === 0) expect(await dom(page)).toContain('&lt;script&gt;hacked=1&lt;/script&gt;')
    },
  )
})

describe('what is secret', () => {
  it('is in neither page nor storage before its time, and the key changes nothing', async ({ page }) => {
    const seen: string[][] = [[], []]
    for (const [run, name] of ['secret', 'rekeyed'].entries()) {
      await page.goto(`${site.url}/${name}.html`)
      await button(page, 'start').click()
      for (const { type } of bank.questions) {
        await page.locator(`form[data-kind="${type}"]`).waitFor()
        seen[run]?.push(await dom(page))
        await button(page, 'next').click()
      }
    }
    expect(await stored(page)).toContain('quizwright/')
    expect(await stored(page)).not.toContain('SECRET')
    expect(seen.flat().filter(html => html.includes('SECRET'))).toEqual([])
    expect(seen[1]).toEqual(seen[0])
  })
})

describe('an attempt', () => {
  it('goes on after a reload, and tells the page what happens', async ({ page }) => {
    await page.goto(`${site.url}/bank.html`)
    const listen = () => {
      const told: string[] = []
      Object.assign(globalThis, { told })
      for (const name of ['attempt-started', 'question-scored', 'attempt-finished'])
        document.addEventListener(name, event =>
          told.push(`${name} ${Object.keys((event as CustomEvent).detail)}`),
        )
    }
    await page.evaluate(listen)
    await button(page, 'start').click()
    await page.locator('[data-part="card"] select').first().selectOption({ index: 1 })
    await button(page, 'submit').click()
    await page.locator('[data-part="feedback"]').waitFor()
    expect(await page.evaluate('told')).toEqual([
      'attempt-started bank,rules',
      'question-scored id,outcome,score,tries',
    ])
    await page.reload()
    await page.locator('[data-part="feedback"]').waitFor()
    expect(await page.locator('[data-part="card"] select').first().isDisabled()).toBe(true)
    await page.evaluate(listen)
    await button(page, 'finish').click()
    await button(page, 'handIn').click()
    await page.locator('[data-part="report"]').waitFor()
    expect(await page.evaluate('told.at(-1)')).toBe('attempt-finished result')
  })

  it('whose time passed meanwhile ends at once', async ({ page }) => {
    await page.goto(`${site.url}/limited.html`)
    await button(page, 'start').click()
    await page.getByRole('timer').waitFor()
    await page.goto('about:blank')
    await page.waitForTimeout(2100)
    await page.goto(`${site.url}/limited.html`)
    await page.locator('[data-part="report"]').waitFor()
  })
})

describe('where a bank comes from', () => {
  it('may be a script in the element, or YAML', async ({ page }) => {
    for (const name of ['inline', 'yaml']) {
      await page.goto(`${site.url}/${name}.html`)
      await button(page, 'start').waitFor()
    }
  })

  it('a malformed one is refused, with each reason', async ({ page }) => {
    await page.goto(`${site.url}/malformed.html`)
    await page.getByRole('alert').waitFor()
    const reasons = await page.getByRole('listitem').allTextContents()
    expect(reasons.length).toBeGreaterThan(1)
    expect(reasons.join()).toMatch(/riddle/)
    await expectAccessible(page)
    await keepScreenshot(page, 'element-refused')
  })
})

describe('dragging', () => {
  const toMatching = async (page: Page) => {
    await page.goto(`${site.url}/bank.html`)
    await button(page, 'start').click()
    while ((await page.locator('form').getAttribute('data-kind')) !== 'matching')
      await button(page, 'next').click()
    const chip = page.locator('[data-part="chip"]').last()
    const pair = page.locator('[data-part="pair"]').first()
    await chip.scrollIntoViewIfNeeded()
    return { chip, pair }
  }
  const expectPaired = async (page: Page) => {
    const chosen = page.locator('[data-part="choose"]').first()
    await expect.poll(() => chosen.inputValue()).not.toBe('')
    await expect.poll(() => page.locator('[data-part="live"]').textContent()).toMatch(/1 of \d placed/)
  }

  it('pairs a choice with a prompt by mouse, and says so', async ({ page }) => {
    const { chip, pair } = await toMatching(page)
    await chip.dragTo(pair)
    await expectPaired(page)
  })

  it('does the same by a finger', async ({ page }) => {
    const { chip, pair } = await toMatching(page)
    const middle = async (locator: typeof chip) => {
      const { x = 0, y = 0, width = 0, height = 0 } = (await locator.boundingBox()) ?? {}
      return { x: x + width / 2, y: y + height / 2 }
    }
    const [from, to] = [await middle(chip), await middle(pair)]
    const finger = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
      finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
    await touch('touchStart', from)
    for (const share of [0.2, 0.5, 0.8, 1])
      await touch('touchMove', { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
    await touch('touchEnd')
    await expectPaired(page)
  })
})
