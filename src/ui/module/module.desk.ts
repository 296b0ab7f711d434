import type { ModuleCommand } from '../../module/index.js'
import type { Setting, UiCommand } from '../desk.js'
import { type Counted, fill } from '../messages.js'
import { type Part, part } from '../part.js'
import type { ModuleMessages } from './module.messages.js'

/** What the interface asks of a module: the commands of a session by name, with what they take. */
export type ModuleUiCommand =
  | { readonly type: Exclude<ModuleCommand, 'openLesson' | 'startCheck' | 'practise'> }
  | { readonly type: 'openLesson'; readonly lesson: string }
  | { readonly type: 'startCheck'; readonly check: string }
  /** Without either, all that was missed. */
  | { readonly type: 'practise'; readonly objective?: string; readonly misconception?: string }
  /** For the quiz that runs. */
  | { readonly type: 'quiz'; readonly command: UiCommand }

export type ModuleSend = (command: ModuleUiCommand) => unknown

/** What `connectModule` was told. `language` is that of the module. */
export interface ModuleSetting
  extends Pick<Setting, 'messages' | 'prefix' | 'language' | 'resolve' | 'announce'> {
  readonly send: ModuleSend
  readonly words: ModuleMessages
}

export function say(
  { words }: Pick<ModuleSetting, 'words'>,
  text: string | Counted,
  places: { readonly [name: string]: string | number } = {},
): string {
  return fill(words, text, places)
}

/** A text of the module's author. */
export function written(
  { language }: Pick<ModuleSetting, 'language'>,
  name: string,
  tag: string,
  text: string,
  format: 'plain' | 'inline' | 'block' = 'plain',
): Part {
  return { ...part(name, tag, { lang: language }, text), format }
}

/** Quizzes without a word to read before their start begin at once. */
const beginAtOnce: ReadonlySet<string> = new Set(['startCheck', 'practise'])

/** A button for something that may be done now; the first of its group stands out. `about` tells like buttons apart. */
export function commandPart(
  { send }: Pick<ModuleSetting, 'send'>,
  command: ModuleUiCommand,
  text: string,
  { isFirst = false, about }: { readonly isFirst?: boolean; readonly about?: string } = {},
): Part {
  return part(
    'action',
    'button',
    {
      type: 'button',
      'data-command': command.type,
      'data-primary': isFirst ? '' : undefined,
      'aria-label': about === undefined ? undefined : `${text}: ${about}`,
      onclick() {
        send(command)
        if (beginAtOnce.has(command.type)) send({ type: 'quiz', command: { type: 'start' } })
      },
    },
    text,
  )
}
