import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Locked {
  version?: string
  optionalDependencies?: Record<string, string>
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }

/** Where npm looks for what the package at a place needs: beside it, then further up. */
function placesFor(name: string, from: string): string[] {
  const parents = from
    .split('/node_modules/')
    .map((_, index, all) => all.slice(0, index + 1).join('/node_modules/'))
  return [...parents, ''].map(parent => `${parent}${parent && '/'}node_modules/${name}`)
}

// npm leaves other systems' builds out of the lock where it can't see them, and `npm ci` then fails, or a Mac gets none.
it('locks the builds of a tool for every system', () => {
  const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      name => !placesFor(name, place).some(at => lock.packages[at]?.version),
    ),
  )
  expect(missing).toEqual([])
})

it('names no registry', () => {
  expect(JSON.stringify(lock)).not.toMatch(/"resolved":/)
})
