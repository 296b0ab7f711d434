import { getColumns } from '@clack/core'
import { S_BAR, S_BAR_END, symbol } from '@clack/prompts'
import { KeyPrompt } from '../terminal/key.prompt.js'
import { hang, prefix } from '../terminal/layout.js'
import { wantsPlainText } from '../terminal/open-desk.js'
import { coloured, colourless } from '../terminal/paint.js'

/** Without colours too, the cursor has to be seen. */
export const paint = wantsPlainText(process.env) ? { ...colourless, cursor: coloured.cursor } : coloured

/** What is asked, behind a sign of how it stands; the answer, behind a bar; and what is wrong with it, or a note. */
export abstract class FramedPrompt<Value> extends KeyPrompt<Value> {
  protected get isOpen(): boolean {
    return this.state !== 'submit' && this.state !== 'cancel'
  }

  /** How many columns an answer has. */
  protected get width(): number {
    return getColumns(this.output) - 4
  }

  protected frame(message: string, answer: string, note = ''): string {
    const [isWrong, width] = [this.state === 'error', this.width + 3]
    const colour = isWrong ? paint.part : this.isOpen ? paint.accent : paint.faint
    const said = isWrong ? paint.part(this.error) : paint.faint(note)
    return [
      paint.faint(S_BAR),
      hang(`${symbol(this.state)}  `, message, width),
      prefix(`${colour(S_BAR)}  `, answer),
      ...(this.isOpen ? [hang(`${colour(S_BAR_END)}  `, said, width).trimEnd()] : []),
    ].join('\n')
  }
}
