import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { UsageError } from './command.js'
import { holdState, readState, storedNames } from './state.store.js'

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
  expect(first.read()).toBeNull()
  expect(first.save({ count: 1 })).toBeNull()
  first.release()
  expect(readState(options())).toEqual({ count: 1 })
  const second = holdState(options())
  expect(second.read()).toEqual({ count: 1 })
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

it('leaves to another run what that has taken over first', () => {
  const lock = join(folder, 'modules/rivers.json.lock')
  mkdirSync(join(folder, 'modules'))
  writeFileSync(lock, '999999999')
  // The other run is quicker, between the look at the mark and the taking of it.
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    writeFileSync(lock, String(process.ppid))
    throw Object.assign(new Error('gone'), { code: 'ESRCH' })
  })
  expect(() => holdState(options())).toThrow(/Another run/)
  kill.mockRestore()
  expect(readFileSync(lock, 'utf8')).toBe(String(process.ppid))
  expect(readdirSync(join(folder, 'modules'))).toEqual(['rivers.json.lock'])
})

it.each([
  ['{"count":', /rivers\.json can't be read: .*JSON.*move it away to start afresh/],
  ['', /rivers\.json can't be read: .*JSON/],
  ['{"count":"1"}', /it is not what this program writes there/],
  ['null', /it is not what this program writes there/],
  ['{"version":2}', /it is of version 2, and this quizwright reads version 1/],
])('leaves alone what it can’t read, and says why: %s', (damaged, message) => {
  const file = join(folder, 'modules/rivers.json')
  mkdirSync(join(folder, 'modules'))
  writeFileSync(file, damaged)
  const held = holdState(options())
  expect(() => held.read()).toThrow(message)
  expect(() => readState(options())).toThrow(UsageError)
  expect(readFileSync(file, 'utf8')).toBe(damaged)
  held.setAside()
  expect(held.read()).toBeNull()
  held.save({ count: 2 })
  held.setAside()
  expect(readFileSync(`${file}.old`, 'utf8')).toBe(damaged)
  expect(readFileSync(`${file}.old2`, 'utf8')).toBe('{"count":2}')
  held.release()
})

it('says where it can’t write, and what to do', () => {
  writeFileSync(join(folder, 'modules'), '')
  expect(() => holdState(options())).toThrow(/modules, which can't be written to: (EEXIST|ENOTDIR)/)
  expect(() => holdState(options())).toThrow(/XDG_DATA_HOME/)
})

it('names what is stored, and nothing that others have put there', () => {
  expect(storedNames('modules', folder)).toEqual([])
  mkdirSync(join(folder, 'modules'))
  for (const name of ['a%2Fb.json', '%zz.json', 'a.json.1.draft', 'a.json.lock', 'a.json.old', '.json'])
    writeFileSync(join(folder, 'modules', name), '')
  expect(storedNames('modules', folder)).toEqual(['a/b'])
})

it('says why it could not be saved', () => {
  const held = holdState(options())
  rmSync(join(folder, 'modules'), { recursive: true })
  writeFileSync(join(folder, 'modules'), '')
  expect(held.save({ count: 1 })).toMatch(/ENOTDIR|EEXIST/)
  held.release()
})
