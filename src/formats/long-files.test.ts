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

const moodle = (type: string, inside: string) => `<quiz><question type="${type}">${inside}</question></quiz>`

const question = '## Which?\n- [x] this\n- [ ] that\n'

describe('a long file', () => {
  it.each<[string, FormatName, string, number?]>([
    ['on one line', 'moodle-xml', `<quiz>${'<question type="x"></question>'.repeat(10_000)}${farEnd}</quiz>`],
    ['on one line', 'qti12', `<questestinterop>${'<item/>'.repeat(10_000)}${farEnd}</questestinterop>`],
    [
      'of lines shorter than the first',
      'csv',
      `type,stem,key,points\n${'essay,Why?\n'.repeat(20_000)}`,
      20_000,
    ],
    ['of lines across', 'markdown', `${question}${`## Why?\n${'---\n'.repeat(19_000)}`.repeat(25)}`, 26],
    [
      'of notes on one item',
      'qti12',
      `<questestinterop><item title="Why?">${field('essay')}${many(20_000, at => `<itemfeedback ident="${at}"><material><mattext>${at}</mattext></material></itemfeedback>`)}</item></questestinterop>`,
      20_000,
    ],
    [
      'of conditions on one place',
      'qti12',
      `<questestinterop><item>${field('matching')}<presentation><response_lid ident="r"><render_choice><response_label ident="a"/></render_choice></response_lid></presentation><resprocessing>${'<respcondition><conditionvar><varequal respident="r">x</varequal></conditionvar><setvar>1</setvar></respcondition>'.repeat(40_000)}</resprocessing></item>${'<item/>'.repeat(9999)}</questestinterop>`,
    ],
    [
      'of places in one item',
      'qti12',
      `<questestinterop><item><presentation>${'<response_str/>'.repeat(20_000)}</presentation></item>${'<item/>'.repeat(9999)}</questestinterop>`,
    ],
    ['of texts and patterns in one key', 'gift', `Who? {${many(40_000, at => `=${at}a =${at}b* `)}}`, 1],
    [
      'of texts and patterns in one gap',
      'moodle-xml',
      moodle(
        'cloze',
        `<questiontext><text>{:SA:${many(20_000, at => `~=${at}a~=${at}b*`)}}</text></questiontext>`,
      ),
      1,
    ],
    ['of blank lines', 'markdown', `${question}${'\n'.repeat(40_000_000)}`, 1],
    ['of answers to one question', 'moodle-xml', moodle('multichoice', '<answer/>'.repeat(240_000)), 1],
    [
      'of answers in one gap',
      'moodle-xml',
      moodle('cloze', `<questiontext><text>{:SA:${'=a~'.repeat(150_000)}}</text></questiontext>`),
      1,
    ],
    [
      'of values in one condition',
      'qti12',
      `<questestinterop><item>${field('multiple_choice')}<presentation><response_lid ident="r"/></presentation><resprocessing><respcondition><conditionvar><or>${many(150_000, at => `<varequal respident="r">${at}</varequal>`)}</or></conditionvar><setvar>1</setvar></respcondition></resprocessing></item></questestinterop>`,
      1,
    ],
    [
      'of pictures in one gap',
      'moodle-xml',
      moodle(
        'cloze',
        `<questiontext><text><![CDATA[{:MC:${many(4000, at => `=<img src="@@PLUGINFILE@@/${at}.png">~`)}}]]></text>${many(4000, at => `<file name="${at}.png"></file>`)}</questiontext>`,
      ),
      1,
    ],
    [
      'of files that no text shows',
      'moodle-xml',
      moodle(
        'essay',
        `<questiontext format="html"><text><![CDATA[Why?<img src="${'a'.repeat(1_000_000)}">]]></text>${many(10_000, at => `<file name="${'a'.repeat(40)}${at}"></file>`)}</questiontext>`,
      ),
      10_000,
    ],
    [
      'that shows a large file again and again',
      'moodle-xml',
      moodle(
        'essay',
        `<questiontext format="html"><text><![CDATA[${'<img src="@@PLUGINFILE@@/a">'.repeat(20_000)}]]></text><file name="a">${'YWFh'.repeat(1_000_000)}</file></questiontext>`,
      ),
      1,
    ],
    [
      'of pictures without names',
      'moodle-xml',
      `<quiz>${many(10_000, at => `<question type="essay"><questiontext format="html"><text><![CDATA[Why?<img src="data:image/png;base64,${btoa(String(at))}">]]></text></questiontext></question>`)}</quiz>`,
    ],
    [
      'of pictures in one item',
      'qti12',
      `<questestinterop><item>${field('essay')}<presentation><material><mattext texttype="text/html">${many(40_000, at => `&lt;img src="${at}.png"&gt;`)}</mattext></material></presentation></item></questestinterop>`,
      1,
    ],
  ])('%s is read in time: %s', (_, format, text, told = 10_000) => {
    expect(importBank(text, { format }).report).toHaveLength(told)
  })
})

const essay = '<question type="essay"><questiontext><text>Why?</text></questiontext></question>'

describe('a file of more faults than anyone reads', () => {
  it.each<[FormatName, string, string, string]>([
    ['aiken', '', 'A line.\n', 'Which?\nA. this\nB. that\nANSWER: A\n'],
    ['csv', 'type,stem\n', 'essay,\n', 'essay,Why?\n'],
    ['csv', 'type,stem\n', 'riddle,Why?\n', 'essay,Why?\n'],
    ['markdown', '', '## Which?\n- [x] this\n', question],
    ['gift', '', 'Which? {\n\n', 'Is it? {T}'],
    ['moodle-xml', '<quiz>', '<question type="category"></question>', `${essay}</quiz>`],
  ])(
    'tells the first of them, how many more there are, and all that is kept: %s',
    (format, before, fault, sound) => {
      const { bank, report } = importBank(before + fault.repeat(10_300) + sound, { format })
      expect(bank?.questions).toHaveLength(1)
      expect(report).toHaveLength(10_002)
      expect(report.at(-2)).toMatchObject({ question: bank?.questions[0]?.id })
      expect(report.at(-1)).toMatchObject({ fate: 'dropped', code: 'not-all-told' })
      expect(report.at(-1)?.message).toMatch(/^300 more /)
    },
  )
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

describe('what has more parts than anyone needs', () => {
  it.each<[string, FormatName, string, string]>([
    [
      'lines below a heading',
      'markdown',
      `## Which?\n- [x] this\n- [ ] that${'\n'.repeat(1_000_000)}`,
      'too-many',
    ],
    [
      'elements in an item',
      'qti',
      `<assessmentItem>${'<div/>'.repeat(200_000)}</assessmentItem>`,
      'too-many',
    ],
    [
      'elements beside items',
      'qti12',
      `<questestinterop>${'<a/>'.repeat(600_000)}</questestinterop>`,
      'too-many',
    ],
    ['elements beside questions', 'moodle-xml', `<quiz>${essay}${'<a/>'.repeat(600_000)}</quiz>`, 'too-many'],
    ['elements in a question', 'moodle-xml', moodle('essay', '<a/>'.repeat(600_000)), 'too-many'],
  ])('is refused before it is read: %s', (_, format, text, code) => {
    expect(importBank(text, { format })).toMatchObject({
      bank: null,
      report: [{ fate: 'dropped', code, line: 1 }],
    })
  })

  it('is read where they are in many questions', () => {
    const { bank } = importBank(
      `<quiz>${essay.repeat(5000).replaceAll('Why?', `Why?${'<br/>'.repeat(100)}`)}</quiz>`,
    )
    expect(bank?.questions).toHaveLength(5000)
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
