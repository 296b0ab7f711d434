import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MediaFile } from '../formats/index.js'
import { UsageError } from './command.js'

/** @throws UsageError when the file can't be written. */
export async function writeTo(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(file, content).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError([
      error.code === 'ENOENT' ? `There is no folder for ${file}.` : cannotWrite(file, error),
    ])
  })
}

/**
 * Writes a file, and others where it names them.
 *
 * @throws UsageError, with nothing written, when another file is in the place of one.
 */
export async function writeWithMedia(
  file: string,
  content: string | Uint8Array,
  media: readonly MediaFile[],
): Promise<void> {
  const files = media.map(({ path, bytes }) => ({ place: join(dirname(file), path), bytes }))
  const faults = (
    await Promise.all(
      files.map(async ({ place, bytes }) => {
        if (place.toLowerCase() === join(file).toLowerCase())
          return [`A picture of it is called ${file}, too. Name another file with --out.`]
        const there = await readFile(place).catch(() => null)
        return there === null || there.equals(bytes)
          ? []
          : [`${place} is there already, and is another file. Move it, or name another folder with --out.`]
      }),
    )
  ).flat()
  if (faults.length > 0) throw new UsageError(faults)
  await writeTo(file, content)
  for (const { place, bytes } of files) {
    await mkdir(dirname(place), { recursive: true }).catch(error => {
      throw new UsageError([cannotWrite(place, error)])
    })
    await writeTo(place, bytes)
  }
}

const cannotWrite = (file: string, { message }: Error) => `${file} can't be written: ${message}`
