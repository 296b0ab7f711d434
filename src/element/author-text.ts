import type { Bank } from '../index.js'
import type { RenderText } from '../ui/quiz/index.js'

/** Signs that mean something in Markdown. A bank without any needs no renderer, and loads none. */
const marks = /[\\`*_[\]<>#~|&]|\n\s*\n|(?:^|\n)\s*(?:[-+]|\d+[.)])\s/

/** Shows the author's texts as Markdown; undefined where they stand as they are. */
export async function textFor(
  bank: Bank,
  resolve: (src: string) => string | null,
): Promise<RenderText | undefined> {
  if (bank.text === 'plain' || !hasText(bank, text => marks.test(text))) return undefined
  const { createRenderText } = await import('./markdown.js')
  return createRenderText(resolve)
}

function hasText(value: unknown, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(one => hasText(one, test))
}
