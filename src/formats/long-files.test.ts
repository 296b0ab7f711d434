import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type FormatName, importBank } from './index.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const many = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join('')

/** Behind it, whoever looks for the end of each line anew takes minutes. */
const farEnd = `<!-- ${'a'.repeat(40_000_000)} -->`

const field = (kind: string) =>
  `<itemmetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${kind}_question</fieldentry></qtimetadatafield></itemmetadata>`

describe('a long file', () => {
  it.each<[string, FormatName, string]>([
    ['on one line', 'moodle-xml', `<quiz>${'<question type="x"></question>'.repeat(20_000)}${farEnd}</quiz>`],
    ['on one line', 'qti12', `<questestinterop>${'<item/>'.repeat(20_000)}${farEnd}</questestinterop>`],
    ['of lines shorter than the first', 'csv', `type,stem,key,points\n${'essay,Why?\n'.repeat(20_000)}`],
    [
      'of notes on one item',
      'qti12',
      `<questestinterop><item title="Why?">${field('essay')}${many(20_000, at => `<itemfeedback ident="${at}"><material><mattext>${at}</mattext></material></itemfeedback>`)}</item></questestinterop>`,
    ],
    [
      'of conditions on one place',
      'qti12',
      `<questestinterop><item>${field('matching')}<presentation><response_lid ident="r"><render_choice><response_label ident="a"/></render_choice></response_lid></presentation><resprocessing>${'<respcondition><conditionvar><varequal respident="r">x</varequal></conditionvar><setvar>1</setvar></respcondition>'.repeat(40_000)}</resprocessing></item>${'<item/>'.repeat(19_999)}</questestinterop>`,
    ],
    [
      'of places in one item',
      'qti12',
      `<questestinterop><item><presentation>${'<response_str/>'.repeat(20_000)}</presentation></item>${'<item/>'.repeat(19_999)}</questestinterop>`,
    ],
  ])('%s is read in time: %s', (_, format, text) => {
    expect(importBank(text, { format }).report).toHaveLength(20_000)
  })
})

describe('what is longer than its reader allows', () => {
  it('is refused whole where it is a text', () => {
    const text = 'Is it? {T}'
    expect(importBank(text, { maxBytes: 10 }).bank?.questions).toHaveLength(1)
    for (const content of [text, bytes(text)])
      expect(importBank(content, { maxBytes: 9 })).toMatchObject({
        bank: null,
        report: [{ fate: 'dropped', code: 'too-large' }],
      })
  })

  it('is left out where it comes out of an archive', () => {
    const item = '<assessmentItem identifier="x"/>'
    const archive = zipSync({ 'a.xml': bytes(item), 'b.xml': bytes(item) })
    const codes = (maxBytes: number) =>
      importBank(archive, { format: 'qti', maxBytes }).report.map(({ code }) => code)
    expect(codes(100)).toEqual(['no-interaction', 'no-interaction'])
    expect(codes(40)).toEqual(['too-large', 'no-interaction'])
  })
})

describe('a manifest', () => {
  const withManifest = (count: number) =>
    zipSync({
      'imsmanifest.xml': bytes(
        `<manifest><resources>${many(count, at => `<resource href="${at}.xml"/>`)}</resources></manifest>`,
      ),
      'x.xml': bytes('<assessmentItem identifier="x"/>'),
    })

  it('that names more files than there can be is followed as far as they go', () => {
    const { report } = importBank(withManifest(20_000))
    expect(report).toHaveLength(5002)
    expect(report[0]).toMatchObject({ fate: 'dropped', code: 'too-many-files' })
    expect(report.at(-1)).toMatchObject({ code: 'no-interaction', file: 'x.xml' })
  })

  it('that is far too long is named, and the files are read without it', () => {
    expect(importBank(withManifest(200_000)).report).toMatchObject([
      { fate: 'dropped', code: 'too-large' },
      { code: 'no-interaction', file: 'x.xml' },
    ])
  })
})
