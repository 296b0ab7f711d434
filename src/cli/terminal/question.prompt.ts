import type { Readable, Writable } from 'node:stream'
import { getRows } from '@clack/core'
import type { Json } from '../../index.js'
import type { Action, ActionName, Enter } from './actions.js'
import { KeyPrompt } from './key.prompt.js'
import { hang, prefix, windowed, wrap } from './layout.js'
import type { TextStyle } from './markdown.js'
import { moved, type Press, type Widget } from './widget.js'

/** What a question prompt is opened with. The functions are asked at every key, as everything may have changed. */
interface QuestionPromptOptions {
  readonly widget: Widget
  readonly style: () => TextStyle
  readonly actions: () => readonly Action[]
  /** Takes what the learner gave so far. */
  readonly respond: (response: Json) => void
  /** What Enter does now. */
  readonly enter: () => Enter
  /** What Enter is called in the line of keys. */
  readonly enterWord: string
  /** Does an action that stays at the question; false where it leads on. */
  readonly act: (name: ActionName) => boolean
  /** What stands above and below the widget: hints taken, the time. */
  readonly above: () => string
  readonly status: () => string
  /** The widget afresh, after the response was cleared. */
  readonly fresh: () => Widget
  readonly input: Readable
  readonly output: Writable
  readonly signal: AbortSignal
}

export type Decision = Exclude<ActionName, 'hint' | 'flag' | 'clear'> | 'submit' | 'interrupt'

/** A question at the terminal: its widget, the keys, and a menu of all that can be done, behind Esc or `?`. */
export class QuestionPrompt extends KeyPrompt<Decision> {
  readonly #options: QuestionPromptOptions
  #widget: Widget
  /** Place of the cursor in the menu; null while it is closed. */
  #menu: number | null = null
  #note = ''
  /** Whether it left nothing on screen when it was closed. */
  isBlank = false

  constructor(options: QuestionPromptOptions) {
    const { input, output, signal } = options
    super({ input, output, signal, render: () => this.#draw() })
    this.#options = options
    this.#widget = options.widget
    this.on('finalize', () => {
      // To the library Esc and Ctrl+C both cancel; here they are keys like others.
      if (this.state === 'cancel') this.state = this.value === undefined ? 'active' : 'submit'
    })
  }

  #decide(decision: Decision): void {
    this.value = decision
    this.state = 'submit'
  }

  protected override press(key: Press): void {
    this.#note = ''
    if (key.pasted && (this.#menu !== null || !this.#widget.typing)) return
    if (key.ctrl && (key.name === 'c' || key.name === 'd')) this.#decide('interrupt')
    else if (this.#menu !== null) this.#pressInMenu(key, this.#menu)
    else this.#pressAtQuestion(key)
  }

  #pressAtQuestion(key: Press): void {
    if (key.name === 'escape' || (key.char === '?' && !this.#widget.typing)) {
      this.#menu = 0
      return
    }
    const command = key.meta || !this.#widget.typing ? this.#actionAt(key) : undefined
    const next = key.meta ? this.#widget : this.#widget.press(key)
    const { handsInBy = 'return' } = this.#widget
    const handsIn = key.name === handsInBy || (key.name === 'enter' && handsInBy === 'return')
    if (next !== this.#widget) this.#take(next)
    else if (command) this.#act(command.name)
    else if (handsIn) this.#enter()
  }

  #pressInMenu(key: Press, at: number): void {
    const actions = this.#options.actions()
    if (key.name === 'escape' || key.char === '?') {
      this.#menu = null
      return
    }
    const chosen = key.name === 'return' ? actions[at] : this.#actionAt(key)
    if (!chosen) {
      this.#menu = moved(key, at, actions.length)
      return
    }
    this.#menu = null
    this.#act(chosen.name)
  }

  #actionAt({ name, char, ctrl }: Press): Action | undefined {
    const letter = char ?? name
    return ctrl ? undefined : this.#options.actions().find(({ key }) => key === letter)
  }

  #act(name: ActionName): void {
    if (!this.#options.act(name)) this.#decide(name as Decision)
    else if (name === 'clear') this.#widget = this.#options.fresh()
  }

  #take(widget: Widget): void {
    const before = this.#widget.response
    this.#widget = widget
    if (widget.response !== before) this.#options.respond(widget.response)
  }

  #enter(): void {
    this.#take(this.#widget.settled())
    const enter = this.#options.enter()
    if ('command' in enter) this.#decide(enter.command)
    else this.#note = enter.refusal
  }

  #draw(): string {
    const style = this.#options.style()
    const { paint } = style
    const open = this.state !== 'submit' && this.state !== 'cancel' && !this.#options.signal.aborted
    const width = style.width - 3
    const above = this.#options.above()
    const below = open ? [paint.part(this.#note), this.#drawFoot({ ...style, width })] : []
    const body = this.#widget.draw({ ...style, width, open })
    const taken = [above, ...below]
      .filter(piece => piece !== '')
      .join('\n\n')
      .split('\n').length
    const room = Math.max(6, getRows(this.output) - taken - 4)
    const pieces = [above, open ? windowed(body, room, /[❯↕]/) : body, ...below]
    const text = pieces.filter(piece => piece !== '').join('\n\n')
    this.isBlank = text === ''
    if (this.isBlank) return ''
    const rule = open ? paint.accent('│') : paint.faint('│')
    return `${prefix(`${rule}  `, text)}\n${open ? paint.accent('└') : rule}`
  }

  #drawFoot({ paint, width }: TextStyle): string {
    const status = this.#options.status()
    if (this.#menu !== null) {
      const at = this.#menu
      const lines = this.#options.actions().map((action, index) => {
        const front = index === at ? paint.accent('❯') : ' '
        return hang(`${front} ${paint.accent(action.key)}  `, action.says, width)
      })
      return [...lines, paint.faint('esc back to the question'), status]
        .filter(line => line !== '')
        .join('\n')
    }
    const legend = legendOf(this.#widget, this.#options.actions(), this.#options.enterWord)
      .map(([key, does]) => `${paint.accent(key)} ${paint.faint(does)}`.replaceAll(' ', '\u00a0'))
      .join(paint.faint('\u00a0· '))
    return [...wrap(legend, width).map(line => line.replaceAll('\u00a0', ' ')), status]
      .filter(line => line !== '')
      .join('\n')
  }
}

/** The keys that the line at the bottom names; all others are behind the last. */
function legendOf(
  widget: Widget,
  actions: readonly Action[],
  enterWord: string,
): readonly (readonly [key: string, does: string])[] {
  const { handsInBy = 'enter' } = widget
  const named = ['hint', 'skip', 'why', 'flag', 'previous', ...(enterWord === 'try again' ? ['next'] : [])]
  const letters = widget.typing
    ? []
    : actions.filter(({ name, word }) => named.includes(name) && word !== enterWord)
  return [
    ...widget.keys,
    ...(handsInBy ? [[handsInBy, enterWord] as const] : []),
    ...letters.map(({ key, word }) => [key, word] as const),
    [widget.typing ? 'esc' : '?', 'menu'],
  ]
}
