import fc from 'fast-check'
import type { Log } from 'sarif'
import { expect, it, vi } from 'vitest'
import { type Finding, findingsFormats } from './findings.js'

const place = fc.option(fc.integer({ min: 1, max: 10_000 }))
const findings: fc.Arbitrary<readonly Finding[]> = fc.array(
  fc
    .record({
      file: fc.oneof(
        fc.stringMatching(/^[ -.0-~äß水]{1,12}\.yaml$/),
        fc.constantFrom('a b/ä#1.yaml', '../up.yaml', '/elsewhere/100%.json'),
      ),
      line: place,
      column: place,
      path: fc.constantFrom('', 'title', 'questions.0.choices.1.text'),
      severity: fc.constantFrom('error', 'warning', 'info'),
      code: fc.constantFrom('missing-field', 'key-longest', 'syntax', 'stale-source'),
      message: fc.string({ minLength: 1 }),
    })
    // What has no line has no column.
    .map(finding => ({ ...finding, column: finding.line === null ? null : finding.column })),
)

// What fields there are and which values they take, the compiler holds; these are what the schema asks beside.
it('writes SARIF that the schema takes', () => {
  fc.assert(
    fc.property(findings, found => {
      const { version, runs }: Log = JSON.parse(findingsFormats.sarif(found, () => null))
      expect([version, runs.length]).toEqual(['2.1.0', 1])
      const [{ tool, results = [] } = { tool: { driver: { name: '' } } }] = runs
      const ids = (tool.driver.rules ?? []).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(results.map(({ message }) => message.text)).toEqual(found.map(({ message }) => message))
      for (const [index, { ruleId, ruleIndex = -1, locations = [] }] of results.entries()) {
        expect(ids[ruleIndex]).toBe(ruleId)
        const { artifactLocation, region } = locations[0]?.physicalLocation ?? {}
        // RFC 3986: no sign that an address may not hold.
        expect(artifactLocation?.uri).toMatch(/^(?:[\w.~!$&'()*+,;=:@/-]|%[\dA-F]{2})+$/)
        expect(region).toEqual({ startLine: found[index]?.line ?? 1, startColumn: found[index]?.column ?? 1 })
      }
    }),
  )
})

it('tells how grave a rule is, whatever is made of it in this bank', () => {
  const found = {
    file: 'a.yaml',
    line: 1,
    column: 1,
    path: '',
    severity: 'info',
    code: 'a',
    message: 'It is.',
  } as const
  const { runs }: Log = JSON.parse(
    findingsFormats.sarif([found], () => ({ text: 'Mind it.', severity: 'warning' })),
  )
  expect(runs[0]?.tool.driver.rules?.[0]?.defaultConfiguration).toEqual({ level: 'warning' })
  expect(runs[0]?.results?.[0]?.level).toBe('note')
})

it.each([
  ['posix', '../up/a b.yaml', '../up/a%20b.yaml'],
  ['posix', './near//a.yaml', 'near/a.yaml'],
  ['posix', '..near/a.yaml', '..near/a.yaml'],
  ['posix', `${process.cwd()}/..near/a.yaml`, '..near/a.yaml'],
  ['win32', '../up/ä.yaml', '../up/%C3%A4.yaml'],
  ['win32', '..\\up\\a.yaml', '../up/a.yaml'],
  ['win32', 'near\\a b.yaml', 'near/a%20b.yaml'],
] as const)('gives, by the rules of %s, %s the address %s', async (system, file, uri) => {
  vi.resetModules()
  vi.doMock('node:path', async importOriginal => (await importOriginal<typeof import('node:path')>())[system])
  const { findingsFormats } = await import('./findings.js')
  const place = { line: 1, column: 1, path: '', severity: 'error', code: 'a', message: 'It is.' } as const
  const { runs }: Log = JSON.parse(findingsFormats.sarif([{ file, ...place }], () => null))
  expect(runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri })
})
