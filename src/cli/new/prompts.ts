import { isCancel } from '@clack/core'
import { UsageError } from '../command.js'
import type { Pickable } from './ask.js'
import { PickPrompt } from './pick.prompt.js'
import { TextPrompt } from './text.prompt.js'

/** How an author is asked at a terminal. Each throws a UsageError where the author breaks off. */
export interface Prompts {
  /** Trimmed; empty only where `blank` says what that means. */
  text(asked: {
    readonly message: string
    readonly example?: string
    readonly blank?: string
    /** Whether it may have several lines. */
    readonly lines?: boolean
    check?(text: string, before: readonly string[]): string | null
  }): Promise<string>
  pick<Value extends string>(message: string, among: readonly Pickable<Value>[]): Promise<Value>
  several(message: string, among: readonly Pickable[]): Promise<readonly string[]>
}

export const terminalPrompts: Prompts = {
  async text({ message, example, blank, lines, check }) {
    const faultOf = (text: string) => {
      if (text === '') return blank ? null : 'Write something.'
      return check?.(text, []) ?? null
    }
    const keys = lines ? ' (Enter: new line, Tab: done)' : blank ? ` (Enter: ${blank})` : ''
    return answered(
      (await new TextPrompt({ message: message + keys, example, lines, faultOf }).prompt()) ?? '',
    )
  },
  async pick(message, among) {
    const [picked] = answered(await new PickPrompt({ message, among }).prompt()) ?? []
    return picked ?? (among[0] as (typeof among)[number]).value
  },
  async several(message, among) {
    return answered(await new PickPrompt({ message, among, several: true }).prompt()) ?? []
  },
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) throw new UsageError(['Stopped. Nothing more was written.'])
  return answer as Exclude<Answer, symbol>
}
