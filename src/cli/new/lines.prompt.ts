import { getColumns } from '@clack/core'
import { S_BAR, S_BAR_END, symbol } from '@clack/prompts'
import { edit, editorOf } from '../terminal/editor.js'
import { KeyPrompt } from '../terminal/key.prompt.js'
import { hang, prefix } from '../terminal/layout.js'
import { wantsPlainText } from '../terminal/open-desk.js'
import { coloured, colourless } from '../terminal/paint.js'
import type { Press } from '../terminal/widget.js'
import { drawEditor } from '../terminal/write.widget.js'

interface LinesOptions {
  readonly message: string
  /** Stands there until something is typed. */
  readonly example?: string | undefined
  /** What is wrong with a text; null where nothing is. */
  readonly faultOf: (text: string) => string | null
}

/** Without colours too, the cursor has to be seen. */
const paint = wantsPlainText(process.env) ? { ...colourless, cursor: coloured.cursor } : coloured

/** A text of one line or several, as an essay is typed in a quiz: Enter begins a new line, Tab ends the text. */
export class LinesPrompt extends KeyPrompt<string> {
  readonly #options: LinesOptions
  #editor = editorOf('')

  constructor(options: LinesOptions) {
    super({ render: () => this.#draw() })
    this.#options = options
  }

  protected override press(key: Press): void {
    if (key.name === 'tab' || (key.ctrl && key.name === 'd')) this.#end()
    else this.#editor = edit(this.#editor, key, true)
  }

  #end(): void {
    this.value = this.#editor.text.trim()
    const fault = this.#options.faultOf(this.value)
    this.state = fault === null ? 'submit' : 'error'
    this.error = fault ?? ''
  }

  #draw(): string {
    const { message, example = '' } = this.#options
    const isOpen = this.state !== 'submit' && this.state !== 'cancel'
    const colour = this.state === 'error' ? paint.part : isOpen ? paint.accent : paint.faint
    const width = getColumns(this.output) - 4
    const typed = drawEditor(this.#editor, { paint, open: isOpen }, width)
    const shown = this.#editor.text === '' && isOpen ? paint.cursor(' ') + paint.faint(example) : typed
    const head = hang(`${symbol(this.state)}  `, message, width + 3)
    const body = prefix(`${colour(S_BAR)}  `, shown)
    const foot = isOpen
      ? `\n${colour(hang(`${S_BAR_END}  `, this.state === 'error' ? this.error : '', width + 3).trimEnd())}`
      : ''
    return `${paint.faint(S_BAR)}\n${head}\n${body}${foot}`
  }
}
