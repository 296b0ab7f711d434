import { createModule, type ModuleView, SavedModuleError } from '../module/index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { readModuleState, type StoredModule } from './learn.store.js'
import { bundledModules, openModule } from './modules.js'
import { safeLine } from './plain-text.js'
import { storedNames } from './state.store.js'
import { wantsPlainText } from './terminal/open-desk.js'
import { coloured, colourless } from './terminal/paint.js'
import { progressText } from './terminal/progress.text.js'

/** Shows how far the learner is, module by module. */
export const command: Command = async args => {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } }, 1)
  const views = await viewsOf(positionals[0])
  process.stdout.write(values.json ? `${JSON.stringify(views.map(asData), null, 2)}\n` : asText(views))
  return 0
}

/** The module that is named, begun or not; else each that was begun. */
async function viewsOf(reference: string | undefined): Promise<readonly ModuleView[]> {
  if (reference !== undefined) return [await viewOf(reference)]
  const begun = storedNames('modules').map(name => readModuleState(decodeURIComponent(name)))
  const stored = begun.filter(one => one !== null)
  if (stored.length === 0) return Promise.all(bundledModules.map(({ id }) => viewOf(id)))
  return Promise.all(stored.map(one => viewOf(one.reference, one)))
}

async function viewOf(reference: string, known?: StoredModule): Promise<ModuleView> {
  const defined = await openModule(reference, Date.now)
  const stored = known ?? readModuleState(defined.definition.module.id)
  try {
    const way = createModule(defined, { restore: stored?.module ?? null })
    way.stop()
    return way.getView()
  } catch (error) {
    if (!(error instanceof SavedModuleError)) throw error
    throw new UsageError(error.message.split('\n').map(safeLine))
  }
}

function asData({ module, lessons, objectives, preTest, postTest, gain, missed, completed }: ModuleView) {
  return {
    module: module.id,
    title: module.title,
    completed,
    lessons,
    objectives,
    preTest,
    postTest,
    gain,
    missed,
  }
}

function asText(views: readonly ModuleView[]): string {
  const paint = process.stdout.isTTY && !wantsPlainText(process.env) ? coloured : colourless
  const style = { paint, width: Math.min(process.stdout.columns || 80, 100), plain: false }
  return `${views.map(view => progressText(view, style)).join('\n\n\n')}\n`
}
