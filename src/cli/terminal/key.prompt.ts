import { Prompt } from '@clack/core'
import type { Press } from './widget.js'

/** A prompt that goes by keys of its own, Enter among them. What is pasted is text, whatever is in it: a tab is no key then. */
export abstract class KeyPrompt<Value> extends Prompt<Value> {
  #isPasting = false

  constructor(options: ConstructorParameters<typeof Prompt<Value>>[0]) {
    super(options, false)
    this.on('key', (char, key) => {
      if (key.name === 'paste-start' || key.name === 'paste-end') this.#isPasting = key.name === 'paste-start'
      else this.press({ ...(this.#isPasting ? { pasted: true } : key), char: char ?? undefined })
    })
  }

  protected abstract press(key: Press): void

  protected override _shouldSubmit(): boolean {
    return false
  }

  /** Asks the terminal to put marks around what is pasted, for as long as it is open. */
  override async prompt(): ReturnType<Prompt<Value>['prompt']> {
    this.output.write('\u001b[?2004h')
    const answer = await super.prompt()
    this.output.write('\u001b[?2004l')
    return answer
  }
}
