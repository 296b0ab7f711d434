import { getRows } from '@clack/core'
import { windowed, wrap } from '../terminal/layout.js'
import { pickMany, pickOne } from '../terminal/pick.widget.js'
import type { Press } from '../terminal/widget.js'
import type { Pickable } from './ask.js'
import { FramedPrompt, paint } from './framed.prompt.js'

interface PickOptions<Value extends string> {
  readonly message: string
  readonly among: readonly Pickable<Value>[]
  /** Whether several can be marked, one at the least. */
  readonly several?: boolean
}

/** One or several of a list, picked as choices are in a quiz. */
export class PickPrompt<Value extends string> extends FramedPrompt<readonly Value[]> {
  readonly #options: PickOptions<Value>
  #widget

  constructor(options: PickOptions<Value>) {
    super({ render: () => this.#draw() })
    this.#options = options
    const listed = options.among.map(({ value, label }) => ({ id: value, text: label }))
    this.#widget = options.several ? pickMany(listed, []) : pickOne(listed, null)
  }

  protected override press(key: Press): void {
    if (key.name === 'return') this.#end()
    else if (!key.pasted) this.#widget = this.#widget.press(key)
  }

  #end(): void {
    this.#widget = this.#widget.settled()
    this.value = this.#picked().map(({ value }) => value)
    this.state = this.value.length > 0 ? 'submit' : 'error'
    this.error = 'Nothing is marked: the space bar marks.'
  }

  #picked(): readonly Pickable<Value>[] {
    const { response } = this.#widget
    return this.#options.among.filter(({ value }) => [response].flat().includes(value))
  }

  #draw(): string {
    const { message } = this.#options
    const picked = this.#picked().map(({ label }) => label)
    if (!this.isOpen) return this.frame(message, wrap(picked.join(', '), this.width).join('\n'))
    const list = this.#widget.draw({ paint, plain: true, width: this.width, open: true })
    const keys = [...this.#widget.keys, ['enter', 'done']].map(key => key.join(' ')).join(' · ')
    return this.frame(message, windowed(list, Math.max(6, getRows(this.output) - 6), /❯/), keys)
  }
}
