import { createModule, type ModuleView, SavedModuleError } from '../module/index.js'
import { type DayLoad, forecast } from '../schedule/spaced/index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { readModuleState, type StoredModule } from './learn.store.js'
import { bundledModules, openModule } from './modules.js'
import { safeLine } from './plain-text.js'
import { readReviews } from './review.store.js'
import { loadText } from './review.text.js'
import { storedNames } from './state.store.js'
import { wantsPlainText } from './terminal/open-desk.js'
import { coloured, colourless } from './terminal/paint.js'
import { progressText } from './terminal/progress.text.js'

/** Shows how far the learner is, module by module, and what reviews the coming days bring. */
export const command: Command = async args => {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } }, 1)
  const views = await viewsOf(positionals[0])
  const reviews = comingReviews()
  const data = () => `${JSON.stringify({ modules: views.map(asData), reviews }, null, 2)}\n`
  process.stdout.write(values.json ? data() : asText(views, reviews))
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

/** What falls due of a bank in the coming week. */
interface ComingReviews {
  readonly bank: string
  readonly title: string
  readonly forecast: readonly DayLoad[]
}

function comingReviews(): readonly ComingReviews[] {
  const at = Date.now()
  const utcOffset = -new Date(at).getTimezoneOffset()
  return storedNames('reviews').flatMap(name => {
    const bank = decodeURIComponent(name)
    const stored = readReviews(bank)
    if (!stored) return []
    return [{ bank, title: stored.title, forecast: forecast(stored.reviews, { at, utcOffset, days: 7 }) }]
  })
}

function asText(views: readonly ModuleView[], reviews: readonly ComingReviews[]): string {
  const paint = process.stdout.isTTY && !wantsPlainText(process.env) ? coloured : colourless
  const style = { paint, width: Math.min(process.stdout.columns || 80, 100), plain: false }
  const coming = reviews.map(one => `${paint.strong(safeLine(one.title))}\n${loadText(one.forecast)}`)
  return `${[...views.map(view => progressText(view, style)), ...coming].join('\n\n\n')}\n`
}
