import { edit, editorOf } from '../terminal/editor.js'
import { wrap } from '../terminal/layout.js'
import type { Press } from '../terminal/widget.js'
import { drawEditor } from '../terminal/write.widget.js'
import { FramedPrompt, paint } from './framed.prompt.js'

interface TextOptions {
  readonly message: string
  /** Stands there until something is typed. */
  readonly example?: string | undefined
  /** Whether it may have several lines: Enter begins a new one then, and Tab ends the text. */
  readonly lines?: boolean | undefined
  /** What is wrong with a text; null where nothing is. */
  readonly faultOf: (text: string) => string | null
}

/** A text of one line or several, as answers are typed in a quiz. */
export class TextPrompt extends FramedPrompt<string> {
  readonly #options: TextOptions
  #editor = editorOf('')

  constructor(options: TextOptions) {
    super({ render: () => this.#draw() })
    this.#options = options
  }

  protected override press(key: Press): void {
    const { lines = false } = this.#options
    const ends = lines ? key.name === 'tab' || (key.ctrl && key.name === 'd') : key.name === 'return'
    if (ends) this.#end()
    else this.#editor = edit(this.#editor, key, lines)
  }

  #end(): void {
    this.value = this.#editor.text.trim()
    const fault = this.#options.faultOf(this.value)
    this.state = fault === null ? 'submit' : 'error'
    this.error = fault ?? ''
  }

  #draw(): string {
    const { message, example = '' } = this.#options
    const typed = drawEditor(this.#editor, { paint, open: this.isOpen }, this.width)
    const stands = paint.cursor(' ') + wrap(paint.faint(example), this.width - 1).join('\n')
    return this.frame(message, this.isOpen && this.#editor.text === '' ? stands : typed)
  }
}
