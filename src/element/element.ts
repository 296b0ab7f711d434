import type { Bank, Quiz } from '../index.js'
import type { LearningModule } from '../module/index.js'
import type { ModuleMessages } from '../ui/module/index.js'
import {
  english,
  fill,
  keyed,
  type Messages,
  type Part,
  type PartProps,
  part,
  type RenderText,
  renderParts,
} from '../ui/quiz/index.js'
import quizStyles from '../ui/quiz.css'
import { noticePart } from './attempt.begin.js'
import { loadBank } from './bank.load.js'
import elementStyles from './element.css'
import type { QuizWrightEvents } from './events.js'
import type { ModuleGiven } from './module/module.load.js'
import { playQuiz } from './quiz.player.js'
import { type Stage, shadowProps } from './stage.js'

/** Importing the element on a server does nothing, and breaks nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

/**
 * `<quiz-wright src="bank.json" rules="practice">` plays a bank: every kind, with feedback and report.
 * `<quiz-wright module="module.json">` plays a learning module.
 *
 * Attributes: `src` (or a `<script type="application/json">` in it), `rules` (a preset, or rules as JSON), `module` (a
 * file, with its banks beside it, or the id of a bundled one), `lang`, `storage` (`local`, `session`, `none`), `seed`
 * (the same draws the same quiz), `theme` (`light`, `dark`; the system's when left out).
 */
export class QuizWrightElement extends Base {
  static readonly observedAttributes = ['src', 'rules', 'module', 'lang', 'storage', 'seed']

  readonly #root: ShadowRoot | null
  #bank: Bank | null = null
  #module: Exclude<ModuleGiven, string> | null = null
  #messages: Messages | null = null
  #moduleMessages: ModuleMessages | null = null
  #quiz: Quiz | null = null
  #way: LearningModule | null = null
  #turn = 0
  #stops: (() => void)[] = []

  constructor() {
    super()
    this.#root = this.attachShadow?.({ mode: 'open' }) ?? null
  }

  /** A bank in place of `src`: one compiled with the package, or your own. */
  get bank(): Bank | null {
    return this.#bank
  }
  set bank(bank: Bank | null) {
    this.#bank = bank
    this.#reload()
  }

  /**
   * A module with its banks, `{ module, banks }`, or one of `defineModule`, in place of the attribute. A text is the
   * attribute's, as frameworks set properties where there are some.
   */
  get module(): ModuleGiven | null {
    return this.#module ?? this.getAttribute('module')
  }
  set module(module: ModuleGiven | null) {
    this.#module = typeof module === 'string' ? null : module
    if (typeof module === 'string') this.setAttribute('module', module)
    else this.removeAttribute('module')
    this.#reload()
  }

  /** What the element says, in place of the table for its `lang`. */
  get messages(): Messages | null {
    return this.#messages
  }
  set messages(messages: Messages | null) {
    this.#messages = messages
    this.#reload()
  }

  /** What the element says of a module, in place of the table for its `lang`. */
  get moduleMessages(): ModuleMessages | null {
    return this.#moduleMessages
  }
  set moduleMessages(messages: ModuleMessages | null) {
    this.#moduleMessages = messages
    this.#reload()
  }

  /** The running quiz, to drive it from outside, that of a module too; null while there is none. */
  get quiz(): Quiz | null {
    return this.#way ? this.#way.getQuiz() : this.#quiz
  }

  /** The running module, to drive it from outside; null where none is played. */
  get learningModule(): LearningModule | null {
    return this.#way
  }

  connectedCallback(): void {
    this.#reload()
  }

  disconnectedCallback(): void {
    this.#stop()
  }

  attributeChangedCallback(): void {
    this.#reload()
  }

  /** Several changes in a row load once. */
  #reload(): void {
    const turn = ++this.#turn
    queueMicrotask(() => {
      if (turn === this.#turn && this.isConnected) void this.#load(turn)
    })
  }

  #stop(): void {
    this.#turn++
    this.#clear()
  }

  #clear(): void {
    for (const stop of this.#stops.splice(0)) stop()
    this.#quiz = null
    this.#way = null
  }

  async #load(turn: number): Promise<void> {
    const root = this.#root
    if (!root) return
    this.#clear()
    root.adoptedStyleSheets = [sheet()]
    const messages = this.#messages ?? (await messagesFor(languageOf(this)))
    if (turn !== this.#turn) return
    this.#paint(messages, [noticePart(messages.loading)])
    const stage: Stage = {
      element: this,
      root,
      messages,
      isCurrent: () => turn === this.#turn,
      paint: (...painted) => this.#paint(messages, ...painted),
      tell: (name, detail) => this.#tell(name, detail),
      onStop: (...stops) => this.#stops.push(...stops),
    }
    const { module } = this
    try {
      if (module === null) await this.#playQuiz(stage)
      else await this.#playModule(stage, module)
    } catch (error) {
      const problems = (error instanceof Error ? error.message : String(error)).split('\n- ')
      this.#refuse(stage, module === null ? 'bank-refused' : 'module-refused', messages.unplayable, problems)
    }
  }

  async #playQuiz(stage: Stage): Promise<void> {
    await contentOf(this)
    const inline = this.querySelector('script[type="application/json"]')?.textContent ?? null
    const loaded = await loadBank({ bank: this.#bank, src: this.getAttribute('src'), inline })
    if (!stage.isCurrent() || !loaded) return
    if ('problems' in loaded)
      return this.#refuse(stage, 'bank-refused', stage.messages.unplayable, loaded.problems)
    await playQuiz(stage, loaded.bank, loaded.base, quiz => {
      this.#quiz = quiz
    })
  }

  /** Loaded only where one is played, as most pages have a quiz. */
  async #playModule(stage: Stage, given: ModuleGiven): Promise<void> {
    const { playModule } = await import('./module/module.player.js')
    await playModule(stage, given, {
      moduleMessages: this.#moduleMessages,
      onRefused: (heading, problems) => this.#refuse(stage, 'module-refused', heading, problems),
      onRun: way => {
        this.#way = way
      },
    })
  }

  #refuse(
    stage: Stage,
    event: 'bank-refused' | 'module-refused',
    heading: string,
    problems: readonly string[],
  ): void {
    if (!stage.isCurrent()) return
    const shown = problems.slice(0, 20)
    const more = problems.length - shown.length
    stage.paint([
      part('refused', 'section', { role: 'alert' }, [
        part('heading', 'h2', {}, heading),
        part(
          'problem-list',
          'ul',
          {},
          shown.map((text, index) => keyed(index, part('problem', 'li', {}, text))),
        ),
        more > 0
          ? part('more', 'p', {}, fill(stage.messages, stage.messages.moreProblems, { n: more }))
          : null,
      ]),
    ])
    stage.tell(event, { problems })
  }

  #paint(messages: Messages, sections: readonly Part[], root?: PartProps, renderText?: RenderText): void {
    if (!this.#root) return
    const props = root ?? shadowProps({ 'data-part': 'quiz', lang: messages.language })
    renderParts(this.#root, [{ ...part('quiz', 'div', {}, sections), props }], renderText)
  }

  #tell<Name extends keyof QuizWrightEvents>(name: Name, detail: QuizWrightEvents[Name]['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

let shared: CSSStyleSheet | undefined

/** One sheet for all elements; a policy that forbids inline styles allows it. */
function sheet(): CSSStyleSheet {
  if (!shared) {
    shared = new CSSStyleSheet()
    shared.replaceSync(quizStyles + elementStyles)
  }
  return shared
}

function languageOf(element: HTMLElement): string {
  return element.closest<HTMLElement>('[lang]')?.lang ?? ''
}

async function messagesFor(language: string): Promise<Messages> {
  return /^de\b/i.test(language) ? (await import('../ui/german/index.js')).german : english
}

/** Until the page is read, what stands in the element may still come. */
function contentOf({ ownerDocument }: HTMLElement): Promise<unknown> {
  if (ownerDocument.readyState !== 'loading') return Promise.resolve()
  return new Promise(resolve => ownerDocument.addEventListener('DOMContentLoaded', resolve, { once: true }))
}
