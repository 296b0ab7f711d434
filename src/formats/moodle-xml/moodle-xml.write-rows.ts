import type { BuiltInKind, BuiltInQuestion } from '../../interactions/index.js'
import type { Media } from '../../question/index.js'
import { asMatching, type Cannot, numbersFor, type Turned, withNowhere } from '../turn.js'
import { wildcardText } from '../wildcards.js'
import { value, withMore, type XmlNode } from '../xml.write.js'
import { gradingTypes } from './moodle-xml.names.js'
import { plainText, type WriteHtml, type WriteText } from './moodle-xml.nodes.js'
import { answer, answersFor, typedAnswer } from './moodle-xml.write-answers.js'
import { clozeText, turnCloze } from './moodle-xml.write-cloze.js'

/** How one of our kinds is written. */
export interface WriteRow<Q extends BuiltInQuestion = BuiltInQuestion> {
  /** The type of Moodle's files. */
  readonly moodle: string
  /** What Moodle's type has of what is common to ours. */
  readonly has: { readonly combinedFeedback: boolean; readonly hints: boolean }
  /** The question in a form that the type can hold, where it isn't one already. */
  readonly turn?: (question: Q) => Turned | Cannot
  /** The text that asks, where it is more than the stem. */
  readonly text?: (question: Q, html: WriteHtml) => string
  readonly nodes: (question: Q, write: WriteText, html: WriteHtml) => readonly XmlNode[]
}

type Of<Kind extends BuiltInKind> = Extract<BuiltInQuestion, { readonly type: Kind }>

const everything = { combinedFeedback: true, hints: true }
const hintsAlone = { combinedFeedback: false, hints: true }
const shuffled = (shuffle: boolean | undefined) => value('shuffleanswers', shuffle === false ? 0 : 1)

/** A row for each kind; null where Moodle has nothing like it. */
export const writeRows: { readonly [Kind in BuiltInKind]: WriteRow<Of<Kind>> | null } = {
  'single-choice': {
    moodle: 'multichoice',
    has: everything,
    nodes: ({ choices, key, shuffle, marking }, write) => {
      const fractions = marking?.rule === 'fractions' ? marking.fractions : {}
      const worth = (id: string) => fractions[id] ?? (id === key ? 1 : 0)
      return [value('single', 'true'), shuffled(shuffle), ...answersFor(choices, worth, write)]
    },
  },
  'multiple-response': {
    moodle: 'multichoice',
    has: everything,
    nodes: ({ choices, key, shuffle, marking }, write) => {
      const even = (id: string) => Math.max(-1, (key.includes(id) ? 1 : -1) / key.length)
      const worth = (id: string) => (marking?.rule === 'fractions' ? (marking.fractions[id] ?? 0) : even(id))
      return [value('single', 'false'), shuffled(shuffle), ...answersFor(choices, worth, write)]
    },
  },
  'true-false': {
    moodle: 'truefalse',
    has: hintsAlone,
    nodes: ({ key, choiceFeedback }, write) =>
      ([true, false] as const).map(said =>
        answer(write, String(said), said === key ? 1 : 0, choiceFeedback?.[`${said}`]),
      ),
  },
  'short-answer': {
    moodle: 'shortanswer',
    has: hintsAlone,
    nodes: ({ key, match, feedback }, write) => [
      value('usecase', match?.case ? 1 : 0),
      ...key.map(entry => typedAnswer(write, wildcardText(entry), entry.fraction ?? 1, entry.feedback)),
      ...otherwise(feedback?.incorrect, write),
    ],
  },
  numeric: {
    moodle: 'numerical',
    has: hintsAlone,
    turn(question) {
      const numbers = numbersFor(question.key)
      if (!numbers) return { cannot: 'Moodle has no range that is open at one end.' }
      return { question: { ...question, key: numbers.key }, notes: numbers.notes }
    },
    nodes: ({ key, units = [], unitPenalty, feedback }, write) => [
      ...key.map(entry =>
        typedAnswer(write, String(entry.value), entry.fraction ?? 1, entry.feedback, [
          value('tolerance', entry.tolerance ?? 0),
        ]),
      ),
      ...otherwise(feedback?.incorrect, write),
      ...(units.length > 0 ? unitNodes(units, unitPenalty) : []),
    ],
  },
  ordering: {
    moodle: 'ordering',
    has: everything,
    turn(question) {
      const items = question.key.flatMap(id => question.items.filter(item => item.id === id))
      return { question: { ...question, items }, notes: [] }
    },
    nodes: ({ items, marking }, write) => [
      value('layouttype', 'VERTICAL'),
      value('selecttype', 'ALL'),
      value('selectcount', 0),
      value('gradingtype', gradingOf(marking?.rule)),
      ...items.map(({ text, media }, index) =>
        // Here a fraction is a place, and not a share.
        write('answer', text, { fraction: String(index + 1) }, media ? [media] : []),
      ),
    ],
  },
  matching: {
    moodle: 'matching',
    has: everything,
    turn: withNowhere,
    nodes: ({ prompts, choices, key, shuffle }, write, html) => {
      const pair = (left: string, right: string, media?: Media) =>
        withMore(write('subquestion', left, {}, media ? [media] : []), [plainText('answer', html(right))])
      const textOf = (id: string | undefined) => choices.find(choice => choice.id === id)?.text
      const asked = prompts.flatMap(({ id, text, media }) => {
        const right = textOf(key[id])
        return right === undefined ? [] : [pair(text, right, media)]
      })
      const spare = choices.filter(({ id }) => !Object.values(key).includes(id))
      return [shuffled(shuffle), ...asked, ...spare.map(({ text }) => pair('', text))]
    },
  },
  categorization: {
    moodle: 'matching',
    has: everything,
    turn: question => asMatching(question),
    nodes: () => [],
  },
  cloze: {
    moodle: 'cloze',
    has: hintsAlone,
    turn: question => turnCloze(question) ?? { cannot: 'Moodle has no range that is open at one end.' },
    text: clozeText,
    nodes: () => [],
  },
  essay: {
    moodle: 'essay',
    has: { combinedFeedback: false, hints: false },
    nodes: ({ words }) => [
      value('responseformat', 'plain'),
      ...(words?.min ? [value('minwordlimit', words.min)] : []),
      ...(words?.max ? [value('maxwordlimit', words.max)] : []),
    ],
  },
  'hot-text': null,
}

/** What is said to all that nothing else meets. */
function otherwise(incorrect: string | undefined, write: WriteText): readonly XmlNode[] {
  return incorrect === undefined ? [] : [typedAnswer(write, '*', 0, incorrect)]
}

function gradingOf(rule = 'absolute-position'): string {
  return Object.keys(gradingTypes).find(name => gradingTypes[name] === rule) ?? 'ABSOLUTE_POSITION'
}

type Numeric = Of<'numeric'>

function unitNodes(
  units: NonNullable<Numeric['units']>,
  penalty: Numeric['unitPenalty'],
): readonly XmlNode[] {
  const grading = penalty ? (penalty.of === 'maximum' ? 2 : 1) : 0
  return [
    value('unitgradingtype', grading),
    value('unitpenalty', penalty?.share ?? 0.1),
    value('showunits', 0),
    value('unitsleft', units.every(({ before }) => before) ? 1 : 0),
    {
      name: 'units',
      content: units.map(({ unit, factor = 1 }) => ({
        name: 'unit',
        content: [value('multiplier', factor), value('unit_name', unit)],
      })),
    },
  ]
}
