import type { BuiltInKind, BuiltInQuestion } from '../../interactions/index.js'
import type { AcceptedNumber } from '../../marking/index.js'
import { asMatching, type Cannot, numbersFor, type Turned, withNowhere } from '../turn.js'
import type { XmlNode } from '../xml.write.js'
import {
  added,
  all,
  bound,
  type Choices,
  equal,
  label,
  material,
  pickOne,
  type Scoring,
  scored,
  type WriteTexts,
  writeIn,
} from './qti12.nodes.js'

/** How one of our kinds is written for Canvas. */
export interface WriteRow<Q extends BuiltInQuestion = BuiltInQuestion> {
  /** What Canvas calls it. */
  readonly named: string
  /** The question in a form that Canvas can hold, where it isn't one already. */
  readonly turn?: (question: Q) => Turned | Cannot
  /** The HTML that asks, where it is more than the stem. */
  readonly html?: (question: Q, texts: WriteTexts) => string
  readonly responses: (question: Q, texts: WriteTexts) => readonly XmlNode[]
  readonly scoring: (question: Q) => Scoring
}

type Of<Kind extends BuiltInKind> = Extract<BuiltInQuestion, { readonly type: Kind }>

/** A row for each kind, or why Canvas can't have it. */
export const writeRows: { readonly [Kind in BuiltInKind]: WriteRow<Of<Kind>> | Cannot } = {
  'single-choice': {
    named: 'multiple_choice_question',
    responses: ({ choices, shuffle }, texts) => [pickOne('response1', 'Single', choices, texts, shuffle)],
    scoring: ({ choices, key, marking }) => {
      const fractions = marking?.rule === 'fractions' ? marking.fractions : {}
      const worth = (id: string) => (id === key ? 1 : (fractions[id] ?? 0))
      const best = [...choices].sort((one, other) => worth(other.id) - worth(one.id))
      return {
        feedback: onChoices(choices),
        conditions: best.flatMap(({ id }) =>
          worth(id) > 0 ? [scored(equal('response1', id), worth(id))] : [],
        ),
      }
    },
  },
  'multiple-response': {
    named: 'multiple_answers_question',
    responses: ({ choices, shuffle }, texts) => [pickOne('response1', 'Multiple', choices, texts, shuffle)],
    scoring: ({ choices, key }) => ({
      feedback: onChoices(choices),
      conditions: [
        scored(
          all(
            choices.map(({ id }) => {
              const test = equal('response1', id)
              return key.includes(id) ? test : { name: 'not', content: [test] }
            }),
          ),
          1,
        ),
      ],
    }),
  },
  'true-false': {
    named: 'true_false_question',
    responses: (_, texts) => [pickOne('response1', 'Single', claims, texts, false)],
    scoring: ({ key, choiceFeedback = {} }) => ({
      feedback: Object.entries(choiceFeedback).flatMap(([said, text]) =>
        text === undefined ? [] : [{ tests: [equal('response1', said)], id: said, text }],
      ),
      conditions: [scored(equal('response1', String(key)), 1)],
    }),
  },
  'short-answer': {
    named: 'short_answer_question',
    turn(question) {
      if (question.key.some(({ wildcard }) => wildcard))
        return { cannot: 'Canvas compares whole texts, and has no wildcards.' }
      const isWeighed = question.key.some(({ fraction = 1 }) => fraction < 1)
      return { question, notes: isWeighed ? ['Canvas gives all the points for each text.'] : [] }
    },
    responses: () => [writeIn('response1')],
    scoring: ({ key, match }) => ({
      feedback: onEntries(key.map(entry => ({ ...entry, tests: [equal('response1', entry.text)] }))),
      conditions: byWorth(key).map(({ worth, entries }) =>
        scored(
          entries.map(({ text }) => ({
            ...equal('response1', text),
            attributes: { respident: 'response1', ...(match?.case && { case: 'Yes' }) },
          })),
          worth,
        ),
      ),
    }),
  },
  numeric: {
    named: 'numerical_question',
    turn(question) {
      const numbers = numbersFor(question.key)
      if (!numbers) return { cannot: 'Canvas has no range that is open at one end.' }
      const isWeighed = question.key.some(({ fraction = 1 }) => fraction < 1)
      const key = question.key.map((entry, index) =>
        entry.value === undefined ? entry : (numbers.key[index] ?? entry),
      )
      const isChanged = question.key.some(
        ({ toleranceType = 'nominal', tolerance = 0 }) => tolerance && toleranceType !== 'nominal',
      )
      return {
        question: { ...question, key },
        notes: [
          ...(isWeighed ? ['Canvas gives all the points for each number.'] : []),
          ...(isChanged ? ['Tolerances are a margin, by so much.'] : []),
        ],
      }
    },
    responses: () => [writeIn('response1', 'Decimal')],
    scoring: ({ key }) => ({
      feedback: onEntries(key.map(entry => ({ ...entry, tests: numberTests(entry) }))),
      conditions: key.map(entry => scored(numberTests(entry), entry.fraction ?? 1)),
    }),
  },
  matching: {
    named: 'matching_question',
    turn: withNowhere,
    responses: ({ prompts, choices }, texts) =>
      prompts.map(({ id, text }) => ({
        name: 'response_lid',
        attributes: { ident: `response_${id}` },
        content: [
          material(texts(text)),
          { name: 'render_choice', content: choices.map(({ id, text }) => label(id, texts(text))) },
        ],
      })),
    scoring: ({ prompts, key }) => ({
      feedback: [],
      conditions: prompts.map(({ id }) => added(equal(`response_${id}`, key[id] ?? ''), 1 / prompts.length)),
    }),
  },
  categorization: {
    named: 'matching_question',
    turn: asMatching,
    responses: () => [],
    scoring: () => ({ feedback: [], conditions: [] }),
  },
  cloze: {
    named: 'fill_in_multiple_blanks_question',
    turn(question) {
      const types = new Set(question.gaps.map(({ type }) => type))
      if (types.has('numeric')) return { cannot: 'Canvas has no gaps for numbers.' }
      if (types.size > 1)
        return { cannot: 'Canvas has gaps to write in or gaps to pick from, not both in one text.' }
      if (question.gaps.some(gap => gap.type === 'text' && gap.key.some(({ wildcard }) => wildcard)))
        return { cannot: 'Canvas compares whole texts, and has no wildcards.' }
      return { question, notes: [] }
    },
    html: ({ stem, text, gaps }, texts) => {
      const asked = stem === 'Fill the gaps.' ? text : `${stem}\n\n${text}`
      return gaps.reduce((html, { id }) => html.replace(`{{${id}}}`, `[${id}]`), texts(asked).html)
    },
    responses: ({ gaps }, texts) =>
      gaps.map(gap => ({
        name: 'response_lid',
        attributes: { ident: `response_${gap.id}` },
        content: [
          material({ html: gap.id, isPlain: true }),
          {
            name: 'render_choice',
            content:
              gap.type === 'choice'
                ? gap.choices.map(({ id, text }) => label(id, texts(text)))
                : gap.type === 'text'
                  ? gap.key.map(({ text }, index) =>
                      label(`${gap.id}_${index + 1}`, { html: text, isPlain: true }),
                    )
                  : [],
          },
        ],
      })),
    scoring: ({ gaps }) => ({
      feedback: gaps.flatMap(gap =>
        gap.type === 'choice'
          ? onChoices(gap.choices, `response_${gap.id}`)
          : onEntries(
              gap.key.map((entry, index) => ({
                ...entry,
                tests: [equal(`response_${gap.id}`, `${gap.id}_${index + 1}`)],
              })),
            ),
      ),
      conditions: gaps.flatMap(gap => {
        const right = gap.type === 'choice' ? [gap.key] : gap.key.map((_, index) => `${gap.id}_${index + 1}`)
        return right.map(id => added(equal(`response_${gap.id}`, id), 1 / gaps.length))
      }),
    }),
  },
  essay: {
    named: 'essay_question',
    responses: () => [writeIn('response1')],
    scoring: () => ({ feedback: [], conditions: [] }),
  },
  ordering: { cannot: 'Canvas’s classic quizzes have no orders.' },
  'hot-text': { cannot: 'Canvas has no questions in which words are marked.' },
}

const claims = [
  { id: 'true', text: 'True' },
  { id: 'false', text: 'False' },
]

function onChoices(choices: Choices, response = 'response1'): Scoring['feedback'] {
  return choices.flatMap(({ id, feedback }) =>
    feedback === undefined ? [] : [{ tests: [equal(response, id)], id, text: feedback }],
  )
}

function onEntries(
  entries: readonly { readonly tests: readonly XmlNode[]; readonly feedback?: string | undefined }[],
): Scoring['feedback'] {
  return entries.flatMap(({ tests, feedback }, index) =>
    feedback === undefined ? [] : [{ tests, id: `answer${index + 1}`, text: feedback }],
  )
}

/** Entries that are worth the same, the best first. */
function byWorth<Entry extends { readonly fraction?: number | undefined }>(entries: readonly Entry[]) {
  const worths = [...new Set(entries.map(({ fraction = 1 }) => fraction))].sort((one, other) => other - one)
  return worths.map(worth => ({ worth, entries: entries.filter(({ fraction = 1 }) => fraction === worth) }))
}

function numberTests({ value: number, tolerance = 0, min, max }: AcceptedNumber): readonly XmlNode[] {
  if (number === undefined) return [bound('vargte', min ?? 0), bound('varlte', max ?? 0)]
  const exact = equal('response1', String(number))
  if (tolerance === 0) return [exact]
  const within = all([bound('vargte', number - tolerance), bound('varlte', number + tolerance)])
  return [{ name: 'or', content: [exact, within] }]
}
