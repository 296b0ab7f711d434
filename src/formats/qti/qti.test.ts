import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreResponse } from '../../index.js'
import { readQti } from './index.js'

const matched =
  '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>'
const mapped =
  '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>'
const declared = (cardinality: string, baseType: string, correct: readonly string[], mapping = '') =>
  `<responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${baseType}"><correctResponse>${correct.map(value => `<value>${value}</value>`).join('')}</correctResponse>${mapping}</responseDeclaration>`
const item = (declaration: string, body: string, processing = matched) =>
  `<?xml version="1.0"?>\n<assessmentItem identifier="one" title="One" adaptive="false" xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1">${declaration}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody>${body}</itemBody>${processing}</assessmentItem>`
const choices = ['A', 'B', 'C']
  .map(id => `<simpleChoice identifier="${id}">Choice <b>${id}</b></simpleChoice>`)
  .join('')
const choose = (max: number) =>
  `<p>Read.</p><choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="${max}"><prompt>Which?</prompt>${choices}</choiceInteraction>`
const map =
  '<mapping lowerBound="0" upperBound="2" defaultValue="-1"><mapEntry mapKey="A" mappedValue="1"/><mapEntry mapKey="B" mappedValue="1"/></mapping>'

const readOne = (text: string) => readQti(text).bank?.questions[0]
const points = (text: string, response: unknown) => {
  const question = readOne(text)
  if (!question) throw new Error(JSON.stringify(readQti(text).report))
  return scoreResponse(question, response).score.raw
}

describe('QTI', () => {
  it('keeps the picture of a choice with it, and calls it by what it shows where it has no text', () => {
    const pictures = choose(1)
      .replace('Choice <b>A</b>', '<object data="a.png" type="image/png">A river</object>')
      .replace('Choice <b>B</b>', 'Sea <img src="b.png" alt="A sea"/>')
    const question = readOne(item(declared('single', 'identifier', ['A']), pictures))
    expect(question).toMatchObject({
      choices: [
        { text: 'A river', media: { type: 'image', src: 'a.png', alt: 'A river' } },
        { text: 'Sea', media: { type: 'image', src: 'b.png', alt: 'A sea' } },
        { text: 'Choice **C**' },
      ],
    })
    expect(question).not.toHaveProperty('media')
  })

  it('reads entities of HTML, which are none of XML', () => {
    const text = choose(1).replace('Read.', 'Caf&eacute;&nbsp;&amp; &nothing;')
    expect(readOne(item(declared('single', 'identifier', ['A']), text))).toMatchObject({
      stem: 'Café & &nothing;\n\nWhich?',
    })
  })

  it('keeps double braces beside words that can be marked', () => {
    const text =
      '<hottextInteraction responseIdentifier="RESPONSE" maxChoices="0"><p><hottext identifier="A">One</hottext> in {{x}} <hottext identifier="B">two</hottext></p></hottextInteraction>'
    expect(readOne(item(declared('multiple', 'identifier', ['A']), text))).toMatchObject({
      text: '{{A|One}} in { {x} } {{B|two}}',
    })
  })

  it.each([
    [
      'a pattern',
      'string',
      'ab',
      '<p><textEntryInteraction responseIdentifier="RESPONSE" patternMask="[a-z]*"/></p>',
    ],
    [
      'a scale',
      'integer',
      '4',
      '<sliderInteraction responseIdentifier="RESPONSE" lowerBound="0" upperBound="9"><prompt>How many?</prompt></sliderInteraction>',
    ],
  ])('names %s that a response was held to', (_, type, right, body) => {
    const { report } = readQti(item(declared('single', type, [right]), body))
    expect(report).toMatchObject([{ fate: 'changed', code: 'not-held' }])
  })

  it('makes no question of numbers that are typed in another base', () => {
    const typed = (base: number) =>
      item(
        declared('single', 'integer', ['16']),
        `<textEntryInteraction responseIdentifier="RESPONSE" base="${base}"/>`,
      )
    expect(readQti(typed(16)).report).toMatchObject([{ fate: 'dropped', code: 'unsupported-scoring' }])
    expect(points(typed(10), '16')).toBe(1)
  })

  it.each([
    [
      'a text in the field',
      'not-held',
      (xml: string) => xml.replace('maxChoices', 'placeholderText="City" maxChoices'),
    ],
    [
      'a label in the field',
      'not-held',
      (xml: string) => xml.replace('<prompt', '<label>City</label><prompt'),
    ],
    [
      'a remark on the key',
      'beside-lost',
      (xml: string) => xml.replace('<correctResponse', '<correctResponse interpretation="See page 4."'),
    ],
    [
      'other ways to show it',
      'beside-lost',
      (xml: string) =>
        xml.replace(
          '</assess',
          '<apipAccessibility><accessibilityInfo><spokenText>x</spokenText></accessibilityInfo></apipAccessibility></assess',
        ),
    ],
    [
      'a title of feedback',
      'feedback-lost',
      (xml: string) =>
        xml
          .replace(
            '<itemBody',
            '<outcomeDeclaration identifier="F" cardinality="single" baseType="identifier"><defaultValue><value>f</value></defaultValue></outcomeDeclaration><itemBody',
          )
          .replace(
            '</assess',
            '<modalFeedback title="Well" outcomeIdentifier="F" identifier="f" showHide="show">Read on.</modalFeedback></assess',
          ),
    ],
  ])('names %s, which it leaves out', (_, code, made) => {
    const { report } = readQti(made(item(declared('single', 'identifier', ['A']), choose(1))))
    expect(report.map(entry => entry.code)).toEqual([code])
  })

  const claims = item(declared('single', 'identifier', ['A']), choose(1))
  it.each([
    ['an item', claims.replace('adaptive', 'xml:lang="de-AT" adaptive'), 'de-AT', []],
    ['a body', claims.replace('<itemBody', '<itemBody xml:lang="fr"'), 'fr', []],
    ['what it stands in', `<all xml:lang="it">${claims.replace(/^.*\n/, '')}</all>`, 'it', []],
    ['an old system', claims.replace('adaptive', 'xml:lang="pt_BR" adaptive'), 'pt-BR', []],
    ['an item as in HTML', claims.replace('adaptive', 'lang="de" adaptive'), 'de', []],
    ['nobody', claims.replace('adaptive', 'xml:lang="" adaptive'), undefined, []],
    [
      'a word processor',
      claims.replace('adaptive', 'xml:lang="x-none" adaptive'),
      undefined,
      ['language-lost'],
    ],
  ])('keeps the language that %s says', (_, text, language, lost) => {
    const { bank, report } = readQti(text)
    expect(bank?.language).toBe(language)
    expect(report.map(({ code }) => code).filter(code => code !== 'kept')).toEqual(lost)
  })

  it.each([
    ['Rivers of Europe', true],
    ['Read. Which', false],
    ['One', false],
    ['Choice 2', false],
  ])('names a title that says more than the rest: %s', (title, isNamed) => {
    const { report } = readQti(claims.replace('title="One"', `title="${title}"`))
    expect(report.map(({ code }) => code)).toEqual([isNamed ? 'title-lost' : 'kept'])
  })

  it.each([
    ['a text', claims.replace('<p>Read.', '<p>Read <i xml:lang="la">lege</i>.'), ['la']],
    ['what is asked', claims.replace('<prompt', '<prompt lang="it"'), ['it']],
    ['a choice', claims.replace('<simpleChoice', '<simpleChoice xml:lang="pt_BR"'), ['pt-BR']],
    [
      'feedback',
      claims.replace('</assess', '<modalFeedback xml:lang="fr" identifier="x">Oui.</modalFeedback></assess'),
      ['fr'],
    ],
    ['several texts', claims.replaceAll('<simpleChoice', '<simpleChoice xml:lang="it"'), ['it']],
    ['the language of the item', claims.replace('<p>', '<p xml:lang="DE">'), []],
    [
      'what is not shown',
      claims.replace('<itemBody', '<catalogInfo xml:lang="es"><p>x</p></catalogInfo><itemBody'),
      [],
    ],
  ])('names the language of words that %s has of its own', (_, text, languages) => {
    const { bank, report } = readQti(text.replace('adaptive', 'xml:lang="de" adaptive'))
    expect(bank?.language).toBe('de')
    const lost = report.filter(({ code }) => code === 'language-lost')
    expect(lost.map(({ message }) => /'(.+?)'/.exec(message)?.[1])).toEqual(languages)
  })

  it.each([
    ['alone', '<textEntryInteraction responseIdentifier="RESPONSE"/>', '1.5', '1,5'],
    [
      'in a gap',
      '<p>It is <textEntryInteraction responseIdentifier="RESPONSE"/> of <textEntryInteraction responseIdentifier="OTHER"/>.</p>',
      { RESPONSE: '1.5', OTHER: '2.5' },
      { RESPONSE: '1,5', OTHER: '2,5' },
    ],
  ])('takes a number %s with a point, in whatever language', (_, body, right, wrong) => {
    const other = declared('single', 'float', ['2.5']).replace('RESPONSE', 'OTHER')
    const german = item(declared('single', 'float', ['1.5']) + other, body, '').replace(
      'adaptive',
      'xml:lang="de" adaptive',
    )
    const { bank } = readQti(german)
    const [question] = bank?.questions ?? []
    const spoken = question && { ...question, language: bank?.language }
    const scores = [right, wrong].map(given => scoreResponse(spoken as never, given).score.scaled)
    expect(scores).toEqual([1, 0])
  })

  it('reads HTML under a prefix', () => {
    const plain = item(declared('single', 'identifier', ['A']), choose(1))
    const prefixed = plain.replace(/<(\/?)(?=\w)/g, '<$1q:').replace('xmlns=', 'xmlns:q=')
    expect(readQti(prefixed)).toEqual(readQti(plain))
  })

  it('knows what an essay is worth by the most that its score may be', () => {
    const long =
      '<p>Write.</p><extendedTextInteraction responseIdentifier="RESPONSE"/><rubricBlock view="scorer"><p>Five.</p></rubricBlock>'
    const essay = item(declared('single', 'string', []), long, '').replace(
      'identifier="SCORE"',
      'identifier="SCORE" normalMaximum="5"',
    )
    const { bank, report } = readQti(essay)
    expect(bank?.questions).toMatchObject([{ type: 'essay', stem: 'Write.', points: 5 }])
    expect(report).toMatchObject([{ fate: 'changed', code: 'beside-lost' }])
  })

  it('takes what holds an interaction for no feedback', () => {
    const held = `<feedbackBlock outcomeIdentifier="F" identifier="f" showHide="hide">${choose(1)}</feedbackBlock>`
    expect(readOne(item(declared('single', 'identifier', ['A']), held))).not.toHaveProperty('feedback')
  })

  it('reads a choice with its texts', () => {
    expect(readOne(item(declared('single', 'identifier', ['B']), choose(1)))).toEqual({
      id: 'one',
      type: 'single-choice',
      stem: 'Read.\n\nWhich?',
      choices: ['A', 'B', 'C'].map(id => ({ id, text: `Choice **${id}**` })),
      key: 'B',
    })
  })

  it('reads QTI 3 alike', () => {
    const three = item(declared('single', 'identifier', ['B']), choose(1))
      .replace(
        /<(\/?)(assessmentItem|responseDeclaration|correctResponse|value|outcomeDeclaration|itemBody|choiceInteraction|prompt|simpleChoice|responseProcessing)/g,
        (_, close, name: string) =>
          `<${close}qti-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`,
      )
      .replace('responseIdentifier=', 'response-identifier=')
      .replace('baseType="identifier"', 'base-type="identifier"')
    expect(readOne(three)).toEqual(readOne(item(declared('single', 'identifier', ['B']), choose(1))))
  })

  it.each<[string, string, unknown, number]>([
    ['one right choice', item(declared('single', 'identifier', ['B']), choose(1)), 'B', 1],
    ['all right ones', item(declared('multiple', 'identifier', ['A', 'B']), choose(0)), ['B', 'A'], 1],
    ['some of them', item(declared('multiple', 'identifier', ['A', 'B']), choose(0)), ['A'], 0],
    ['by a map', item(declared('multiple', 'identifier', ['A', 'B'], map), choose(0), mapped), ['A'], 1],
    [
      'by a map, with its default',
      item(declared('multiple', 'identifier', ['A', 'B'], map), choose(0), mapped),
      ['A', 'C'],
      0,
    ],
    [
      'an order',
      item(
        declared('ordered', 'identifier', ['A', 'B', 'C']),
        `<orderInteraction responseIdentifier="RESPONSE">${choices}</orderInteraction>`,
      ),
      ['A', 'B', 'C'],
      1,
    ],
    [
      'pairs',
      item(
        declared('multiple', 'directedPair', ['S X', 'T Y']),
        '<matchInteraction responseIdentifier="RESPONSE"><simpleMatchSet><simpleAssociableChoice identifier="S" matchMax="1">S</simpleAssociableChoice><simpleAssociableChoice identifier="T" matchMax="1">T</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="X" matchMax="2">X</simpleAssociableChoice><simpleAssociableChoice identifier="Y" matchMax="2">Y</simpleAssociableChoice></simpleMatchSet></matchInteraction>',
      ),
      { S: 'X', T: 'Y' },
      1,
    ],
    [
      'a text to the letter',
      item(
        declared('single', 'string', ['York']),
        '<p>It is <textEntryInteraction responseIdentifier="RESPONSE"/>.</p>',
      ),
      'york',
      0,
    ],
    [
      'a text by a map',
      item(
        declared(
          'single',
          'string',
          ['York'],
          '<mapping defaultValue="0"><mapEntry mapKey="York" mappedValue="2" caseSensitive="false"/><mapEntry mapKey="Yorks" mappedValue="1" caseSensitive="false"/></mapping>',
        ),
        '<textEntryInteraction responseIdentifier="RESPONSE"/>',
        mapped,
      ),
      'yorks',
      1,
    ],
    [
      'a number',
      item(declared('single', 'integer', ['7']), '<textEntryInteraction responseIdentifier="RESPONSE"/>'),
      '7',
      1,
    ],
    [
      'a gap',
      item(
        declared('single', 'identifier', ['Y']),
        '<p>In <inlineChoiceInteraction responseIdentifier="RESPONSE"><inlineChoice identifier="X">x</inlineChoice><inlineChoice identifier="Y">y</inlineChoice></inlineChoiceInteraction>.</p>',
      ),
      { RESPONSE: 'Y' },
      1,
    ],
    [
      'marked words',
      item(
        declared('multiple', 'identifier', ['B']),
        '<hottextInteraction responseIdentifier="RESPONSE"><p>a <hottext identifier="A">b</hottext> c <hottext identifier="B">d</hottext></p></hottextInteraction>',
      ),
      ['B'],
      1,
    ],
    [
      'rules that say the same as the template',
      item(
        declared('single', 'identifier', ['B']),
        choose(1),
        '<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf><responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseElse></responseCondition></responseProcessing>',
      ),
      'B',
      1,
    ],
    [
      'rules that give two points',
      item(
        declared('single', 'identifier', ['B']),
        choose(1),
        '<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">2</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>',
      ),
      'B',
      2,
    ],
  ])('scores %s as the item says', (_, text, response, expected) => {
    expect(points(text, response)).toBe(expected)
  })

  it('keeps what is told in the running text', () => {
    const text = item(
      declared('single', 'identifier', ['Y']),
      '<p>In <inlineChoiceInteraction responseIdentifier="RESPONSE"><inlineChoice identifier="X">x</inlineChoice><inlineChoice identifier="Y">y</inlineChoice></inlineChoiceInteraction>.</p>',
    )
    expect(readOne(text)).toMatchObject({ type: 'cloze', text: 'In {{RESPONSE}}.' })
  })

  it.each([
    [
      'rules of its own',
      item(
        declared('single', 'identifier', ['B']),
        choose(1),
        '<responseProcessing><setOutcomeValue identifier="SCORE"><baseValue baseType="float">3</baseValue></setOutcomeValue></responseProcessing>',
      ),
      'unsupported-scoring',
    ],
    [
      'two interactions with one response',
      item(declared('single', 'identifier', ['B']), choose(1) + choose(1)),
      'several-interactions',
    ],
    [
      'a kind that a bank lacks',
      item('', '<drawingInteraction responseIdentifier="RESPONSE"/>'),
      'unsupported-kind',
    ],
    ['no interaction', item('', '<p>Read.</p>', ''), 'no-interaction'],
    ['no item', '<assessmentTest/>', 'no-item'],
    ['no XML', '<assessmentItem>', 'not-xml'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY x "y">]><assessmentItem/>', 'entities-declared'],
  ])('names %s, and scores nothing wrongly', (_, text, code) => {
    const { bank, report } = readQti(text)
    expect(bank).toBeNull()
    expect(report[0]).toMatchObject({ fate: 'dropped', code, line: expect.any(Number) })
  })

  const asked = item(declared('single', 'identifier', ['A']), choose(1))
  const scoreBy = (who: string) =>
    asked.replace('identifier="SCORE"', `identifier="SCORE" externalScored="${who}"`)
  const prefilled = asked.replace(
    '</correctResponse>',
    '</correctResponse><defaultValue><value>B</value></defaultValue>',
  )
  const printing =
    '<modalFeedback outcomeIdentifier="SCORE" identifier="1" showHide="show">You have <printedVariable identifier="SCORE"/>.</modalFeedback></assessmentItem>'
  it.each([
    [
      'the time that an answer takes',
      asked.replace('adaptive', 'timeDependent="true" adaptive'),
      'time-lost',
    ],
    ['a response that is there from the start', prefilled, 'not-prefilled'],
    ['a score that a person gives', scoreBy('human'), 'scored-elsewhere'],
    ['a score that a machine gives', scoreBy('externalMachine'), 'scored-elsewhere'],
    ['a value in feedback', asked.replace('</assessmentItem>', printing), 'feedback-lost'],
  ])('names %s, and keeps the question', (_, text, code) => {
    expect(readQti(text).report).toMatchObject([{ fate: 'changed', question: 'one', code }])
  })

  const ids = (one: string, other: string) =>
    asked
      .replaceAll('identifier="A"', `identifier="${one}"`)
      .replaceAll('>A<', `>${one}<`)
      .replaceAll('"B"', `"${other}"`)
  it.each([
    ['an id given twice', ids('A', 'A'), "The id 'A' is there twice."],
    [
      'ids that differ by accents',
      ids('é', 'e'),
      "The ids 'é' and 'e' are one here, without accents and signs.",
    ],
    [
      'an id of other letters',
      ids('甲', 'B'),
      "'甲' is no id here: give it one of letters from A to Z and digits.",
    ],
    [
      'gaps whose ids differ by accents',
      item(
        declared('single', 'string', ['x']).replace('RESPONSE', 'é') +
          declared('single', 'string', ['x']).replace('RESPONSE', 'e'),
        '<p><textEntryInteraction responseIdentifier="é"/><textEntryInteraction responseIdentifier="e"/></p>',
      ),
      "The ids 'é' and 'e' are one here, without accents and signs.",
    ],
    [
      'a value in its text',
      asked.replace('Read.', 'Read <printedVariable identifier="SCORE"/>.'),
      'Its text prints a value that its rules give.',
    ],
    [
      'a part that a template shows',
      asked.replace('Read.', '<templateInline templateIdentifier="T" identifier="t">Read.</templateInline>'),
      'It changes while it is answered, or is made by a template.',
    ],
    [
      'points of a person that its rules count in',
      asked
        .replace(
          '<itemBody>',
          '<outcomeDeclaration identifier="STYLE" externalScored="human" cardinality="single" baseType="float"/><itemBody>',
        )
        .replace(
          matched,
          '<responseProcessing><setOutcomeValue identifier="SCORE"><variable identifier="STYLE"/></setOutcomeValue></responseProcessing>',
        ),
      "Its rules count in 'STYLE', which a person gives.",
    ],
  ])('says why no question comes of %s', (_, text, message) => {
    expect(readQti(text)).toMatchObject({ bank: null, report: [{ fate: 'dropped', message }] })
  })

  it('says so where an item is not scored', () => {
    const { report } = readQti(item(declared('single', 'identifier', ['B']), choose(1), ''))
    expect(report[0]).toMatchObject({ fate: 'changed', code: 'not-scored' })
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      '<assessmentItem>',
      '</assessmentItem>',
      '<itemBody>',
      choose(1),
      matched,
      declared('multiple', 'pair', ['x']),
      '<',
      '&x;',
    )
    fc.assert(fc.property(fc.array(pieces), all => readQti(all.join('')).report.length >= 0))
  })
})
