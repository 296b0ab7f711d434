import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { parse } from 'yaml'
import { type Served, type ServeOptions, serve } from './serve.js'

export type Data = { readonly [name: string]: unknown }
export type BankData = Data & { readonly questions: readonly Data[] }

/** The bank that has every kind. */
export const positions = parse(
  await readFile('questions/nato-ukraine/positions.yaml', 'utf8'),
) as BankData & { readonly id: string }

/** A page with the element, as a site without a build has it; `banks` are there as `<name>.json`. */
export function serveElement(
  banks: { readonly [name: string]: unknown },
  pages: NonNullable<ServeOptions['pages']> = {},
  policy?: null,
): Promise<Served> {
  const files = Object.entries(banks).map(([name, bank]) => [`/${name}.json`, JSON.stringify(bank)] as const)
  return serve('dist/element', {
    pages: { ...Object.fromEntries(files), ...pages },
    ...(policy === null && { policy }),
  })
}

/** A page of someone who has no build: one script tag. */
export function pageWith(element: string, language = 'en', direction = 'ltr'): string {
  return `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A quiz</title>
<main><h1>A quiz</h1>${element}</main><script type="module" src="quiz-wright.js"></script></html>`
}

export const button = (page: Page, command: string): Locator => page.locator(`[data-command="${command}"]`)

/** The questions, one of each kind, in the order of the kinds' names. */
export function oneOfEach({ questions, ...bank }: BankData): BankData {
  const kinds = [...new Set(questions.map(({ type }) => type))].sort()
  return { ...bank, questions: kinds.map(kind => questions.find(({ type }) => type === kind) as Data) }
}

/** The bank's order, and otherwise the rules for practice. */
export const inOrder = JSON.stringify({ preset: 'practice', name: 'in-order', blueprint: { order: 'fixed' } })
