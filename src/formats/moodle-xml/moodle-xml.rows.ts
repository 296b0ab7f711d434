import type { XmlElement } from '@rgrove/parse-xml'
import { letter, type Note } from '../collect.js'
import { acceptedText } from '../wildcards.js'
import {
  answersOf,
  type Built,
  feedbackOn,
  fractionOf,
  full,
  manyOf,
  oneOf,
  type Weighed,
  withoutShadowed,
} from './moodle-xml.answers.js'
import { childOf, childrenOf, isOn, numberOf, saidIn, valueAt } from './moodle-xml.document.js'
import { readCloze, readWords } from './moodle-xml.gaps.js'
import { gradingTypes } from './moodle-xml.names.js'
import { readNumerical } from './moodle-xml.numerical.js'
import type { Texts } from './moodle-xml.texts.js'

/** What a bank makes of one of Moodle's types, or why it makes nothing of it. */
export type Row =
  | {
      /** What Moodle calls it once it is read. */
      readonly kind: string
      /** Elements of its own that are read; all others that say something are named in the report. */
      readonly reads: readonly string[]
      readonly build: (question: XmlElement, texts: Texts) => Built | Note | readonly Built[]
    }
  | { readonly kind: string; readonly refused: string }

const cloze: Row = { kind: 'multianswer', reads: [], build: readCloze }
const matching: Row = { kind: 'match', reads: ['subquestion'], build: readMatching }
const calculated = 'Its numbers are drawn and reckoned anew for each learner; a bank has fixed ones.'
const pictures = 'It asks where something belongs on a picture; a bank has nothing like it.'

/** A row for each of Moodle's types, by the name that files have for it. */
export const rows: { readonly [type: string]: Row } = {
  multichoice: { kind: 'multichoice', reads: ['answer', 'single'], build: readMultichoice },
  multichoiceset: { kind: 'multichoiceset', reads: ['answer'], build: rightOnes('all-or-nothing') },
  oumultiresponse: { kind: 'oumultiresponse', reads: ['answer'], build: rightOnes('capped') },
  truefalse: { kind: 'truefalse', reads: ['answer'], build: readTruefalse },
  shortanswer: { kind: 'shortanswer', reads: ['answer', 'usecase'], build: readShortanswer },
  numerical: {
    kind: 'numerical',
    reads: ['answer', 'units', 'unitgradingtype', 'unitpenalty', 'showunits', 'unitsleft'],
    build: readNumerical,
  },
  matching,
  match: matching,
  essay: { kind: 'essay', reads: ['minwordlimit', 'maxwordlimit'], build: readEssay },
  cloze,
  multianswer: cloze,
  ordering: {
    kind: 'ordering',
    reads: ['answer', 'gradingtype', 'selecttype', 'selectcount', 'logical', 'studentsee'],
    build: readOrdering,
  },
  gapselect: {
    kind: 'gapselect',
    reads: ['selectoption'],
    build: (question, texts) => readWords(question, texts, 'selectoption'),
  },
  ddwtos: {
    kind: 'ddwtos',
    reads: ['dragbox'],
    build: (question, texts) => readWords(question, texts, 'dragbox'),
  },
  description: { kind: 'description', refused: 'It asks nothing, and a bank holds questions.' },
  calculated: { kind: 'calculated', refused: calculated },
  calculatedsimple: { kind: 'calculatedsimple', refused: calculated },
  calculatedmulti: { kind: 'calculatedmulti', refused: calculated },
  ddimageortext: { kind: 'ddimageortext', refused: pictures },
  ddmarker: { kind: 'ddmarker', refused: pictures },
  randomsamatch: { kind: 'randomsamatch', refused: 'It is put together of other questions of its category.' },
}

function weighedOf(question: XmlElement, texts: Texts): readonly Weighed[] {
  return answersOf(question).flatMap((answer, index) => {
    const labelled = texts.choice(answer.element, letter(index))
    if (labelled.text === '') {
      texts.note('empty-choice', `Choice ${index + 1} has no text and is left out.`)
      return []
    }
    const choice = { id: letter(index), ...labelled, ...feedbackOn(answer, texts) }
    return [{ fraction: answer.fraction, choice }]
  })
}

/** The field `shuffle`, where the order stays. @param unsaid whether Moodle shuffles where the file says nothing. */
function shuffleOf(question: XmlElement, unsaid: boolean) {
  const said = childOf(question, 'shuffleanswers')
  return (said ? isOn(saidIn(said)) : unsaid) ? {} : { shuffle: false }
}

function readMultichoice(question: XmlElement, texts: Texts): Built | Note {
  const single = childOf(question, 'single')
  const isOne = !single || isOn(saidIn(single))
  const built = (isOne ? oneOf : manyOf)(weighedOf(question, texts), texts)
  return 'type' in built ? { ...built, ...shuffleOf(question, false) } : built
}

/** Answers that are right or wrong, whatever their share. */
function rightOnes(rule: 'all-or-nothing' | 'capped') {
  return (question: XmlElement, texts: Texts): Built => {
    const weighed = weighedOf(question, texts)
    return {
      type: 'multiple-response',
      choices: weighed.map(({ choice }) => choice),
      key: weighed.filter(({ fraction }) => fraction > 0).map(({ choice }) => choice.id),
      marking: { rule },
      ...shuffleOf(question, false),
    }
  }
}

function readTruefalse(question: XmlElement, { read }: Texts): Built | Note {
  let key: boolean | null = null
  const choiceFeedback: { true?: string; false?: string } = {}
  for (const [index, { element, said }] of answersOf(question).entries()) {
    const word = said.toLowerCase()
    // Old files write the words in their own language, the true one first.
    const isTrue = word === 'true' || word === 'false' ? word === 'true' : index === 0
    // Only all the points count, and the last answer has the last word, as in Moodle.
    key = (Number(element.attributes.fraction) === 100) === isTrue
    const feedback = read(childOf(element, 'feedback'))
    if (feedback) choiceFeedback[isTrue ? 'true' : 'false'] = feedback
  }
  if (key === null) return { code: 'no-key', message: 'It has no answers.' }
  return { type: 'true-false', key, ...(Object.keys(choiceFeedback).length > 0 && { choiceFeedback }) }
}

function readShortanswer(question: XmlElement, texts: Texts): Built {
  const match = isOn(valueAt(question, 'usecase')) ? { case: true } : undefined
  const answers = answersOf(question)
  const last = answers.at(-1)
  const other = last && last.said === '*' && last.fraction <= 0 ? last : undefined
  const incorrect = other ? texts.read(childOf(other.element, 'feedback')) : ''
  const key = full(
    answers.filter(answer => answer !== other && answer.said !== ''),
    texts.note,
  ).map(answer => ({
    ...acceptedText(answer.said),
    ...fractionOf(answer.fraction),
    ...feedbackOn(answer, texts),
  }))
  return {
    type: 'short-answer',
    key: withoutShadowed(key, match, texts.note),
    ...(match && { match }),
    ...(incorrect && { feedback: { incorrect } }),
  }
}

function readMatching(question: XmlElement, { choice, note, read }: Texts): Built {
  const pairs = childrenOf(question, 'subquestion').map((element, index) => ({
    left: choice(element, `p${index + 1}`),
    // HTML whatever the rest is, as Moodle shows it.
    right: read(childOf(element, 'answer'), undefined, 'html'),
  }))
  if (pairs.some(({ right }) => right === ''))
    note('empty-choice', 'A pair without a right side is left out.')
  const texts = [...new Set(pairs.map(({ right }) => right))].filter(right => right !== '')
  const asked = pairs.filter(({ left, right }) => left.text !== '' && right !== '')
  return {
    type: 'matching',
    prompts: asked.map(({ left }, index) => ({ id: `p${index + 1}`, ...left })),
    choices: texts.map((text, index) => ({ id: letter(index), text })),
    key: Object.fromEntries(asked.map(({ right }, index) => [`p${index + 1}`, letter(texts.indexOf(right))])),
    ...shuffleOf(question, true),
  }
}

function readEssay(question: XmlElement, { note }: Texts): Built {
  const [min, max] = ['minwordlimit', 'maxwordlimit'].map(name => numberOf(valueAt(question, name)) ?? 0)
  if (min && max && min > max) {
    note('odd-words', `It asks for at least ${min} and at most ${max} words; both are left out.`)
    return { type: 'essay' }
  }
  const words = { ...(min && { min }), ...(max && { max }) }
  return { type: 'essay', ...((min || max) && { words }) }
}

function readOrdering(question: XmlElement, texts: Texts): Built {
  // As in Moodle, what is empty has no place.
  const answers = answersOf(question).filter(({ said }) => said !== '')
  if (answers.length < childrenOf(question, 'answer').length)
    texts.note('empty-choice', 'An item without a text is left out.')
  if (answers.some(({ element }) => valueAt(element, 'feedback') !== ''))
    texts.note('feedback-lost', 'Feedback on single items is left out.')
  // As older files name it, and as Moodle takes what is not said, and words that it doesn't know.
  const said = (name: string, before: string) => valueAt(question, name) || valueAt(question, before)
  const shown = Math.max(2, numberOf(said('selectcount', 'studentsee') || '6') ?? 2)
  const selection = said('selecttype', 'logical')
  if (!/^(?:all|exact)$/i.test(selection) && shown < answers.length) {
    const how = /^contig(?:uous)?$/i.test(selection) ? 'one after the other' : 'drawn at random'
    texts.note('all-items', `All items are shown, where Moodle shows ${shown} of them, ${how}.`)
  }
  const items = answers.map(({ element }, index) => ({
    id: letter(index),
    ...texts.choice(element, letter(index)),
  }))
  const grading = valueAt(question, 'gradingtype').toUpperCase()
  const rule = Object.hasOwn(gradingTypes, grading) ? gradingTypes[grading] : 'next-excluding-last'
  return {
    type: 'ordering',
    items,
    key: items.map(({ id }) => id),
    ...(rule !== 'absolute-position' && { marking: { rule } }),
  }
}
