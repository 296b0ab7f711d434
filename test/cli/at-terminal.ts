import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from '@lydell/node-pty'
import headless from '@xterm/headless'
import { build } from 'esbuild'
import { bankPlugin } from '../bank-plugin.js'
import type { PlayRequest } from './play.entry.js'

const pathOf = (file: string) => new URL(file, import.meta.url).pathname
const entryPoints = {
  play: pathOf('play.entry.ts'),
  quizwright: pathOf('../../src/cli/index.ts'),
}
let built: Promise<string> | undefined

/** The demo and the command, bundled once for all tests of a file. Gives their folder. */
async function bundle(): Promise<string> {
  const outdir = await mkdtemp(join(tmpdir(), 'quizwright-cli-'))
  const banks = bankPlugin()
  await build({
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    alias: { yaml: pathOf('../../node_modules/yaml/browser/index.js') },
    define: { VERSION: '"1.2.3"' },
    plugins: [
      {
        name: banks.name,
        setup(build) {
          build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({
            contents: (await banks.load(path)) ?? '',
          }))
        },
      },
    ],
  })
  return outdir
}

export const keys = {
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  enter: '\r',
  space: ' ',
  tab: '\t',
  escape: '\u001b',
  interrupt: '\u0003',
} as const

export interface TerminalOptions extends PlayRequest {
  readonly columns?: number
  readonly rows?: number
  /** Runs the command with these arguments instead of the demo. */
  readonly command?: readonly string[]
  /** The learner's data folder; a new one when left out. */
  readonly data?: string
  readonly env?: { readonly [name: string]: string }
}

export interface AtTerminal {
  /** The learner's data folder. */
  readonly data: string
  /** All that is on the screen and above it. */
  screen(): string
  /** All that was written, with its control sequences. */
  written(): string
  type(...keys: readonly string[]): void
  /** Pastes as terminals do: with marks around the text where the program asks for them. */
  paste(text: string): void
  /** Waits until this is on the screen. */
  see(what: string | RegExp): Promise<void>
  /** Waits until the last lines show this. */
  seeLast(what: string | RegExp, lines?: number): Promise<void>
  /** Waits for the end. Gives the exit code. */
  ended(): Promise<number>
  close(): void
}

/** Starts the demo, or the command, at a pseudo-terminal. */
export async function startAtTerminal(options: TerminalOptions = {}): Promise<AtTerminal> {
  const { columns = 80, rows = 40, command, data, env = {}, ...request } = options
  built ??= bundle()
  const programs = await built
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'quizwright-data-')))
  const screen = new headless.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true })
  const run = command
    ? [join(programs, 'quizwright.mjs'), ...command]
    : [join(programs, 'play.mjs'), JSON.stringify(request)]
  const process_ = spawn(process.execPath, run, {
    cols: columns,
    rows,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      APPDATA: folder,
      XDG_DATA_HOME: folder,
      TERM: 'xterm-256color',
      ...env,
    },
  })
  let written = ''
  let code: number | null = null
  const waiting = new Set<() => void>()
  const look = () => {
    for (const check of [...waiting]) check()
  }
  // A screen may come in parts, so it is looked at once nothing more comes.
  let soon: NodeJS.Timeout | undefined
  process_.onData(data => {
    written += data
    screen.write(data, () => {
      clearTimeout(soon)
      soon = setTimeout(look, 20)
    })
  })
  process_.onExit(({ exitCode }) => {
    code = exitCode
    screen.write('', look)
  })
  const text = () => {
    const { active } = screen.buffer
    const lines = Array.from({ length: active.length }, (_, row) =>
      active.getLine(row)?.translateToString(true),
    )
    return lines.join('\n').trimEnd()
  }
  const until = (holds: () => boolean, what: string) =>
    new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(check)
        reject(new Error(`Waited in vain for ${what}. The screen:\n${text()}`))
      }, 5_000)
      const check = () => {
        if (!holds()) return
        waiting.delete(check)
        clearTimeout(late)
        resolve()
      }
      waiting.add(check)
      check()
    })
  const shows = (shown: string, what: string | RegExp) =>
    typeof what === 'string' ? shown.includes(what) : what.test(shown)
  return {
    data: folder,
    screen: text,
    written: () => written,
    type: (...keys) => process_.write(keys.join('')),
    paste(text) {
      const typed = text.replace(/\r?\n/g, '\r')
      process_.write(screen.modes.bracketedPasteMode ? `\u001b[200~${typed}\u001b[201~` : typed)
    },
    see: what => until(() => shows(text(), what), String(what)),
    seeLast: (what, lines = 12) =>
      until(() => shows(text().split('\n').slice(-lines).join('\n'), what), String(what)),
    async ended() {
      await until(() => code !== null, 'the end')
      return code ?? -1
    },
    close: () => process_.kill(),
  }
}
