import type { Bank } from '../index.js'
import { isSound } from './bank.check.js'
import { fetchText, problemsOf } from './file.load.js'

/** A bank that can be played, or why it can't. */
export type Loaded = { readonly bank: Bank; readonly base: string } | { readonly problems: readonly string[] }

/** Where a bank may come from, the first that is there. */
export interface BankSource {
  readonly bank: unknown
  readonly src: string | null
  /** Text of a script in the element. */
  readonly inline: string | null
}

/** Loads a bank and looks it over. What can't be played is told with every reason. */
export async function loadBank({ bank, src, inline }: BankSource): Promise<Loaded | null> {
  const here = document.baseURI
  if (bank != null) return checked(bank, bank, here)
  if (src === null) return inline === null ? null : readText(inline, here)
  const file = await fetchText(new URL(src, here).href)
  return 'problems' in file ? file : readText(file.text, file.base)
}

function readText(text: string, base: string): Promise<Loaded> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    // The reader of files knows where a JSON text breaks off, and YAML.
    data = null
  }
  return checked(data, text, base)
}

/** The full check is loaded only where the short one doesn't pass, as most pages never need it. */
async function checked(data: unknown, given: unknown, base: string): Promise<Loaded> {
  if (isSound(data)) return { bank: data, base }
  const { parseBank } = await import('../bank/index.js')
  const { bank, issues } = parseBank(given)
  const problems = problemsOf(issues)
  return bank && problems.length === 0 ? { bank, base } : { problems }
}
