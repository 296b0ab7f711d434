import { readFile } from 'node:fs/promises'
import type { Bank } from '../index.js'
import { type DefinedModule, defineModule, type Module } from '../module/index.js'
import { natoRoadMap, natoRoadMapBanks } from '../questions/nato-ukraine/module.js'
import { UsageError } from './command.js'
import { errorLines } from './error-lines.js'
import { isModule, readModule } from './module.file.js'
import { safeLine } from './plain-text.js'

/** The modules that come with the package, with their banks. */
const bundled: readonly { readonly module: Module; readonly banks: readonly Bank[] }[] = [
  { module: natoRoadMap, banks: natoRoadMapBanks },
]

export const bundledModules: readonly Module[] = bundled.map(({ module }) => module)

/**
 * Opens a module by the id of a bundled one, or by the path to a file. Its banks are the bundled ones of these ids, or
 * files beside it.
 *
 * @throws UsageError naming all that is wrong with it, and where.
 */
export async function openModule(reference: string, now: () => number): Promise<DefinedModule> {
  const known = bundled.find(({ module }) => module.id === reference)
  const { module, banks } = known ?? (await openModuleFile(reference))
  try {
    return defineModule(module, { banks, now })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError(error.message.split('\n').map(safeLine))
  }
}

async function openModuleFile(
  path: string,
): Promise<{ readonly module: Module; readonly banks: readonly Bank[] }> {
  const text = await readFile(path, 'utf8').catch(async ({ code, message }: NodeJS.ErrnoException) => {
    if (code !== 'ENOENT') throw new UsageError([safeLine(`${path} can't be read: ${message}`)])
    const { didYouMean } = await import('../bank/index.js')
    const ids = bundledModules.map(({ id }) => id)
    const hint = didYouMean(path, ids) || ` Bundled are: ${ids.join(', ')}.`
    throw new UsageError([safeLine(`There is neither a bundled module nor a file '${path}'.${hint}`)])
  })
  const { module, banks, issues } = await readModule(path, text)
  if (module) return { module, banks }
  if (!isModule(text) && /^["']?questions["']?\s*:/m.test(text))
    throw new UsageError([safeLine(`${path} is a bank, and no module: quizwright play ${path}`)])
  throw new UsageError(errorLines(path, issues))
}
