import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { UsageError } from './command.js'
import { holdState, readState } from './state.store.js'

interface State {
  readonly count: number
}
const isState = (value: unknown): value is State =>
  typeof value === 'object' && value !== null && 'count' in value && typeof value.count === 'number'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quizwright-state-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const options = () => ({ name: 'modules/rivers', isState, folder })

it('keeps a state from run to run', () => {
  const first = holdState(options())
  expect(first.stored).toBeNull()
  expect(first.save({ count: 1 })).toBeNull()
  first.release()
  expect(readState(options())).toEqual({ count: 1 })
  const second = holdState(options())
  expect(second.stored).toEqual({ count: 1 })
  second.release()
})

it('is held by one run at a time, and may be looked at meanwhile', () => {
  const held = holdState(options())
  held.save({ count: 1 })
  expect(() => holdState(options())).toThrow(/Another run \(process \d+\)/)
  expect(readState(options())).toEqual({ count: 1 })
  held.release()
  holdState(options()).release()
})

it('takes over what a process that is gone has left behind', () => {
  mkdirSync(join(folder, 'modules'))
  for (const left of ['999999999', '', 'x']) {
    writeFileSync(join(folder, 'modules/rivers.json.lock'), left)
    holdState(options()).release()
  }
})

it('leaves alone what it can’t read', () => {
  mkdirSync(join(folder, 'modules'))
  for (const damaged of ['{', '{"count":"1"}', '']) {
    writeFileSync(join(folder, 'modules/rivers.json'), damaged)
    expect(() => holdState(options())).toThrow(UsageError)
    expect(readFileSync(join(folder, 'modules/rivers.json'), 'utf8')).toBe(damaged)
  }
  writeFileSync(join(folder, 'modules/rivers.json'), '{"count":2}')
  expect(holdState(options()).stored).toEqual({ count: 2 })
})

it('says why it could not be saved', () => {
  const held = holdState(options())
  rmSync(join(folder, 'modules'), { recursive: true })
  writeFileSync(join(folder, 'modules'), '')
  expect(held.save({ count: 1 })).toMatch(/ENOTDIR|EEXIST/)
  held.release()
})
