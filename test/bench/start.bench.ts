import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn as spawnAtTerminal } from '@lydell/node-pty'
import { type BenchRow, median } from './compare.js'

const command = join(process.cwd(), 'dist/cli/quizwright.mjs')

/** How long the command takes to be there, against a script that does nothing. The build has to be there. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'quizwright-start-'))
  const empty = join(folder, 'empty.mjs')
  await writeFile(empty, '')
  const tasks = {
    empty: () => ended([empty]),
    version: () => ended([command, '--version']),
    question: () => shown(folder),
  }
  const times: { [name: string]: number[] } = { empty: [], version: [], question: [] }
  for (let round = 0; round < 21; round++)
    for (const [name, task] of Object.entries(tasks)) times[name]?.push(await task())
  const {
    empty: base = 0,
    version = 0,
    question = 0,
  } = Object.fromEntries(Object.entries(times).map(([name, taken]) => [name, median(taken)]))
  const row = (name: string, taken: number, limit: number): BenchRow => ({
    name: `${name}, against an empty script`,
    ratio: taken / base,
    limit,
    note: `${taken.toFixed(0)} ms to ${base.toFixed(0)} ms`,
  })
  return [row('quizwright --version', version, 1.15), row('the first question on screen', question, 1.3)]
}

function ended(args: readonly string[]): Promise<number> {
  const start = performance.now()
  return new Promise(resolve => {
    spawn(process.execPath, args, { stdio: 'ignore' }).on('exit', () => resolve(performance.now() - start))
  })
}

function shown(folder: string): Promise<number> {
  const start = performance.now()
  return new Promise(resolve => {
    const terminal = spawnAtTerminal(
      process.execPath,
      [command, 'play', 'positions', '--rules', 'exam', '--seed', '7'],
      {
        cols: 80,
        rows: 40,
        env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', XDG_DATA_HOME: folder, HOME: folder },
      },
    )
    let text = ''
    terminal.onData(data => {
      text += data
      if (!/1 of \d+/.test(text)) return
      resolve(performance.now() - start)
      terminal.kill()
    })
  })
}
