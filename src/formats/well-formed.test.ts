import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { anyQuestion } from '../../test/contract/awkward.js'
import { everyQuestion } from '../../test/contract/every-question.js'
import type { BuiltInQuestion } from '../interactions/index.js'
import { bundledBanks } from '../questions/index.js'
import { exportBank, type FormatName, importBank } from './index.js'
import { readZip, writeZip } from './zip.js'

/** The XML of a text, or of an archive's documents, by path. */
function documentsIn(content: string | Uint8Array): readonly (readonly [path: string, xml: string])[] {
  if (typeof content === 'string') return [['text', content]]
  const zip = readZip(content)
  if (zip.is !== 'read') throw new Error('no archive')
  return zip.paths
    .filter(path => path.endsWith('.xml'))
    .map(path => {
      const file = zip.read(path)
      if (file?.is !== 'read') throw new Error(path)
      return [path, new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)]
    })
}

/** Throws with a place where a parser that is not the importers' own, and knows namespaces, finds a fault. */
function check(questions: readonly BuiltInQuestion[], format: FormatName): void {
  const { content } = exportBank({ id: 'b', title: 'B', questions }, format)
  for (const [path, xml] of documentsIn(content)) {
    const parser = new SaxesParser({ xmlns: true, fileName: path })
    parser.on('error', error => {
      throw error
    })
    parser.write(xml).close()
  }
}

describe.each(['moodle-xml', 'qti', 'qti12'] as const)('the XML of %s is well-formed for others', format => {
  it('for every kind and field', () => check(everyQuestion, format), 60_000)

  it('and means the same with comments and instructions to programs anywhere', () => {
    const odd = (xml: string) =>
      xml
        .split(/(<!\[CDATA\[.*?\]\]>)/s)
        .map((part, index) =>
          index % 2 === 0 ? part.replace(/(?<=<\w[^<>?]*>)/g, '<?p x?><!-- p -->') : part,
        )
        .join('')
    const { content } = exportBank({ id: 'b', title: 'B', questions: everyQuestion }, format)
    const files = documentsIn(content).map(([path, xml]) => ({
      path,
      bytes: new TextEncoder().encode(odd(xml)),
    }))
    const other = typeof content === 'string' ? odd(content) : writeZip(files)
    expect(importBank(other, { format }).bank).toEqual(importBank(content, { format }).bank)
  }, 60_000)

  it('for the bundled banks', () => {
    for (const { questions } of bundledBanks) check(questions, format)
  }, 60_000)

  it('whatever the texts', () => {
    fc.assert(
      fc.property(anyQuestion(), question => check([question], format)),
      { numRuns: 100 },
    )
  }, 120_000)
})
