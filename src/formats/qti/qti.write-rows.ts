import type { BuiltInKind, BuiltInQuestion } from '../../interactions/index.js'
import { escapeHtml } from '../html.entities.js'
import {
  type Cannot,
  type Pickable,
  simpleChoice,
  type WriteTexts,
  type WrittenBody,
} from './qti.write-body.js'
import { bestOf, gaps, keyFeedback, numberRules, numbersIn, textRules } from './qti.write-gaps.js'
import { allOrNothing, pairsMarking, selectionMarking, type WrittenMarking } from './qti.write-marking.js'
import { orderMarking } from './qti.write-orders.js'
import { type Declaring, qtiId, setOutcome, tag, variable } from './qti.write-xml.js'

export type WriteRow<Q extends BuiltInQuestion = BuiltInQuestion> = (
  question: Q,
  texts: WriteTexts,
) => WrittenBody | Cannot

type Of<Kind extends BuiltInKind> = Extract<BuiltInQuestion, { readonly type: Kind }>

const response = 'RESPONSE'

/** A row for each kind. */
export const writeRows: { readonly [Kind in BuiltInKind]: WriteRow<Of<Kind>> } = {
  'single-choice'(question, texts) {
    const { choices, key, marking, points, shuffle } = question
    const fractions = marking?.rule === 'fractions' ? { [key]: 1, ...marking.fractions } : {}
    const ids = choices.map(({ id }) => id)
    const scored =
      marking?.rule === 'map' || marking?.rule === 'fractions'
        ? selectionMarking(marking.rule === 'map' ? marking : { ...marking, fractions }, {
            ids,
            key: [key],
            points,
          })
        : allOrNothing(points ?? 1)
    return {
      ...picking('single', [key], scored),
      body: choiceInteraction(choices, texts, { 'max-choices': 1, shuffle: shuffleOf(shuffle) }),
      ...choiceFeedback(choices, scored.rules),
    }
  },
  'multiple-response'(question, texts) {
    const { choices, key, marking, points, shuffle, choose: bounds } = question
    const scored = selectionMarking(marking, { ids: choices.map(({ id }) => id), key, points })
    return {
      ...picking('multiple', key, scored),
      body: choiceInteraction(choices, texts, {
        'min-choices': bounds?.min ?? 0,
        'max-choices': bounds?.max ?? 0,
        shuffle: shuffleOf(shuffle),
      }),
      ...choiceFeedback(choices, scored.rules),
    }
  },
  'true-false'({ key, points, choiceFeedback: said = {} }, texts) {
    const choices = [
      { id: 'true', text: 'True', feedback: said.true },
      { id: 'false', text: 'False', feedback: said.false },
    ]
    const scored = allOrNothing(points ?? 1)
    return {
      ...picking('single', [String(key)], scored),
      body: choiceInteraction(choices, texts, { class: 'true-false', 'max-choices': 1, shuffle: 'false' }),
      ...choiceFeedback(choices, scored.rules),
    }
  },
  'short-answer'({ key, match, marking, points }, _) {
    if (marking?.rule === 'map') return { cannot: 'Texts that are scored by a map are not written.' }
    const rules = textRules(response, key, match, points ?? 1)
    if (typeof rules !== 'string') return rules
    return {
      responses: [
        { id: response, cardinality: 'single', type: 'string', correct: bestOf(key).map(({ text }) => text) },
      ],
      body: `<p>${tag('qti-text-entry-interaction', { 'response-identifier': response })}</p>`,
      rules,
      feedback: keyFeedback(key),
    }
  },
  numeric({ key, points }) {
    return {
      responses: [{ id: response, cardinality: 'single', type: 'float', correct: numbersIn(bestOf(key)) }],
      body: `<p>${tag('qti-text-entry-interaction', { 'response-identifier': response })}</p>`,
      rules: numberRules(response, key, points ?? 1),
      feedback: keyFeedback(key),
    }
  },
  ordering({ items, key, marking, points }, texts) {
    const scored = orderMarking(key, points ?? 1, marking)
    const interaction = tag(
      'qti-order-interaction',
      { 'response-identifier': response, shuffle: 'true' },
      ...items.map(item => simpleChoice('qti-simple-choice', item, texts)),
    )
    return {
      responses: [{ id: response, cardinality: 'ordered', type: 'identifier', correct: key.map(qtiId) }],
      body: interaction,
      rules: scored.rules,
      outcomes: scored.outcomes,
      feedback: [],
    }
  },
  matching: ({ prompts, choices, ...question }, texts) =>
    pairing(question, prompts, choices, texts, undefined),
  categorization: ({ items, categories, ...question }, texts) =>
    pairing(question, items, categories, texts, 'categorization'),
  cloze: (question, texts) => gaps(question, texts),
  'hot-text'({ text, key, marking, points, choose: bounds }, texts) {
    const words: string[] = []
    const ids: string[] = []
    const marked = text.replace(/\{\{([A-Za-z0-9][\w.:-]*)\|([^{}]+)\}\}/g, (_, id: string, said: string) => {
      words.push(tag('qti-hottext', { identifier: qtiId(id) }, escapeHtml(said)))
      ids.push(id)
      return `\uFDE0${words.length - 1}\uFDE1`
    })
    const html = texts.block(marked).replace(/\uFDE0(\d+)\uFDE1/g, (_, at: string) => words[Number(at)] ?? '')
    return {
      ...picking('multiple', key, selectionMarking(marking, { ids, key, points })),
      body: tag(
        'qti-hottext-interaction',
        { 'response-identifier': response, 'min-choices': bounds?.min ?? 0, 'max-choices': bounds?.max ?? 0 },
        html,
      ),
      feedback: [],
    }
  },
  essay: ({ rubric = [] }, texts) => ({
    responses: [{ id: response, cardinality: 'single', type: 'string', correct: [] }],
    body: [
      tag('qti-extended-text-interaction', { 'response-identifier': response }),
      ...rubric.map(({ text, points }) =>
        tag(
          'qti-rubric-block',
          { use: 'scoring', view: 'scorer' },
          tag('qti-content-body', {}, texts.block(text), `<p>${points}</p>`),
        ),
      ),
    ].join(''),
    rules: '',
    feedback: [],
  }),
}

const shuffleOf = (shuffle: boolean | undefined) => String(shuffle !== false)

function picking(cardinality: 'single' | 'multiple', key: readonly string[], { map, rules }: WrittenMarking) {
  const declared: Declaring = { id: response, cardinality, type: 'identifier', correct: key.map(qtiId), map }
  return { responses: [declared], rules }
}

function choiceInteraction(choices: readonly Pickable[], texts: WriteTexts, attributes: object): string {
  return tag(
    'qti-choice-interaction',
    { 'response-identifier': response, ...attributes },
    ...choices.map(choice => simpleChoice('qti-simple-choice', choice, texts)),
  )
}

/** Feedback on what was picked: FEEDBACK holds the ids of it. */
function choiceFeedback(choices: readonly Pickable[], rules: string) {
  const feedback = choices.flatMap(({ id, feedback: said }) =>
    said === undefined ? [] : [[qtiId(id), said] as const],
  )
  if (feedback.length === 0) return { feedback, rules }
  return { feedback, rules: rules + setOutcome('FEEDBACK', tag('qti-multiple', {}, variable(response))) }
}

function pairing(
  { key, marking, weights, points, shuffle }: Omit<Of<'matching'>, 'prompts' | 'choices' | 'type'>,
  sources: readonly Pickable[],
  targets: readonly Pickable[],
  texts: WriteTexts,
  className: string | undefined,
): WrittenBody {
  const ids = (list: readonly Pickable[]) => list.map(({ id }) => id)
  const rule = className === undefined ? 'per-part' : 'minus-surplus'
  const scored = pairsMarking(marking ?? { rule }, {
    sources: ids(sources),
    targets: ids(targets),
    key,
    weights,
    points,
  })
  const set = (list: readonly Pickable[], most: number) =>
    tag(
      'qti-simple-match-set',
      {},
      ...list.map(one => simpleChoice('qti-simple-associable-choice', one, texts, { 'match-max': most })),
    )
  const correct = Object.entries(key).map(pair => pair.map(qtiId).join(' '))
  return {
    responses: [{ id: response, cardinality: 'multiple', type: 'directedPair', correct, map: scored.map }],
    body: tag(
      'qti-match-interaction',
      {
        class: className,
        'response-identifier': response,
        'max-associations': 0,
        shuffle: shuffleOf(shuffle),
      },
      set(sources, 1),
      set(targets, 0),
    ),
    rules: scored.rules,
    feedback: [],
  }
}
