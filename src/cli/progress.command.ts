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
  const { values, positionals } = readArguments('progress', args, { json: { type: 'boolean' } }, 1)
  const [reference] = positionals
  const modules = reference === undefined ? await viewsOfBegun() : readable([await viewOf(reference)])
  const reviews = await comingReviews()
  const problems = [...modules.problems, ...reviews.problems]
  const data = { modules: modules.all.map(asData), reviews: reviews.all, problems }
  process.stdout.write(values.json ? `${JSON.stringify(data, null, 2)}\n` : asText(modules.all, reviews.all))
  if (problems.length === 0) return 0
  process.stderr.write(`${problems.join('\n')}\n`)
  return 1
}

/** What can be shown, and what is wrong with the rest. */
interface Readable<One> {
  readonly all: readonly One[]
  readonly problems: readonly string[]
}

const readable = <One>(all: readonly One[]): Readable<One> => ({ all, problems: [] })

/** Takes each alone, so that one that is damaged keeps nobody from the others. */
async function eachOf<One>(
  names: readonly string[],
  take: (name: string) => One | null | Promise<One | null>,
): Promise<Readable<One>> {
  const all: One[] = []
  const problems: string[] = []
  for (const name of names)
    try {
      const one = await take(name)
      if (one !== null) all.push(one)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      problems.push(...error.problems)
    }
  return { all, problems }
}

/** Each module that was begun; the bundled ones where none was. */
async function viewsOfBegun(): Promise<Readable<ModuleView>> {
  const names = storedNames('modules')
  if (names.length === 0) return readable(await Promise.all(bundledModules.map(({ id }) => viewOf(id))))
  return eachOf(names, name => {
    const stored = readModuleState(name)
    return stored && viewOf(stored.reference, stored)
  })
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
    const { title } = defined.definition.module
    throw new UsageError([
      safeLine(`What was done of “${title}” can't be shown; learn ${reference} --again starts it afresh.`),
      ...error.problems.map(({ message }) => safeLine(`- ${message}`)),
    ])
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

function comingReviews(): Promise<Readable<ComingReviews>> {
  const at = Date.now()
  const utcOffset = -new Date(at).getTimezoneOffset()
  return eachOf(storedNames('reviews'), bank => {
    const stored = readReviews(bank)
    return (
      stored && { bank, title: stored.title, forecast: forecast(stored.reviews, { at, utcOffset, days: 7 }) }
    )
  })
}

function asText(views: readonly ModuleView[], reviews: readonly ComingReviews[]): string {
  const paint = process.stdout.isTTY && !wantsPlainText(process.env) ? coloured : colourless
  const style = { paint, width: Math.min(process.stdout.columns || 80, 100), plain: false }
  const coming = reviews.map(one => `${paint.strong(safeLine(one.title))}\n${loadText(one.forecast)}`)
  return `${[...views.map(view => progressText(view, style)), ...coming].join('\n\n\n')}\n`
}
