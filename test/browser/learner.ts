import type { Locator, Page } from 'playwright-core'

/** What a learner does with a question, by whatever means. */
export interface Hand {
  pick(text: string): Promise<void>
  type(field: string, text: string): Promise<void>
  /** Gives a row of a list the entry with this text. */
  give(row: string, entry: string): Promise<void>
  /** Brings an item of an order to the top. */
  top(item: string): Promise<void>
  mark(word: string): Promise<void>
  press(button: string): Promise<void>
}

const answers: readonly (readonly [stem: RegExp, answer: (hand: Hand) => Promise<void>])[] = [
  [/longest/, hand => hand.pick('Volga')],
  [/on the Danube/, hand => inTurn(['Vienna', 'Budapest', 'Belgrade'], hand.pick)],
  [/flows into/, hand => hand.pick('True')],
  [/through Paris/, hand => hand.type('Your answer', 'Seine')],
  [
    /metres/,
    async hand => {
      await hand.type('Your number', '2500')
      await hand.give('Unit', 'm')
    },
  ],
  [/shortest first/, hand => inTurn(['Danube', 'Rhine', 'Seine', 'Thames'], hand.top)],
  [/each city/, hand => inPairs({ Paris: 'Seine', London: 'Thames', Kyiv: 'Dnipro' }, hand.give)],
  [
    /Into which sea/,
    hand =>
      inPairs({ Danube: 'Black Sea', Rhine: 'North Sea', Dnipro: 'Black Sea', Elbe: 'North Sea' }, hand.give),
  ],
  [
    /course of/,
    async hand => {
      await hand.give('Gap 1 of 3', 'Black')
      await hand.type('Gap 2 of 3', 'Germany')
      await hand.type('Gap 3 of 3', '10')
    },
  ],
  [/Mark the names/, hand => inTurn(['Rhine', 'Moselle'], hand.mark)],
  [/so many cities/, hand => hand.type('Your answer', 'They gave water, and carried goods.')],
]

/** Answers the question at hand as someone does who knows. */
export async function answer(page: Page, hand: Hand): Promise<void> {
  const stem = await page.locator('[data-part="stem"]').innerText()
  const found = answers.find(([asked]) => asked.test(stem))
  if (!found) throw new Error(`Nobody knows: ${stem}`)
  await found[1](hand)
}

/** With a mouse. Native lists open outside of the page, so that these are set, where nothing can be dragged to them. */
export function pointer(page: Page): Hand {
  const box = page.locator('[data-part="answer"]')
  return {
    pick: text => box.locator('[data-part="choice"]', { hasText: text }).click(),
    type: (field, text) => page.getByLabel(field, { exact: true }).fill(text),
    async give(row, entry) {
      const chip = box.locator('[data-part="chip"]', { hasText: entry })
      const card = box.locator('[data-part="card"]', { hasText: row })
      if (await chip.count()) await drag(page, chip, box.locator('[data-part="pair"]', { hasText: row }))
      else if (await card.count())
        await drag(
          page,
          card.locator('[data-part="handle"]'),
          box.locator('[data-part="box"]', {
            has: page.getByText(entry, { exact: true }).and(page.locator('[data-part="box-title"]')),
          }),
        )
      else await page.getByLabel(row, { exact: true }).selectOption(entry)
    },
    async top(item) {
      const items = box.locator('[data-part="item"]')
      await drag(page, items.filter({ hasText: item }).locator('[data-part="handle"]'), items.first())
    },
    mark: word => box.getByRole('button', { name: word, exact: true }).click(),
    press: button => page.getByRole('button', { name: button, exact: true }).click(),
  }
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('Nothing to drag, or nowhere to.')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 })
  await page.mouse.up()
}

/** With nothing but the keyboard: Tab to where something is named so, then the keys that it takes. */
export function keyboard(page: Page): Hand {
  const { keyboard } = page
  const tabTo = async (...names: readonly string[]) => {
    for (let pressed = 0; pressed < 120; pressed++) {
      if (names.includes(await nameOfFocused(page))) return
      await keyboard.press('Tab')
    }
    throw new Error(`No key leads to '${names.join(' or ')}'.`)
  }
  return {
    async pick(text) {
      const radios = page.locator('[data-part="answer"] input[type="radio"]')
      if ((await radios.count()) === 0) {
        await tabTo(text)
        return keyboard.press('Space')
      }
      await tabTo(...(await page.locator('[data-part="choice-text"]').allInnerTexts()))
      await keyboard.press('Space')
      while ((await nameOfFocused(page)) !== text) await keyboard.press('ArrowDown')
    },
    async type(field, text) {
      await tabTo(field)
      await keyboard.type(text)
    },
    async give(row, entry) {
      await tabTo(row)
      await keyboard.type(entry)
    },
    async top(item) {
      await tabTo(`Move up: ${item}`)
      await keyboard.press('Home')
    },
    async mark(word) {
      await tabTo(word)
      await keyboard.press('Space')
    },
    async press(button) {
      await tabTo(button)
      await keyboard.press('Enter')
    },
  }
}

/** What has the focus is called: by its label, or by its own text. */
function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let focused = document.activeElement
    while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement
    const labelled = focused?.getAttribute('aria-labelledby')
    const root = focused?.getRootNode() as Document | ShadowRoot
    const { labels } = focused as Partial<HTMLInputElement>
    const named = labelled ? root.getElementById(labelled) : labels?.[0]
    const words = named?.querySelector('[data-part="choice-text"]') ?? named ?? focused
    return (focused?.getAttribute('aria-label') ?? words?.textContent ?? '').trim()
  })
}

async function inTurn(texts: readonly string[], act: (text: string) => Promise<void>): Promise<void> {
  for (const text of texts) await act(text)
}

async function inPairs(
  pairs: { readonly [row: string]: string },
  act: (row: string, entry: string) => Promise<void>,
): Promise<void> {
  for (const [row, entry] of Object.entries(pairs)) await act(row, entry)
}
