import { describe, expect, it } from 'vitest'
import { importBank } from '../index.js'
import { writeZip } from '../zip.js'

const item = (id: string, more = '') =>
  `<qti-assessment-item identifier="${id}" title="${id}">${more}<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration><qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/><qti-item-body><p>Ask ${id}.</p><qti-choice-interaction response-identifier="RESPONSE" max-choices="1"><qti-simple-choice identifier="A">A</qti-simple-choice><qti-simple-choice identifier="B">B</qti-simple-choice></qti-choice-interaction></qti-item-body><qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/></qti-assessment-item>`
const ref = (href: string, more = '') =>
  `<qti-assessment-item-ref identifier="i" href="${href}">${more}</qti-assessment-item-ref>`
const section = (more: string) =>
  `<qti-assessment-section identifier="s" title="Part">${more}</qti-assessment-section>`
const test = (more: string) =>
  `<qti-assessment-test identifier="t" title="Whole"><qti-test-part identifier="p">${more}</qti-test-part></qti-assessment-test>`
const manifest = (more: string) => `<manifest><resources>${more}</resources></manifest>`

const read = (files: { readonly [path: string]: string }) =>
  importBank(
    writeZip(Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))),
  )
const idsOf = ({ bank }: ReturnType<typeof read>) => bank?.questions.map(({ id }) => id)
const codesOf = ({ report }: ReturnType<typeof read>) =>
  report.map(({ code }) => code).filter(code => code !== 'kept')

describe('a package of QTI', () => {
  it('has sections of their own where its test has them, and the title of the test', () => {
    const imported = read({
      'a-first.xml': section(ref('one.xml')),
      'b-second.xml': section(ref('two.xml')),
      'one.xml': item('one'),
      'two.xml': item('two'),
      'z.xml': test(
        '<qti-assessment-section-ref identifier="b" href="b-second.xml"/><qti-assessment-section-ref identifier="a" href="a-first.xml"/>',
      ),
    })
    expect(idsOf(imported)).toEqual(['two', 'one'])
    expect(imported.bank?.title).toBe('Whole')
  })

  it('is in the language of its test, and its items where they say so', () => {
    const inLanguage = (text: string, language: string) =>
      text.replace(' title', ` xml:lang="${language}" title`)
    const german = inLanguage(test(ref('one.xml') + ref('two.xml')), 'de')
    const [one, two] = [item('one'), item('two')]
    const alike = read({ 't.xml': german, 'one.xml': one, 'two.xml': two })
    expect(alike.bank).toMatchObject({ language: 'de' })
    expect(alike.bank?.questions.map(({ language }) => language)).toEqual(['de', 'de'])
    const mixed = read({ 't.xml': german, 'one.xml': one, 'two.xml': inLanguage(two, 'fr') })
    expect(mixed.bank).not.toHaveProperty('language')
    expect(mixed.bank?.questions.map(({ language }) => language)).toEqual(['de', 'fr'])
  })

  it.each([
    ['a weight', ref('one.xml', '<qti-weight identifier="W" value="2"/>'), ['weight-lost']],
    ['a weight that weighs nothing', ref('one.xml', '<qti-weight identifier="W" value="1.0"/>'), []],
    [
      'another score',
      ref('one.xml', '<variableMapping sourceIdentifier="MARKS" targetIdentifier="SCORE"/>'),
      ['other-score'],
    ],
    [
      'another name for its score',
      ref('one.xml', '<qti-variable-mapping source-identifier="SCORE" target-identifier="S"/>'),
      ['other-score'],
    ],
    [
      'another name for a response',
      ref('one.xml', '<variableMapping sourceIdentifier="answer" targetIdentifier="RESPONSE"/>'),
      [],
    ],
    [
      'texts beside its items',
      section('<qti-rubric-block view="candidate"><p>Read.</p></qti-rubric-block>'),
      ['text-lost'],
    ],
    ['an item twice', ref('one.xml') + ref('one.xml'), ['asked-once']],
    ['an item that is not there', ref('gone.xml'), ['file-missing']],
    ['an item on the web', ref('https://example.org/far.xml'), ['file-missing']],
    ['an item without an address', '<assessmentItemRef identifier="gone"/>', ['file-missing']],
    ['an item outside of the package', ref('../far.xml'), ['file-missing']],
    ['a section that holds itself', '<qti-assessment-section-ref identifier="s" href="t.xml"/>', []],
  ])('whose test has %s is read, and it is named', (_, parts, codes) => {
    const imported = read({ 'one.xml': item('one'), 't.xml': test(parts) })
    expect(idsOf(imported)).toEqual(['one'])
    expect(codesOf(imported)).toEqual(codes)
  })

  it.each([
    ['maxAttempts="3"', 'allows 3 tries'],
    ['max-attempts="0"', 'allows any number of tries'],
    ['show-feedback="true" allow-skipping="false"', 'shows feedback, lets nobody skip an item'],
    ['max-attempts="1" show-feedback="false" allow-skipping="true"', null],
  ])('names what it says of a session by %s, where that is not the usual', (attributes, said) => {
    const parts = ref('one.xml', `<qti-item-session-control ${attributes}/>`)
    const { report } = read({ 'one.xml': item('one'), 't.xml': test(parts) })
    const messages = report.filter(({ code }) => code === 'rules-of-test').map(({ message }) => message)
    expect(messages).toEqual(said === null ? [] : [`The test ${said}: say so in the rules of the quiz.`])
  })

  it('names a test that goes forward only, is handed in as a whole, or sorts its items', () => {
    const parts = ref('one.xml').replace('href', 'category="easy" href')
    const held = test(parts).replace(
      'identifier="p"',
      'identifier="p" navigation-mode="linear" submission-mode="simultaneous"',
    )
    const { report } = read({ 'one.xml': item('one'), 't.xml': held })
    expect(report.map(({ message }) => message)).toContain(
      'The test lets nobody go back, takes all responses in at its end, puts its items into categories: say so in the rules of the quiz.',
    )
  })

  it.each([
    ['QTI 3', '<qti-time-limits max-time="90.5"/>', 90.5, null],
    ['QTI 2', '<timeLimits minTime="0" maxTime="60" allowLateSubmission="false"/>', 60, null],
    ['a least time', '<qti-time-limits min-time="5" max-time="60"/>', 60, 'has a least time'],
    ['a least time alone', '<timeLimits minTime="5"/>', undefined, 'has a least time'],
    ['time after it', '<timeLimits maxTime="9" allowLateSubmission="true"/>', 9, 'takes late responses'],
    ['no number', '<qti-time-limits max-time="PT5M"/>', undefined, 'has a time limit'],
    ['no end', '<qti-time-limits max-time="1e999"/>', undefined, 'has a time limit'],
  ])(
    'gives a question the seconds that its test has for the item, and names what else: %s',
    (_, limits, seconds, said) => {
      const { bank, report } = read({ 'one.xml': item('one'), 't.xml': test(ref('one.xml', limits)) })
      expect(bank?.questions.map(({ timeLimit }) => timeLimit)).toEqual([seconds])
      expect(report.filter(({ code }) => code === 'rules-of-test').map(({ message }) => message)).toEqual(
        said === null ? [] : [`The test ${said}: say so in the rules of the quiz.`],
      )
    },
  )

  it.each([
    ['an item', test(ref('one.xml', '<qti-time-limits max-time="0"/>'))],
    ['a section', test(section(`<timeLimits maxTime="0.0"/>${ref('one.xml')}`))],
  ])('takes no second for no limit of %s, and names it', (_, xml) => {
    const imported = read({ 'one.xml': item('one'), 't.xml': xml })
    expect(imported.bank?.questions[0]).not.toHaveProperty('timeLimit')
    expect(codesOf(imported)).toEqual(['time-limit-lost'])
  })

  const minute = '<qti-time-limits max-time="60"/>'

  it.each([
    ['of the test', test(ref('one.xml')).replace('<qti-test-part', `${minute}<qti-test-part`)],
    ['of a part', test(minute + ref('one.xml'))],
    ['of a section', test(section(minute + ref('one.xml')))],
  ])('gives no question a time %s, and names it', (_, xml) => {
    const imported = read({ 'one.xml': item('one'), 't.xml': xml })
    expect(imported.bank?.questions[0]).not.toHaveProperty('timeLimit')
    expect(codesOf(imported)).toEqual(['rules-of-test'])
  })

  it('has the time of an item from a section of its own, and where it is asked first', () => {
    const imported = read({
      'one.xml': item('one'),
      'two.xml': item('two'),
      's.xml': section(ref('ONE.xml', minute) + ref('two.xml')),
      't.xml': test(
        `<qti-assessment-section-ref identifier="s" href="s.xml"/>${ref('one.xml')}${ref('two.xml', minute)}`,
      ),
    })
    expect(imported.bank?.questions.map(({ timeLimit }) => timeLimit)).toEqual([60, undefined])
    expect(codesOf(imported)).toEqual(['asked-once', 'asked-once'])
  })

  it('names the time of an item that is several questions, none of which has all of it', () => {
    const [, declared = '', interaction = ''] =
      /(<qti-response-d.*<\/qti-response-declaration>).*(<qti-choice-i.*<\/qti-choice-interaction>)/.exec(
        item(''),
      ) ?? []
    const second = (xml: string) => xml.replace('"RESPONSE"', '"SECOND"')
    const both = item('both', second(declared))
      .replace(interaction, interaction + second(interaction))
      .replace(/<qti-response-processing.*?\/>/, '')
    const imported = read({ 'both.xml': both, 't.xml': test(ref('both.xml', minute)) })
    expect(imported.bank?.questions).toHaveLength(2)
    expect(JSON.stringify(imported.bank)).not.toContain('timeLimit')
    expect(imported.report).toContainEqual(
      expect.objectContaining({ code: 'time-limit-lost', message: expect.stringContaining('60 seconds') }),
    )
  })

  it('says before each question what it asks about', () => {
    const stimulus = (body: string) =>
      `<qti-assessment-stimulus identifier="s"><qti-stimulus-body>${body}</qti-stimulus-body></qti-assessment-stimulus>`
    const about = (href: string) => `<qti-assessment-stimulus-ref identifier="s" href="${href}"/>`
    const imported = read({
      'items/one.xml': item('one', about('../texts/poem.xml')),
      'items/two.xml': item('two', about('../texts/long.xml')),
      'items/three.xml': item('three', about('gone.xml')),
      'texts/poem.xml': stimulus('<p>A <b>poem</b></p><img src="rose.png" alt="A rose"/>'),
      'texts/long.xml': stimulus(`<p>${'word '.repeat(10_000)}</p>`),
      'texts/rose.png': 'PNG',
    })
    expect(imported.bank?.questions).toMatchObject([
      {
        stem: 'A **poem**\n\nAsk one.',
        media: [{ type: 'image', src: 'rose.png', alt: 'A rose' }],
      },
      { stem: 'Ask two.' },
      { stem: 'Ask three.' },
    ])
    expect(imported.media).toHaveLength(1)
    expect(codesOf(imported)).toEqual(['stimulus-lost', 'stimulus-lost'])
  })

  it.each([
    ['another language', 'xml:lang="fr"', ['language-lost']],
    ['the language of the item', 'xml:lang="de"', []],
    ['none', '', []],
  ])('names the language of what an item asks about: %s', (_, language, codes) => {
    const about = '<qti-assessment-stimulus-ref identifier="s" href="poem.xml"/>'
    const imported = read({
      'one.xml': item('one', about).replace(' title', ' xml:lang="de" title'),
      'poem.xml': `<qti-assessment-stimulus ${language}><qti-stimulus-body><p>Rose</p></qti-stimulus-body></qti-assessment-stimulus>`,
    })
    expect(imported.bank?.questions).toMatchObject([{ language: 'de', stem: 'Rose\n\nAsk one.' }])
    expect(codesOf(imported)).toEqual(codes)
  })

  it.each([
    [
      'a folder of a section',
      section(ref('two.xml') + ref('one.xml')).replace('title', 'xml:base="items/" title'),
    ],
    ['other capitals', ref('Items/TWO.xml') + ref('items/One.xml')],
    ['slashes of Windows', ref('items\\two.xml') + ref('items\\one.xml')],
    ['space around', ref(' items/two.xml\n') + ref(' items/one.xml')],
    ['steps', ref('./items/two.xml') + ref('items/../items/one.xml#there')],
  ])('has the order of its test where that names files by %s', (_, refs) => {
    const imported = read({ 't.xml': test(refs), 'items/one.xml': item('one'), 'items/two.xml': item('two') })
    expect(idsOf(imported)).toEqual(['two', 'one'])
    expect(codesOf(imported)).toEqual([])
  })

  const resource = (identifier: string, href: string, type: string) =>
    `<resource identifier="${identifier}" type="${type}" href="${href}"/>`
  const [itemType, testType] = ['imsqti_item_xmlv2p1', 'imsqti_test_xmlv2p1']

  it.each([
    ['name', '<assessmentItemRef identifier="i" href="R2"/><assessmentItemRef identifier="i" href="R1"/>'],
    ['their own ids', '<assessmentItemRef identifier="R2"/><assessmentItemRef identifier="R1"/>'],
  ])('has the order of a test that asks resources of its manifest by %s', (_, refs) => {
    const imported = read({
      'imsmanifest.xml': manifest(
        resource('R1', 'a/one.xml', itemType) + resource('R2', 'a/two.xml', itemType),
      ),
      'tests/t.xml': test(refs),
      'a/one.xml': item('one'),
      'a/two.xml': item('two'),
    })
    expect(idsOf(imported)).toEqual(['two', 'one'])
    expect(codesOf(imported)).toEqual([])
  })

  it.each(['one.xhtml', 'one.html', 'one', 'one.item', 'one.xml.bak'])(
    'reads an item from %s where the manifest or the test says that it is one',
    path => {
      const items = manifest(resource('R1', path, itemType))
      for (const files of [{ 'imsmanifest.xml': items }, { 't.xml': test(ref(path)) }]) {
        const imported = read({ ...files, [path]: item('one') })
        expect(idsOf(imported)).toEqual(['one'])
        expect(codesOf(imported)).toEqual([])
      }
    },
  )

  it.each([
    ['is there and holds none', resource('R', 'page.html', itemType), '', ['no-item']],
    ['is there and the test asks it', '', ref('page.html'), ['no-item']],
    ['is not there', resource('R', 'gone.html', testType), '', ['file-missing']],
    ['is of another version', resource('R', 'old.dat', itemType), '', ['no-item']],
    ['is a page', resource('R', 'page.html', 'webcontent'), '', []],
    ['is a template of rules', resource('R', 'page.html', 'imsqti_rptemplate_xmlv2p1'), '', []],
  ])('names a file for questions that %s', (_, resources, refs, codes) => {
    const imported = read({
      'imsmanifest.xml': manifest(resources),
      'one.xml': item('one'),
      't.xml': test(ref('one.xml') + refs),
      'page.html': '<html><p>Hello.</p></html>',
      ...(resources.includes('old') && { 'old.dat': '<questestinterop/>' }),
    })
    expect(idsOf(imported)).toEqual(['one'])
    expect(codesOf(imported)).toEqual(codes)
  })

  it.each([
    ['a folder that is its own', 'xml:base="./"', 'items/two.xml', 'items/two.xml'],
    ['a folder twice', 'xml:base="items/"', './two.xml', 'items/two.xml'],
    ['spaces, written as such or not', '', 'my items/the%20second.xml', 'my items/the second.xml'],
    ['capitals in its ending', '', 'TWO.XML', 'TWO.XML'],
  ])('has the order of its manifest where that names %s', (_, base, href, path) => {
    const resources = `<resource href="${href}"/><resource href="${href}"><file href="${href}"/></resource>`
    const imported = read({
      'imsmanifest.xml': manifest(resources).replace('<manifest', `<manifest ${base}`),
      'a/one.xml': item('one'),
      [path]: item('two'),
    })
    expect(idsOf(imported)).toEqual(['two', 'one'])
    expect(codesOf(imported)).toEqual([])
  })

  it('says of no test that it shuffles where it says that it does not', () => {
    const ordered = (shuffle: boolean) =>
      read({
        'one.xml': item('one'),
        't.xml': test(section(`<qti-ordering shuffle="${shuffle}"/>${ref('one.xml')}`)),
      })
    expect(codesOf(ordered(false))).toEqual([])
    expect(codesOf(ordered(true))).toEqual(['rules-of-test'])
  })

  it('reads names under any prefix', () => {
    const prefixed = (text: string) =>
      text.replace(/<(\/?)qti-/g, '<$1my-q.3:qti-').replace(/ (?=identifier)/, ' xmlns:my-q.3="urn:q" ')
    const imported = read({
      'one.xml': prefixed(item('one')),
      'two.xml': prefixed(item('two')),
      't.xml': prefixed(test(ref('two.xml') + ref('one.xml'))),
    })
    expect(idsOf(imported)).toEqual(['two', 'one'])
  })

  it('names what an item asks about and says no place for', () => {
    const imported = read({ 'one.xml': item('one', '<qti-assessment-stimulus-ref identifier="s"/>') })
    expect(codesOf(imported)).toEqual(['stimulus-lost'])
  })

  it.each(['', ';charset=utf-8', ';name=a;charset=utf-8'])(
    'keeps a picture that is in the text as data%s',
    more => {
      const picture = `<img src="data:image/svg+xml${more};base64,PHN2Zy8+" alt="A line"/>`
      const imported = read({ 'one.xml': item('one').replace('Ask one.', `Ask one.${picture}`) })
      expect(imported.bank?.questions).toMatchObject([{ media: [{ src: 'image.svg', alt: 'A line' }] }])
      expect(codesOf(imported)).toEqual([])
    },
  )

  it('is found within the folder that was packed, and from the folders that its manifest names', () => {
    const imported = read({
      '__MACOSX/quiz/._imsmanifest.xml': '',
      'quiz/imsmanifest.xml': manifest(
        '<resource xml:base="items/" href="two.xml"/><resource href="items/one.xml"/>',
      ),
      'quiz/items/one.xml': item('one'),
      'quiz/items/two.xml': item('two'),
    })
    expect(idsOf(imported)).toEqual(['two', 'one'])
    expect(codesOf(imported)).toEqual([])
  })
})
