import { type Bank, type PresetName, type Quiz, type RulesInput, resolveRules } from '../index.js'
import { readingFor } from '../results/index.js'
import {
  connect,
  domProps,
  english,
  fill,
  followFocus,
  type Messages,
  type Part,
  type PartProps,
  part,
  type RenderText,
  renderParts,
  safeSource,
  sendTo,
  speakIn,
  watchTime,
} from '../ui/index.js'
import quizStyles from '../ui/quiz.css'
import { begin, noticePart } from './attempt.begin.js'
import { createSaver, createStore } from './attempts.store.js'
import { textFor } from './author-text.js'
import { loadBank } from './bank.load.js'
import elementStyles from './element.css'
import { createTeller, type QuizWrightEvents } from './events.js'

/** Importing the element on a server does nothing, and breaks nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

/**
 * `<quiz-wright src="bank.json" rules="practice">` plays a bank: every kind, with feedback and report.
 *
 * Attributes: `src` (or a `<script type="application/json">` in it), `rules` (a preset, or rules as JSON), `lang`,
 * `storage` (`local`, `session`, `none`), `seed` (the same draws the same quiz), `theme` (`light`, `dark`; the
 * system's when left out).
 */
export class QuizWrightElement extends Base {
  static readonly observedAttributes = ['src', 'rules', 'lang', 'storage', 'seed']

  readonly #root: ShadowRoot | null
  #bank: Bank | null = null
  #messages: Messages | null = null
  #quiz: Quiz | null = null
  #turn = 0
  #stops: (() => void)[] = []

  constructor() {
    super()
    this.#root = this.attachShadow?.({ mode: 'open' }) ?? null
    if (this.#root) this.#root.adoptedStyleSheets = [sheet()]
  }

  /** A bank in place of `src`: one compiled with the package, or your own. */
  get bank(): Bank | null {
    return this.#bank
  }
  set bank(bank: Bank | null) {
    this.#bank = bank
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

  /** The running quiz, to drive it from outside; null until its bank is there. */
  get quiz(): Quiz | null {
    return this.#quiz
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
    for (const stop of this.#stops.splice(0)) stop()
    this.#quiz = null
  }

  async #load(turn: number): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop()
    this.#quiz = null
    const messages = this.#messages ?? (await messagesFor(languageOf(this)))
    this.#paint(messages, [noticePart(messages.loading)])
    await contentOf(this)
    const inline = this.querySelector('script[type="application/json"]')?.textContent ?? null
    const loaded = await loadBank({ bank: this.#bank, src: this.getAttribute('src'), inline })
    if (turn !== this.#turn || !loaded) return
    if ('problems' in loaded) return this.#refuse(messages, loaded.problems)
    try {
      await this.#play(turn, messages, loaded.bank, loaded.base)
    } catch (error) {
      this.#refuse(messages, [error instanceof Error ? error.message : String(error)])
    }
  }

  async #play(turn: number, messages: Messages, bank: Bank, base: string): Promise<void> {
    const resolve = (src: string) => {
      const safe = safeSource(src)
      return safe === null ? null : URL.canParse(safe, base) ? new URL(safe, base).href : null
    }
    const renderText = await textFor(bank, resolve)
    if (turn !== this.#turn) return
    const rules = rulesOf(this.getAttribute('rules'))
    const name = resolveRules(rules).name
    const kind = this.getAttribute('storage')
    const seed = this.getAttribute('seed')
    const store = createStore(
      `quizwright/${bank.id}/${name}`,
      kind === 'session' || kind === 'none' ? kind : 'local',
    )
    const begun = begin(bank, { rules, ...(seed !== null && { seed }) }, store, messages)
    const { quiz } = begun
    let { news } = begun
    this.#quiz = quiz
    const told = createTeller((name, detail) => this.#tell(name, detail))
    const retake = (only?: 'missed') => void quiz.retake(only ? { only } : {})
    const paint = (now = Date.now()) => {
      const ui = connect(quiz.getView(), sendTo(quiz), shadowProps, {
        messages,
        now,
        overview: quiz.getOverview(),
        reading: id => readingFor(bank, id),
        onRetake: retake,
        resolve,
      })
      this.#paint(messages, [...news, ...ui.sections], ui.root, renderText)
    }
    const saver = createSaver(() => store.save(quiz.save()))
    const stopListening = quiz.subscribe(() => {
      news = []
      paint()
      saver.soon()
      told(quiz.getView())
    })
    paint()
    told(quiz.getView())
    const root = this.#root as ShadowRoot
    this.#stops.push(
      stopListening,
      saver.stop,
      followFocus(root),
      watchTime({ getView: quiz.getView, messages, onTick: paint, onSay: text => speakIn(root, text) }),
      quiz.stop,
    )
  }

  #refuse(messages: Messages, problems: readonly string[]): void {
    const shown = problems.slice(0, 20)
    const more = problems.length - shown.length
    this.#paint(messages, [
      part('refused', 'section', { role: 'alert' }, [
        part('heading', 'h2', {}, messages.unplayable),
        part(
          'problem-list',
          'ul',
          {},
          shown.map((text, index) => ({ ...part('problem', 'li', {}, text), key: `problem-${index}` })),
        ),
        more > 0 ? part('more', 'p', {}, fill(messages, messages.moreProblems, { n: more })) : null,
      ]),
    ])
    this.#tell('bank-refused', { problems })
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

/** In a shadow tree, styles of the page reach what has a `part`. */
const shadowProps = (props: PartProps) => ({ ...domProps(props, ''), part: props['data-part'] })

function rulesOf(given: string | null): RulesInput {
  const text = given?.trim() || 'practice'
  return text.startsWith('{') ? (JSON.parse(text) as RulesInput) : (text as PresetName)
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
