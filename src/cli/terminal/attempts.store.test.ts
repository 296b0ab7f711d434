import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { presets } from '../../quiz/index.js'
import { dataFolder } from '../data.folder.js'
import { openStore, type StoredAttempt } from './attempts.store.js'

const stored: StoredAttempt = {
  version: 1,
  reference: 'positions',
  title: 'Who wants what',
  savedAt: 1000,
  progress: { answered: 1, total: 2 },
  attempt: {
    version: 1,
    bank: 'positions',
    rules: presets.practice,
    seed: 7,
    log: [],
    questions: {},
    marks: {},
  },
}
const newFolder = () => mkdtempSync(join(tmpdir(), 'quizwright-store-'))

describe('Saved attempts', () => {
  it.each([
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/quizwright'],
    ['linux', {}, '/home/ada/.local/share/quizwright'],
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/ada/.local/share/quizwright'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/ada/Library/Application Support/quizwright'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/quizwright'],
  ] as const)('are kept where %s keeps data', (platform, env, folder) => {
    expect(dataFolder(env, platform, '/home/ada')).toBe(folder)
  })

  it('come back, the latest first', () => {
    const store = openStore(newFolder())
    expect(store.list()).toEqual({ attempts: [], damaged: [] })
    store.save(store.nameFor('positions', 1), stored)
    store.save(store.nameFor('positions', 2), { ...stored, savedAt: 2000 })
    expect(store.list().attempts.map(({ savedAt }) => savedAt)).toEqual([2000, 1000])
  })

  it('leave nothing half written beside them', () => {
    const folder = newFolder()
    const store = openStore(folder)
    const file = store.nameFor('positions', 1)
    expect(store.save(file, stored)).toBeNull()
    expect(readdirSync(join(folder, 'attempts'))).toHaveLength(1)
    store.remove(file)
    expect(readdirSync(join(folder, 'attempts'))).toEqual([])
  })

  it.each([
    ['cut off', '{"version":1,"refer'],
    ['another value', '[]'],
    ['null', 'null'],
    ['of another version', JSON.stringify({ ...stored, version: 2 })],
    ['without an attempt', JSON.stringify({ ...stored, attempt: null })],
  ])('are named and left alone where a file is %s', (_, text) => {
    const folder = newFolder()
    mkdirSync(join(folder, 'attempts'))
    const file = join(folder, 'attempts', 'bad.json')
    writeFileSync(file, text)
    const store = openStore(folder)
    expect(store.list()).toEqual({ attempts: [], damaged: [file] })
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it('say why they could not be kept', () => {
    const folder = join(newFolder(), 'file')
    writeFileSync(folder, '')
    const store = openStore(folder)
    expect(store.save(store.nameFor('positions', 1), stored)).toMatch(/ENOTDIR|EEXIST/)
  })

  it('have names that every file system takes, whatever the bank is called', () => {
    const store = openStore('/data')
    expect(store.nameFor('topic:bank', 35)).toBe(join('/data', 'attempts', 'topic%3Abank-z.json'))
  })
})
