import { getColumns } from '@clack/core'
import { isCancel, multiselect, select, text } from '@clack/prompts'
import { UsageError } from '../command.js'
import { hang, wrap } from '../terminal/layout.js'
import type { Pickable } from './ask.js'
import { LinesPrompt } from './lines.prompt.js'

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
    if (lines) {
      const told = `${message} (Enter: new line, Tab: done)`
      return answered((await new LinesPrompt({ message: told, example, faultOf }).prompt()) ?? '')
    }
    const told = blank ? `${message} (Enter: ${blank})` : message
    const given = await text({
      message: behindSign(told),
      ...(example && { placeholder: example }),
      validate: (value = '') => {
        const fault = faultOf(value.trim())
        return fault === null ? undefined : behindSign(fault)
      },
    })
    return (answered(given) ?? '').trim()
  },
  async pick(message, among) {
    const place = answered(await select({ message: inside(message), options: placesOf(among) }))
    return (among[place] as (typeof among)[number]).value
  },
  async several(message, among) {
    const places = answered(await multiselect({ message: inside(message), options: placesOf(among) }))
    return among.filter((_, place) => places.includes(place)).map(({ value }) => value)
  },
}

/** A text whose lines stand behind the sign that the prompt puts before the first. */
const behindSign = (text: string) => hang('   ', text, getColumns(process.stdout)).trimStart()

/** The prompt counts the 10 characters that colour the bar before a line as columns of it, and breaks the line there. */
const barColumns = 3 + 10

const inside = (text: string) => wrap(text, getColumns(process.stdout) - barColumns).join('\n')

/** What goes on stands below the label, not below its circle. */
const placesOf = (among: readonly Pickable[]) =>
  among.map(({ label }, value) => ({
    value,
    label: hang('  ', label, getColumns(process.stdout) - barColumns).trimStart(),
  }))

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) throw new UsageError(['Stopped. Nothing more was written.'])
  return answer as Exclude<Answer, symbol>
}
