import { createModule, type LearningModule, type SavedModule, SavedModuleError } from '../../module/index.js'
import { readingFor } from '../../results/index.js'
import {
  connectModule,
  type ModuleMessages,
  moduleEnglish,
  moduleNews,
  sendToModule,
} from '../../ui/module/index.js'
import moduleStyles from '../../ui/module/module.css'
import { fill, followFocus, type Part, speakIn, watchTime } from '../../ui/quiz/index.js'
import { noticePart } from '../attempt.begin.js'
import { createSaver } from '../attempts.store.js'
import { createRenderText } from '../markdown.js'
import { resolverFrom, type Stage, seedOf, shadowProps, storeOf } from '../stage.js'
import { loadModule, type ModuleGiven } from './module.load.js'
import { createModuleTeller } from './module.teller.js'

export interface ModulePlay {
  /** What the element says of the module, in place of the table for its language. */
  readonly moduleMessages: ModuleMessages | null
  readonly onRefused: (heading: string, problems: readonly string[]) => void
  /** Called with the module that runs: at the start, and when it is started afresh. */
  readonly onRun: (way: LearningModule) => void
}

/** Plays a module in the element, until the stage stops it. */
export async function playModule(stage: Stage, given: ModuleGiven, play: ModulePlay): Promise<void> {
  const { element, messages, root } = stage
  const words = play.moduleMessages ?? (await wordsFor(messages.language))
  const loaded = await loadModule(given)
  if (!stage.isCurrent()) return
  if ('problems' in loaded) return play.onRefused(words.unplayable, loaded.problems)
  const { defined, base } = loaded
  const { module, quizzes } = defined.definition
  const store = storeOf<SavedModule>(element, `quizwright-module/${module.id}`)
  const outside = resolverFrom(base)
  const resolve = (src: string) => (src.startsWith('#') ? src : outside(src))
  const renderText = createRenderText(resolve)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet()]

  let news: readonly Part[] = []
  let way = begin()
  let stopListening = listen()

  function begin(): LearningModule {
    const saved = store.load()
    try {
      const begun = createModule(defined, { ...seedOf(element), restore: saved })
      const n = begun.problems.length
      news = n === 0 ? [] : [noticePart(fill(words, words.attemptsUnread, { n }))]
      return begun
    } catch (error) {
      if (!(error instanceof SavedModuleError)) throw error
      store.setAside()
      news = [noticePart(words.setAside)]
      return createModule(defined, seedOf(element))
    }
  }

  function listen(): () => void {
    play.onRun(way)
    const told = createModuleTeller(stage.tell, way)
    let before = way.getView()
    return way.subscribe(() => {
      const said = moduleNews(words, before, way.getView())
      before = way.getView()
      news = []
      paint()
      saver.soon()
      if (said !== '') speakIn(root, said)
      told()
    })
  }

  /** What was done stays stored, aside. */
  function restart(): void {
    stopListening()
    saver.flush()
    store.setAside()
    way.stop()
    way = begin()
    stopListening = listen()
    paint()
  }

  function paint(now = Date.now()): void {
    const { bank } = quizzes.check.definition
    const ui = connectModule(way.getView(), sendToModule(way), shadowProps, {
      messages,
      moduleMessages: words,
      now,
      overview: way.getQuiz()?.getOverview() ?? [],
      reading: id => readingFor(bank, id),
      resolve,
      onRestart: restart,
    })
    stage.paint([...news, ...ui.sections], ui.root, renderText)
  }

  const saver = createSaver(() => store.save(way.save()))
  paint()
  stage.onStop(
    () => stopListening(),
    saver.stop,
    followFocus(root),
    watchTime({
      getView: () => way.getQuiz()?.getView() ?? null,
      messages,
      onTick: paint,
      onSay: text => speakIn(root, text),
    }),
    () => way.stop(),
  )
}

async function wordsFor(language: string): Promise<ModuleMessages> {
  return /^de\b/i.test(language)
    ? (await import('../../ui/module/german/index.js')).moduleGerman
    : moduleEnglish
}

let shared: CSSStyleSheet | undefined

function sheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet()
    shared.replaceSync(moduleStyles)
  }
  return shared
}
