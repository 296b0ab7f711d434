import type { Desk, Streams } from './desk.js'
import { openPlainDesk } from './plain.desk.js'
import { openRichDesk } from './rich.desk.js'

/** @param plain plain text, line by line; by the environment when left out. */
export function openDesk(
  plain: boolean = wantsPlainText(process.env),
  streams: Streams = { input: process.stdin, output: process.stdout },
): Desk {
  return plain ? openPlainDesk(streams) : openRichDesk(streams)
}

/** Whether the environment asks for plain text: no colour wanted, a terminal that can't, a screen reader. */
export function wantsPlainText(env: { readonly [name: string]: string | undefined }): boolean {
  const accessible = env.ACCESSIBLE ?? ''
  return (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb' || !['', '0', 'false'].includes(accessible)
}
