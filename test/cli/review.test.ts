import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import type { StoredReviews } from '../../src/cli/review.store.js'
import { type AtTerminal, keys, startAtTerminal } from './at-terminal.js'

const { down, enter } = keys
const open: AtTerminal[] = []

async function review(...args: readonly string[]): Promise<AtTerminal> {
  const data = await mkdtemp(join(tmpdir(), 'quizwright-review-'))
  const questions = ['first', 'second'].map(id => ({ id, type: 'true-false', stem: `The ${id}?`, key: true }))
  await writeFile(join(data, 'own.json'), JSON.stringify({ id: 'own', title: 'Own', questions }))
  const terminal = await startAtTerminal({ command: ['review', join(data, 'own.json'), ...args], data })
  open.push(terminal)
  return terminal
}

const kept = async ({ data }: AtTerminal): Promise<StoredReviews['reviews']> =>
  JSON.parse(await readFile(join(data, 'quizwright/reviews/own.json'), 'utf8')).reviews

afterEach(() => {
  for (const terminal of open.splice(0)) terminal.close()
})

it('goes over what is due, asks what was easy, and shows what comes', async () => {
  const terminal = await review('--new', '1')
  await terminal.see(/^. {2}1 new question$/m)
  await terminal.seeLast('menu')
  terminal.type(enter)
  await terminal.see('✔  Correct')
  terminal.type(enter)
  await terminal.see('Was any of it easy?')
  await terminal.seeLast('The first?')
  terminal.type(down, enter)
  await terminal.see('Remembered: 1 of 1.')
  await terminal.see('Coming up')
  expect(await terminal.ended()).toBe(0)
  expect((await kept(terminal)).log).toMatchObject([{ question: 'first', rating: 'Easy' }])
  expect(await readdir(join(terminal.data, 'quizwright/reviews'))).toEqual(['own.json'])
})

it('keeps what was handed in where the terminal goes away, and lets go of the lock', async () => {
  const terminal = await review()
  await terminal.see('2 new')
  await terminal.seeLast('menu')
  terminal.type(down, enter)
  await terminal.see('Not right')
  terminal.close()
  await expect
    .poll(() => readdir(join(terminal.data, 'quizwright/reviews')).catch(() => []))
    .toEqual(['own.json'])
  expect((await kept(terminal)).log).toMatchObject([{ question: 'first', rating: 'Again' }])
})
