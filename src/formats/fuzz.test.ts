import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBank } from '../bank/index.js'
import { bundledBanks } from '../questions/index.js'
import { exportBank, type FormatName, formats, importBank, isFormatName } from './index.js'

const readable = Object.keys(formats)
  .filter(isFormatName)
  .filter(name => formats[name].read)
const files = readable
  .filter(name => formats[name].write)
  .flatMap(format =>
    bundledBanks.flatMap(bank => {
      const { content } = exportBank(bank, format)
      return typeof content === 'string' ? [{ format, text: content }] : []
    }),
  )
const archives = readable.flatMap(format => {
  if (!formats[format].write) return []
  const contents = bundledBanks.map(bank => exportBank(bank, format).content)
  return contents.filter(content => content instanceof Uint8Array)
})
/** Signs that one format or another gives a meaning, and names that reach a prototype. */
const pieces = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '~',
    '=',
    '<',
    '>',
    '&',
    ']]>',
    '<!--',
    '"',
    '|',
    '\t',
    '\n',
    '\n\n',
    '#',
    '\\',
    '\0',
    '\uFEFF',
    '\uD800',
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '../',
    '%99999%',
    '1e999',
    '&lt;',
    '&#0;',
    '::',
    '<!ENTITY x "y">',
  ),
  fc.string({ maxLength: 5 }),
)
/** Places where a file is cut, written over or doubled. */
const mutations = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(200),
    piece: pieces,
    twice: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('a file that was damaged', () => {
  it('is read as far as it goes, names what is wrong, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), mutations, ({ format, text }, all) => {
        let damaged = text
        for (const { at, cut, piece, twice } of all) {
          const place = Math.floor(at * damaged.length)
          const kept = twice ? damaged.slice(place, place + cut) : ''
          damaged = damaged.slice(0, place) + kept + piece + kept + damaged.slice(place + cut)
        }
        const { bank, report } = importBank(damaged, { format })
        if (bank) expect(checkBank(bank).issues).toEqual([])
        const reported = new Set(report.map(({ question }) => question))
        for (const { id } of bank?.questions ?? []) expect(reported.has(id)).toBe(true)
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it.each(readable)('%s: bytes at random are no harm', format => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), bytes => {
        const { bank, report } = importBank(bytes, { format })
        expect(report.length).toBeGreaterThanOrEqual(bank ? 1 : 0)
      }),
    )
  })

  it.each(readable)(
    '%s: nesting and length take no more than their share',
    format => {
      const deep = {
        gift: '{'.repeat(50_000),
        'moodle-xml': '<a>'.repeat(5000),
        markdown: '> '.repeat(50_000),
      }
      const long = [
        ...Object.values(deep),
        '~='.repeat(50_000),
        '\n'.repeat(200_000),
        'a'.repeat(500_000),
        '"'.repeat(100_000),
      ]
      for (const text of long) expect(importBank(text, { format }).report.length).toBeLessThan(200_000)
    },
    60_000,
  )

  it('or an archive is read as far as it goes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...archives),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 8 }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (archive, changes, share) => {
          const damaged = archive.slice(0, Math.ceil(archive.length * (changes.length > 4 ? share : 1)))
          for (const [at, byte] of changes) damaged[Math.floor(at * damaged.length)] = byte
          const read = () => importBank(damaged, { format: 'qti12' })
          // What is no archive any more is read as a text of that format, and refused.
          expect(read().report.length).toBeGreaterThan(0)
          expect(Object.keys(Object.prototype)).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  it.each(readable)('%s: entities, prototypes and huge numbers in documents are no harm', format => {
    const bomb = `<!DOCTYPE quiz [<!ENTITY a "${'ha'.repeat(500)}"><!ENTITY b "${'&a;'.repeat(500)}">]>`
    const roots = ['quiz', 'questestinterop', 'qti-assessment-item', 'assessmentItem']
    const inside =
      '<question type="__proto__"><item ident="__proto__"><fraction>1e999</fraction></item></question>'
    for (const root of roots)
      for (const text of [
        `${bomb}<${root}>&b;</${root}>`,
        `<${root} identifier="__proto__">${inside}</${root}>`,
      ]) {
        const { bank, report } = importBank(text, { format })
        if (bank) expect(checkBank(bank).issues).toEqual([])
        expect(JSON.stringify(report).length).toBeLessThan(20_000)
      }
    expect(({} as { identifier?: string }).identifier).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  const many = (count: number, piece: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => piece(at)).join('')
  const nested = (element: string, depth = 3000) =>
    `<${element}>`.repeat(depth) + `</${element}>`.repeat(depth)
  const item = (body: string, rules = '') =>
    `<assessmentItem identifier="x"><responseDeclaration identifier="R" cardinality="multiple" baseType="identifier"><correctResponse><value>A1</value></correctResponse></responseDeclaration><outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody>${body}</itemBody><responseProcessing>${rules}</responseProcessing></assessmentItem>`
  const choices = (count: number) =>
    `<choiceInteraction responseIdentifier="R">${many(count, at => `<simpleChoice identifier="A${at}">a</simpleChoice>`)}</choiceInteraction>`
  it.each<[string, FormatName, string, string]>([
    ['elements', 'qti', item(nested('div')), 'too-deep'],
    ['elements (90,000)', 'qti', item(nested('div', 90_000)), 'too-deep'],
    [
      'elements of Canvas',
      'qti12',
      `<questestinterop><item>${nested('flow')}</item></questestinterop>`,
      'too-deep',
    ],
    [
      'rules',
      'qti',
      item(choices(3), `<responseCondition><responseIf>${nested('not')}</responseIf></responseCondition>`),
      'too-deep',
    ],
    [
      'elements of Moodle',
      'moodle-xml',
      `<quiz><question type="essay"><questiontext><text>${nested('a')}</text></questiontext></question></quiz>`,
      'too-deep',
    ],
    ['choices', 'qti', item(choices(500)), 'too-many'],
    ['rules in a row', 'qti', item(choices(3), '<exitResponse/>'.repeat(6000)), 'too-many'],
    ['boxes', 'markdown', `## Which?\n${'- [x] a\n'.repeat(2000)}`, 'too-many'],
    [
      'words for gaps',
      'moodle-xml',
      `<quiz><question type="gapselect"><questiontext><text>[[1]]</text></questiontext>${'<selectoption><text>a</text></selectoption>'.repeat(300)}</question></quiz>`,
      'too-many',
    ],
  ])('more %s than anyone needs are named, with their line', (_, format, text, code) => {
    const { bank, report } = importBank(text, { format })
    expect(bank).toBeNull()
    expect(report).toMatchObject([{ fate: 'dropped', code, line: 1 }])
  })

  it('is quoted in part where it is long', () => {
    const { report } = importBank('a'.repeat(100_000), { format: 'aiken' })
    expect(report[0]?.message).toHaveLength(500)
  })
})
