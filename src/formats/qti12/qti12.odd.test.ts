import { describe, expect, it } from 'vitest'
import { scoreResponse } from '../../index.js'
import { importBank } from '../index.js'
import { writeZip } from '../zip.js'
import { readQti12 } from './index.js'

const material = (said: string) => `<material><mattext texttype="text/html">${said}</mattext></material>`
const pick = (id: string, ...said: readonly string[]) =>
  `<response_lid ident="${id}"><material><mattext>gap</mattext></material><render_choice>${said.map((text, at) => `<response_label ident="c${at}">${material(text)}</response_label>`).join('')}</render_choice></response_lid>`
const right = (place: string, value: string) =>
  `<respcondition><conditionvar><varequal respident="${place}">${value}</varequal></conditionvar><setvar action="Add" varname="SCORE">100</setvar></respcondition>`
const field = (name: string, entry: string) =>
  `<qtimetadatafield><fieldlabel>${name}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`
const item = (kind: string, stem: string, inside: string, rules: string, points = '1') =>
  `<questestinterop><item ident="i"><itemmetadata><qtimetadata>${field('question_type', kind)}${field('points_possible', points)}</qtimetadata></itemmetadata><presentation>${material(stem)}${inside}</presentation><resprocessing>${rules}</resprocessing></item></questestinterop>`
const gap = (stem: string) =>
  item('multiple_dropdowns_question', stem, pick('response_a', 'x', 'y'), right('response_a', 'c1'))
const choice = (stem: string, points?: string) =>
  item('multiple_choice_question', stem, pick('r', 'x', 'y'), right('r', 'c1'), points)
const claim = item('true_false_question', 'So?', pick('r', 'False', 'True'), right('r', 'c0'))
const equation = (attributes: string) => `&lt;img class="equation_image" ${attributes}&gt;`

describe('an odd item of QTI 1.2', () => {
  it.each<[string, string, string, object]>([
    ['is worth nothing', choice('What?', '0.0'), 'odd-points', { type: 'single-choice' }],
    ['has False before True', claim, 'kept', { type: 'true-false', key: false }],
    ['has braces in pairs', gap('{{x}} is [a]'), 'braces', { text: '{ {x} } is {{a}}' }],
    ['names a gap twice', gap('[a] or [a]'), 'gap-once', { text: '{{a}} or \\[a\\]' }],
    [
      'has a formula as a picture',
      choice(equation('src="/equation_images/x" data-equation-content="x &amp;lt; 2"')),
      'formula-as-text',
      { stem: '\\\\(x < 2\\\\)' },
    ],
    [
      'has an older formula',
      choice(equation('alt="LaTeX: y" src="/equation_images/y"')),
      'formula-as-text',
      { stem: '\\\\(y\\\\)' },
    ],
    [
      'has a picture of Canvas',
      choice('&lt;img src="$IMS-CC-FILEBASE$/a.png" alt="A"&gt; What?'),
      'kept',
      { media: [{ src: 'a.png' }] },
    ],
  ])('that %s is read', (_, xml, code, expected) => {
    const { bank, report } = readQti12(xml)
    expect(report.map(entry => entry.code)).toEqual([code])
    expect(bank?.questions[0]).toMatchObject(expected)
  })

  it.each([
    ['that it says', choice('What?').replace('<item ', '<item xml:lang="de" '), 'de', 'kept'],
    [
      'that is none',
      choice('What?').replace('<item ', '<item xml:lang="x-none" '),
      undefined,
      'language-lost',
    ],
    [
      'that a word has',
      choice('What?').replace('<mattext', '<mattext xml:lang="fr"'),
      undefined,
      'language-lost',
    ],
  ])('has the language %s, or it is named', (_, xml, language, code) => {
    const { bank, report } = readQti12(xml)
    expect(bank?.language).toBe(language)
    expect(report.map(entry => entry.code)).toEqual([code])
  })

  it.each([
    ['Capitals of the Baltic', true],
    ['Столицы', true],
    ['Question of faith', true],
    ['Question', false],
    ['Question 3', false],
    ['Frage12', false],
    ['Multiple Choice', false],
    ['7', false],
    ['T', false],
    ['水', true],
    ['What is', false],
    ['What is *the* capital…', false],
    ['', false],
  ])('has its title named where that says more than the rest: %s', (title, isNamed) => {
    const xml = choice('What is the capital?').replace('<item ', `<item title="${title}" `)
    expect(readQti12(xml).report.map(({ code }) => code)).toEqual([isNamed ? 'title-lost' : 'kept'])
  })

  const plain = choice('What?').replace(/<itemmetadata>.*<\/itemmetadata>/, '')

  it.each([
    ['its time', '<duration>PT1M</duration>', 'time-limit-lost'],
    ['a comment', '<qticomment>Too hard.</qticomment>', 'beside-lost'],
    ['a rubric', `<rubric view="Scorer">${material('Be kind.')}</rubric>`, 'beside-lost'],
    ['objectives', `<objectives>${material('Know it.')}</objectives>`, 'beside-lost'],
    ['what it refers to', `<reference>${material('A poem.')}</reference>`, 'beside-lost'],
    ['an empty rubric', `<rubric>${material('')}</rubric>`, 'kept'],
  ])('names what it says beside its question: %s', (_, more, code) => {
    const { report } = readQti12(plain.replace('<presentation>', `${more}<presentation>`))
    expect(report.map(entry => entry.code)).toEqual([code])
  })

  it.each([
    ['time', '<duration>PT10M</duration>', ['rules-of-test']],
    ['no time', '<duration/>', []],
    ['minutes', `<qtimetadata>${field('qmd_timelimit', '30')}</qtimetadata>`, ['rules-of-test']],
    ['attempts', `<qtimetadata>${field('cc_maxattempts', 'unlimited')}</qtimetadata>`, ['rules-of-test']],
    ['one attempt', `<qtimetadata>${field('cc_maxattempts', '1')}</qtimetadata>`, []],
    ['no minutes', `<qtimetadata>${field('qmd_timelimit', '0')}</qtimetadata>`, []],
    ['a comment', '<qticomment>For class 8.</qticomment>', ['text-lost']],
    ['what it is called', `<qtimetadata>${field('cc_profile', 'cc.exam.v0p1')}</qtimetadata>`, []],
    ['what items refer to', `<reference>${material('A poem.')}</reference>`, ['text-lost']],
    ['aims', `<objectives>${material('Know it.')}</objectives>`, ['text-lost']],
    [
      'feedback of a part',
      `<sectionfeedback ident="f">${material('Well.')}</sectionfeedback>`,
      ['text-lost'],
    ],
    ['feedback of all', `<assessfeedback ident="f">${material('Well.')}</assessfeedback>`, ['text-lost']],
  ])('names what its quiz says beside its items: %s', (_, more, codes) => {
    const { report } = readQti12(plain.replace('<item ', `${more}<item `))
    expect(report.map(({ code }) => code)).toEqual(['kept', ...codes])
  })

  it.each([
    ['<time_limit>30</time_limit><due_at/>', ['the time limit']],
    [
      '<description>&lt;p&gt;Read well.&lt;/p&gt;</description><shuffle_answers>true</shuffle_answers>',
      ['what it says before its questions', 'shuffled choices'],
    ],
    ['<title>Capitals</title><scoring_policy>keep_highest</scoring_policy><hide_results/>', []],
  ])('names what Canvas sets for it: %s', (set, lost) => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    const { report } = importBank(
      writeZip([
        { path: 'g1/g1.xml', bytes: bytes(plain) },
        { path: 'g1/assessment_meta.xml', bytes: bytes(`<quiz>${set}</quiz>`) },
      ]),
    )
    const messages = lost.length === 0 ? [] : [expect.stringContaining(`: ${lost.join(', ')}.`)]
    expect(report.filter(({ question }) => question === null).map(({ message }) => message)).toEqual(messages)
  })

  it('asks what stands with its response or its choices', () => {
    const asked = plain.replace('<mattext>gap</mattext>', '<mattext>Of these?</mattext>')
    expect(readQti12(asked).bank?.questions[0]).toMatchObject({ stem: 'What?\n\nOf these?' })
    const inRender = asked.replace(/(<material><mattext>Of these.*?<\/material>)(<render_choice>)/, '$2$1')
    expect(readQti12(inRender).bank).toEqual(readQti12(asked).bank)
  })

  it('names a document that stands in its text, and makes no picture of it', () => {
    const paper =
      '<material><matapplication apptype="application/pdf" embedded="base64">JVBE</matapplication></material>'
    const { media, report } = readQti12(plain.replace('<presentation>', `<presentation>${paper}`))
    expect([media, report.map(({ code }) => code)]).toEqual([[], ['image-lost']])
  })

  it('keeps a picture that stands in its text', () => {
    const picture =
      '<material><matimage imagtype="image/png" embedded="base64" label="A dot">UE5H</matimage></material>'
    const { bank, media } = readQti12(plain.replace('<presentation>', `<presentation>${picture}`))
    expect(bank?.questions[0]).toMatchObject({ media: [{ src: 'image.png', alt: 'A dot' }] })
    expect(media.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['PNG'])
  })

  it('is scored where its conditions name the label of a field, as those of Brightspace do', () => {
    const field =
      '<response_str ident="s"><render_fib><response_label ident="a"/></render_fib></response_str>'
    const xml = item('', 'Where?', field, right('a', 'Riga')).replace(/<itemmetadata>.*<\/itemmetadata>/, '')
    expect(readQti12(xml).bank?.questions[0]).toMatchObject({ type: 'short-answer', key: [{ text: 'Riga' }] })
  })

  it('goes by its condition for all others only where none before it is met', () => {
    const others =
      '<respcondition><conditionvar><other/></conditionvar><setvar varname="SCORE">0</setvar></respcondition>'
    const goesOn = plain
      .replace('<respcondition', '<respcondition continue="Yes"')
      .replace('</resproc', `${others}</resproc`)
    expect(readQti12(goesOn).bank?.questions[0]).toMatchObject({ type: 'single-choice', key: 'c1' })
  })

  it('counts SCORE, whatever else is set before it', () => {
    const other =
      '<respcondition><conditionvar><varequal respident="r">c0</varequal></conditionvar><setvar varname="OTHER">5</setvar></respcondition>'
    const xml = plain.replace('<respcondition', `${other}<respcondition`)
    expect(readQti12(xml).bank?.questions[0]).toMatchObject({ key: 'c1' })
  })

  it.each([
    ['minnumber="2"', 'not-held'],
    ['maxnumber="1"', 'not-held'],
    ['minnumber="1" maxnumber="2"', 'kept'],
  ])('names how many are to be picked: %s', (limits, code) => {
    const several = plain
      .replace('<response_lid', '<response_lid rcardinality="Multiple"')
      .replace('<render_choice', `<render_choice ${limits}`)
    expect(readQti12(several).report.map(entry => entry.code)).toEqual([code])
  })

  it('takes numbers with a point in any language', () => {
    const german = item(
      'numerical_question',
      'How many?',
      '<response_str ident="r"><render_fib/></response_str>',
      right('r', '1.5'),
    ).replace('<item ', '<item xml:lang="de" ')
    const [question] = readQti12(german).bank?.questions ?? []
    const scores = ['1.5', '1,5'].map(given => scoreResponse(question as never, given).score.scaled)
    expect(scores).toEqual([1, 0])
  })

  it('says that groups without rules have no key, and where a list is too short', () => {
    const groups = item('categorization_question', 'Sort.', pick('g', 'x'), '')
    expect(readQti12(groups).report[0]?.code).toBe('no-key')
    const lone = item('multiple_choice_question', 'What?', pick('r', 'x'), right('r', 'c0'))
    expect(readQti12(lone).report[0]?.message).toMatch(/^choices: /)
  })
})
