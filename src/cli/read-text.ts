import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { UsageError } from './command.js'

/** What a file is called where something is said of it: `-` is standard input. */
export const nameOf = (file: string) => (file === '-' ? '<stdin>' : file)

let input: Promise<Uint8Array> | undefined

/** What came in, however often it is asked for. */
function readInput(): Promise<Uint8Array> {
  input ??= buffer(process.stdin)
  return input
}

/**
 * The text of a file, or of standard input where it is called `-`, with its byte order mark.
 *
 * @param missing what to say where there is no such file.
 * @throws UsageError when it can't be read, or is no text in UTF-8.
 */
export async function readText(file: string, missing = `There is no file '${file}'.`): Promise<string> {
  return textOf(file, await readBytes(file, missing))
}

/** @throws UsageError when the file can't be read. */
export async function readBytes(file: string, missing = `There is no file '${file}'.`): Promise<Uint8Array> {
  if (file === '-') return readInput()
  return readFile(file).catch(({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'ENOENT') throw new UsageError([missing])
    if (code === 'EISDIR') throw new UsageError([`${file} is a folder; name a file in it.`])
    throw new UsageError([`${file} can't be read: ${message}`])
  })
}

/** @throws UsageError when the bytes are no text in UTF-8. */
export function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const name = nameOf(file)
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    throw new UsageError([
      isZip
        ? `${name} is a zip archive; to make a bank of questions in it: quizwright convert ${file} --out bank.yaml`
        : isUtf16
          ? `${name} is in UTF-16: save it as UTF-8, with the same name.`
          : `${name} is no text in UTF-8: save it as UTF-8, or name another file.`,
    ])
  }
}
