import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBank } from '../../bank/index.js'
import { readMoodleXml } from './index.js'

const quiz = (type: string, inside: string) =>
  `<quiz><question type="${type}"><name><text>One</text></name><questiontext format="html"><text><![CDATA[<p>Where <b>was</b> it?</p>]]></text></questiontext>${inside}</question></quiz>`
const answer = (fraction: number, text: string, more = '') =>
  `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`
const cloze = (text: string) =>
  `<quiz><question type="cloze"><name><text>One</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext></question></quiz>`
const words = (type: string, element: string, said: string) =>
  `<quiz><question type="${type}"><questiontext format="html"><text>[[1]] [[2]]</text></questiontext>${[said, 'A', 'B'].map((word, at) => `<${element}><text><![CDATA[${word}]]></text><group>${Math.min(at, 1)}</group></${element}>`).join('')}</question></quiz>`
const first = (xml: string) => readMoodleXml(xml).bank?.questions[0]
const codes = (xml: string) => readMoodleXml(xml).report.map(({ code }) => code)
const png = 'iVBORw0KGgo='

describe('Moodle XML', () => {
  it('takes out files, and names images by them', () => {
    const xml = `<quiz><question type="essay"><name><text>One</text></name><questiontext format="html">
      <text><![CDATA[See <img src="@@PLUGINFILE@@/a%20map.png" alt="A map"> <img src="data:image/png;base64,${png}">]]></text>
      <file name="a map.png" path="/" encoding="base64">${png}</file></questiontext></question></quiz>`
    const { bank, media } = readMoodleXml(xml)
    expect(bank?.questions[0]?.media).toEqual([
      { type: 'image', src: 'a map.png', alt: 'A map' },
      { type: 'image', src: 'image.png', alt: '' },
    ])
    expect(media.map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ['a map.png', 8],
      ['image.png', 8],
    ])
  })

  it('tells files of one name by their folders, and takes out sound and films', () => {
    const file = (path: string, name: string, base64 = png) =>
      `<file name="${name}" path="${path}" encoding="base64">${base64}</file>`
    const xml = `<quiz><question type="essay"><name><text>One</text></name><questiontext format="html">
      <text><![CDATA[Hear <audio controls="true"><source src="@@PLUGINFILE@@/a.mp3">@@PLUGINFILE@@/a.mp3</audio>
      or <a href="@@PLUGINFILE@@/b.mp4">a <i>film</i></a>, <a href="@@PLUGINFILE@@/c.pdf">c.pdf</a>
      <img src="@@PLUGINFILE@@/d.png" alt="D">]]></text>${file('/', 'a.mp3')}${file('/', 'b.mp4')}${file('/', 'c.pdf')}
      ${file('/old/', 'd.png', 'AA==')}${file('/', 'd.png')}</questiontext></question></quiz>`
    const { bank, media, report } = readMoodleXml(xml)
    expect(bank?.questions[0]).toMatchObject({
      stem: expect.stringContaining('or , c.pdf'),
      media: [
        { type: 'audio', src: 'a.mp3', alt: '' },
        { type: 'video', src: 'b.mp4', alt: 'a film' },
        { type: 'image', src: 'd.png', alt: 'D' },
      ],
    })
    expect(media.find(({ path }) => path === 'd.png')?.bytes).toHaveLength(8)
    expect(report.map(({ message }) => message).join()).toContain("'c.pdf' is left out")
  })

  it.each(['ABSOLUTE_POSITION', 'Absolute', 'ABS'])('marks by places where the grading is %s', grading => {
    const xml = quiz('ordering', `<gradingtype>${grading}</gradingtype>${answer(1, 'A')}${answer(2, 'B')}`)
    expect(first(xml)).not.toHaveProperty('marking')
  })

  it('takes images out of Markdown, titled ones too', () => {
    const xml = quiz('essay', '').replace('format="html"', 'format="markdown"')
    const titled = xml.replace('<p>Where <b>was</b> it?</p>', 'Where? ![A](a.png "Old map") ![B](b.png)')
    const image = (name: string) => ({ type: 'image', src: `${name.toLowerCase()}.png`, alt: name })
    expect(first(titled)).toMatchObject({ stem: 'Where?', media: [image('A'), image('B')] })
  })

  it('reads hints as older files have them', () => {
    const xml = quiz('essay', '<hint><hintcontent><text>Look.</text></hintcontent></hint>')
    expect(first(xml)?.hints).toEqual([{ text: 'Look.' }])
  })

  it('keeps files below where they belong', () => {
    const xml = quiz('essay', `<image>../../etc/a.png</image><image_base64>${png}</image_base64>`)
    expect(readMoodleXml(xml).media[0]?.path).toBe('etc/a.png')
  })

  it('says all that is wrong with what is left out', () => {
    const { report } = readMoodleXml(quiz('multichoice', answer(100, '') + answer(0, 'B')))
    expect(report).toMatchObject([
      { fate: 'dropped', message: 'No answer is worth any points. Choice 1 has no text and is left out.' },
    ])
  })

  it('reads shares with a comma', () => {
    const xml = quiz(
      'multichoice',
      `<single>0</single>${answer(0, 'A')}${answer(0, 'B')}`
        .replace('"0"', '"33,33333"')
        .replace('"0"', '"66,66667"'),
    )
    expect(first(xml)).toMatchObject({ marking: { fractions: { a: 1 / 3, b: 2 / 3 } } })
  })

  it('takes the idnumber for the id, makes ids of names, and no two the same', () => {
    const one = quiz('essay', '').slice(6, -7)
    const numbered = quiz('essay', '<idnumber>q-7</idnumber>').slice(6, -7)
    const { bank } = readMoodleXml(`<quiz>${one}${one}${numbered}</quiz>`)
    expect(bank?.questions.map(({ id }) => id)).toEqual(['One', 'One-2', 'q-7'])
  })

  it.each([
    [
      'a name beside an ID number',
      '<name><text>Town of 2023</text></name><idnumber>q-7</idnumber>',
      ['name-lost'],
    ],
    ['the same name and number', '<name><text>q-7</text></name><idnumber>q-7</idnumber>', ['kept']],
    ['a name that the text says', '<name><text>Where was...</text></name><idnumber>q-7</idnumber>', ['kept']],
    ['a name without letters for an id', '<name><text>Где?</text></name>', ['name-lost']],
    ['a name that is an id in part', '<name><text>Where to?</text></name>', ['kept']],
  ])('says what becomes of %s', (_, names, expected) =>
    expect(codes(quiz('essay', names).replace('<name><text>One</text></name>', ''))).toEqual(expected),
  )

  it.each([
    ['in paragraphs', '<p>Where</p><p>was it?</p>', 'Where was it?'],
    ['with entities', 'Gr&ouml;&szlig;e&nbsp;von A?', 'Größe von A'],
    ['with lowered digits', 'What is H<sub>2</sub>O, and why?', 'What is H2O, ...'],
  ])('knows a name made of a text %s', (_, text, name) =>
    expect(
      codes(
        `<quiz><question type="essay"><name><text>${name}</text></name><idnumber>q-7</idnumber><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext></question></quiz>`,
      ),
    ).toEqual(['kept']),
  )

  it.each([
    ['in its text', '<text><p>Hello <b class="x">a &lt;b&gt;</b></p></text>', 'Hello **a <b>**'],
    ['without a text', '<p>Hello <i>x</i></p>', 'Hello *x*'],
    ['beside a format', '<text>1 <b>x</b></text>', '1 **x**', 'markdown'],
  ])('keeps markup that stands as elements %s', (_, inside, stem, format = 'html') => {
    const xml = `<quiz><question type="essay"><questiontext format="${format}">${inside}</questiontext></question></quiz>`
    expect(first(xml)?.stem).toBe(stem)
  })

  it.each([
    ['0', '2', 'shows 2 of them, drawn at random'],
    ['RANDOM', '2', 'shows 2 of them, drawn at random'],
    ['CONTIG', '2', 'shows 2 of them, one after the other'],
    ['2', '3', null],
    ['EXACT', '2', null],
  ])('takes the selection %s of %s items as Moodle does', (type, count, said) => {
    const items = answer(1, 'A') + answer(2, 'B') + answer(3, 'C')
    const options = `<selecttype>${type}</selecttype><selectcount>${count}</selectcount>`
    const found = readMoodleXml(quiz('ordering', options + items)).report.find(
      ({ code }) => code === 'all-items',
    )
    expect(found?.message ?? null).toEqual(said === null ? null : expect.stringContaining(said))
  })

  it('reports a category and tags what follows', () => {
    const category =
      '<question type="category"><category><text>$course$/top/A//B</text></category></question>'
    const { bank, report } = readMoodleXml(quiz('essay', '').replace('<quiz>', `<quiz>${category}`))
    expect(report[0]).toMatchObject({ kind: 'category', question: null, line: 1 })
    expect(bank?.questions[0]?.tags).toEqual(['a-b'])
    const described = category.replace('</question>', '<info><text>Of A.</text></info></question>')
    expect(readMoodleXml(`<quiz>${described}</quiz>`).report[0]?.message).toContain('left out')
  })

  it.each([
    [quiz('stack', ''), 'unsupported-kind'],
    [quiz('description', ''), 'unsupported-kind'],
    [quiz('calculated', ''), 'unsupported-kind'],
    [quiz('constructor', ''), 'unsupported-kind'],
    [quiz('multichoice', `${answer(0, 'A')}${answer(0, 'B')}`), 'no-key'],
    [quiz('multichoice', `${answer(50, 'A')}${answer(0, 'B')}`), 'fractions-raised'],
    [quiz('numerical', answer(100, 'soon')), 'not-a-number'],
    [quiz('truefalse', ''), 'no-key'],
    [quiz('essay', '<graderinfo><text>Look.</text></graderinfo>'), 'not-carried'],
    [quiz('essay', '<penalty>7</penalty>'), 'odd-penalty'],
    [cloze('No gap.'), 'no-gap'],
    [cloze('{1:MULTICHOICE}'), 'no-gap'],
    [cloze('{1:MULTICHOICE:=A}'), 'too-few-answers'],
    [cloze('{1:MULTIRESPONSE:A~B}'), 'no-key'],
    [cloze('{1:MR:=A~B}'.repeat(201)), 'too-many'],
    [cloze('{1:NM:=zero}'), 'no-key'],
    [words('ddwtos', 'dragbox', '<img src="a.png">').replaceAll('>0<', '>1<'), 'empty-choice'],
    [cloze('{1:MC:=<img src="a.png">~B}'), 'empty-choice'],
    [cloze('{0:SA:=A} {1:SA:=B}'), 'gap-counts'],
    [quiz('essay', '<minwordlimit>9</minwordlimit><maxwordlimit>5</maxwordlimit>'), 'odd-words'],
    [quiz('ordering', `${answer(1, 'A')}${answer(2, '')}${answer(3, 'C')}`), 'empty-choice'],
    [
      words('gapselect', 'selectoption', 'C').replaceAll('>0<', '>1<').replace('[[2]]', '[[2]] [[9]]'),
      'no-word',
    ],
    [quiz('numerical', answer(100, '5', '<tolerance>1%</tolerance>')), 'not-a-number'],
    [quiz('essay', '').replace('Where', '{mlang en}Where'), 'several-languages'],
    [quiz('ordering', '<answer><text>A</text></answer>'.repeat(7)), 'all-items'],
    [quiz('essay', '<hint><text>Look.</text><clearwrong/></hint>'), 'hint-clears'],
    [cloze('{1:MC:=A~%50%B~C}'), 'fractions-lost'],
    ['<quiz><question type="essay"></quiz>', 'not-xml'],
    ['', 'not-xml'],
    ['<question type="essay"/>', 'not-a-quiz'],
    ['<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz/>', 'entities-declared'],
    ['<q>'.repeat(100_000), 'too-deep'],
  ])('names what is wrong with %.60s', (xml, code) => expect(codes(xml)).toContain(code))

  it.each([
    ['of a cloze', cloze('{1:MC:=Q &amp; A} and {1:MC:=B~C}')],
    ['to select', words('gapselect', 'selectoption', 'Q & A')],
    ['to drag', words('ddwtos', 'dragbox', 'Q &amp; A')],
  ])('quotes a word %s that is alone as people read it', (_, xml) => {
    const { message } = readMoodleXml(xml).report.find(({ code }) => code === 'gap-filled') ?? {}
    expect(message).toMatch(/^'Q & A' is all/)
  })

  it('says the line of what is broken, and of each question', () => {
    expect(readMoodleXml('\n<quiz>\r\n\r\n<a></quiz>', { file: 'a.xml' }).report).toMatchObject([
      { line: 4, file: 'a.xml', fate: 'dropped' },
    ])
    const two = `<quiz>\n${quiz('essay', '').slice(6, -7)}\n\n${quiz('stack', '').slice(6, -7)}</quiz>`
    expect(readMoodleXml(two).report.map(({ line, kind }) => [line, kind])).toEqual([
      [2, 'essay'],
      [4, 'stack'],
    ])
  })

  it('reads nothing of a file that is broken after some questions', () => {
    const broken = quiz('essay', '<a>').slice(6, -7)
    const { bank, report } = readMoodleXml(`<quiz>\n${quiz('essay', '').slice(6, -7)}\n${broken}</quiz>`)
    expect(bank).toBeNull()
    expect(report).toMatchObject([{ line: 3, fate: 'dropped', code: 'not-xml' }])
  })

  it.each([
    '<![CDATA[</question><question>]]>',
    '<!-- </question><question> -->',
    '<?say </question><question> ?>',
    '<questions y=">"/>',
    '<a><question type="essay"/></a>',
    '<a><question type="essay"></question></a>',
  ])('takes no question of the quiz to begin or end in %s', odd => {
    const [one, two] = ['one', 'two'].map(id =>
      quiz('essay', `<idnumber>${id}</idnumber>${odd}`).slice(6, -7),
    )
    const { bank, report } = readMoodleXml(`<quiz>${odd}${one}\n${odd}${two}</quiz>`)
    expect(bank?.questions.map(({ id }) => id)).toEqual(['one', 'two'])
    expect(report.map(({ question, line }) => [question, line])).toEqual([
      ['one', 1],
      ['two', 2],
    ])
  })

  it('reads past a declaration that declares nothing', () => {
    expect(first(`<!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/q.dtd">${quiz('essay', '')}`)?.type).toBe('essay')
  })

  it('never throws, gives only sound banks, and says of each question what became of it', () => {
    const pieces = fc.constantFrom(
      '{1:SA:',
      '=a',
      '~%50%b',
      '#c',
      '}',
      '\\',
      '&amp;',
      '<img src="x">',
      '[[1]]',
      '{{',
      '\n\n',
      '```',
    )
    const types = fc.constantFrom(
      'cloze',
      'gapselect',
      'multichoice',
      'shortanswer',
      'numerical',
      'essay',
      'odd',
    )
    fc.assert(
      fc.property(types, fc.array(pieces, { maxLength: 12 }), (type, list) => {
        const text = list.join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        const xml = `<quiz><question type="${type}"><questiontext><text>${text}</text></questiontext>${answer(100, text)}</question></quiz>`
        const { bank, report } = readMoodleXml(xml)
        expect(report.length).toBeGreaterThan(0)
        if (bank) expect(checkBank(bank).issues).toEqual([])
      }),
    )
    fc.assert(fc.property(fc.string(), text => readMoodleXml(text).bank === null))
  })

  it.each(['{1:SA:', '[[1]]', '![', '{1:SA:=a~', '&amp;', '<b>', '\\'])(
    'takes time in keeping with the text: %s',
    piece => {
      const start = performance.now()
      readMoodleXml(cloze(piece.repeat(30_000)))
      readMoodleXml(cloze(piece.repeat(30_000)).replace('"html"', '"markdown"'))
      expect(performance.now() - start).toBeLessThan(3000)
    },
  )
})
