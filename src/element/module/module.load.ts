import type { Bank } from '../../index.js'
import { type DefinedModule, defineModule, type Module } from '../../module/index.js'
import { fetchText, problemsOf } from '../file.load.js'

/** A module and the banks that it draws on, as data. */
export interface ModuleContent {
  readonly module: Module
  readonly banks: readonly Bank[]
}

/** A module as a page names it: an address, the id of a bundled one, its content, or one that is defined. */
export type ModuleGiven = string | ModuleContent | DefinedModule

/** A module that can be played, or why it can't. `base` is where it lies. */
export type LoadedModule =
  | { readonly defined: DefinedModule; readonly base: string }
  | { readonly problems: readonly string[] }

const bundled: { readonly [id: string]: () => Promise<ModuleContent> } = {
  'nato-road-map': async () => {
    const { natoRoadMap, natoRoadMapBanks } = await import('../../questions/nato-ukraine/module.js')
    return { module: natoRoadMap, banks: natoRoadMapBanks }
  },
}

/** Loads a module and looks all of it over, but for one that comes with the package or was defined elsewhere. */
export async function loadModule(given: ModuleGiven): Promise<LoadedModule> {
  const base = document.baseURI
  if (typeof given !== 'string') {
    if ('machine' in given) return { defined: given, base }
    return checked(given.module, given.banks, base)
  }
  const known = Object.hasOwn(bundled, given) ? await bundled[given]?.() : undefined
  if (known) return { defined: defineModule(known.module, known), base }
  const file = await fetchText(new URL(given, base).href)
  if ('problems' in file) return file
  const { parseModule } = await import('../../module/parse/index.js')
  const { module, issues } = parseModule(file.text)
  if (!module) return { problems: problemsOf(issues) }
  const banks = await Promise.all(module.banks.map(id => loadBankBeside(file.base, id)))
  const problems = banks.flatMap(bank => ('problems' in bank ? bank.problems : []))
  if (problems.length > 0) return { problems }
  return checked(
    file.text,
    banks.flatMap(bank => ('bank' in bank ? [bank.bank] : [])),
    file.base,
  )
}

/** A bank lies beside the module, named by its id, with the same ending. */
async function loadBankBeside(
  base: string,
  id: string,
): Promise<{ readonly bank: Bank } | { readonly problems: readonly string[] }> {
  const ending = /\.ya?ml$/.exec(new URL(base).pathname)?.[0] ?? '.json'
  const name = `${id}${ending}`
  const file = await fetchText(new URL(name, base).href)
  if ('problems' in file) return file
  const { parseBank } = await import('../../bank/index.js')
  const { bank, issues } = parseBank(file.text)
  const problems = problemsOf(issues).map(problem => `${name} ${problem}`)
  return bank && problems.length === 0 ? { bank } : { problems }
}

async function checked(content: unknown, banks: readonly Bank[], base: string): Promise<LoadedModule> {
  const { parseModule } = await import('../../module/parse/index.js')
  const { module, issues } = parseModule(content, { banks })
  return module ? { defined: defineModule(module, { banks }), base } : { problems: problemsOf(issues) }
}
