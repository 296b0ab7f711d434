import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = new URL('../..', import.meta.url).pathname

/** A project of someone who uses the package, in a temporary folder, with the packed tarball installed. */
export interface Consumer {
  readonly folder: string
  write(files: { readonly [name: string]: string }): Promise<void>
  /** Runs a command there. Gives what it writes. */
  run(command: string, ...args: readonly string[]): Promise<string>
  remove(): Promise<void>
}

let packed: Promise<string> | undefined

/** The tarball as it would be published. It is packed once; the build has to be there. */
export function packTarball(): Promise<string> {
  packed ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quizwright-packed-'))
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root })
    const [{ filename }] = JSON.parse(stdout) as [{ filename: string }]
    return join(folder, filename)
  })()
  return packed
}

export async function createConsumer(manifest: object = {}): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'quizwright-consumer-'))
  const consumer: Consumer = {
    folder,
    async write(files) {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true })
        await writeFile(join(folder, name), text)
      }
    },
    async run(command, ...args) {
      const { stdout } = await run(command, args, { cwd: folder, maxBuffer: 2 ** 26 }).catch(error => {
        throw new Error(`${command} ${args.join(' ')} failed:\n${error.stdout}\n${error.stderr}`)
      })
      return stdout
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
  await consumer.write({ 'package.json': JSON.stringify({ private: true, ...manifest }) })
  await consumer.run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', await packTarball())
  return consumer
}

/** A tool of this project, for a consumer that would have its own. */
export function toolPath(name: string): string {
  return join(root, 'node_modules', '.bin', name)
}

/** Node's types, for a consumer that would have them. */
export const typesFolder = join(root, 'node_modules', '@types')
