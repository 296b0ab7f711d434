import { asId, type Note } from '../collect.js'
import { greatestOf } from '../greatest.js'
import {
  acceptedText,
  type Built,
  choicesOf,
  isTrue,
  noKey,
  type Row,
  type Texts,
  unique,
  unsupportedKind,
  unsupportedScoring,
} from './qti12.built.js'
import { equalsIn, isMadeOf, leavesOf, scoringOf, type Test } from './qti12.conditions.js'
import type { Item, ResponsePlace } from './qti12.item.js'
import { number } from './qti12.numbers.js'
import { blanks, dropdowns, gapName, groups, order, pairs, writtenGaps } from './qti12.places.js'
import { markedAlike, tooLarge } from './qti12.scored.js'

/** What Canvas calls its kinds. Items that don't say it are told by what they hold. */
const rows: { readonly [name: string]: Row } = {
  multiple_choice_question: choiceOne,
  true_false_question: claim,
  multiple_answers_question: choiceMany,
  short_answer_question: written,
  numerical_question: number,
  matching_question: pairs,
  categorization_question: groups,
  essay_question: () => ({ type: 'essay' }),
  fill_in_multiple_blanks_question: blanks,
  multiple_dropdowns_question: dropdowns,
  ordering_question: order,
}

const textOnly: Note = { code: 'unsupported-kind', message: 'It asks nothing, and a bank holds questions.' }
const drawn = unsupportedKind('whose numbers are drawn anew for each learner')
const byFile = unsupportedKind('that are answered by a file')
const onPicture = unsupportedKind('that are answered on a picture')

/** Kinds that a bank has not, as Canvas and Blackboard call them. */
const refused: { readonly [name: string]: Note } = {
  text_only_question: textOnly,
  calculated_question: drawn,
  Calculated: drawn,
  file_upload_question: byFile,
  'File Upload': byFile,
  hot_spot_question: onPicture,
  'Hot Spot': onPicture,
  'Quiz Bowl': unsupportedKind('that are answered by a question'),
}

/** Kinds of Blackboard whose items say their scoring in its own way. */
const ofBlackboard: { readonly [name: string]: Row } = {
  Essay: () => ({ type: 'essay' }),
  'Short Response': () => ({ type: 'essay' }),
  Ordering(item, texts) {
    const built = order(item, texts)
    return 'type' in built && item.blackboard?.isPartial
      ? { ...built, marking: { rule: 'absolute-position' } }
      : built
  },
  Matching(item, texts) {
    const built = pairs(item, texts)
    return 'type' in built && !item.blackboard?.isPartial
      ? { ...built, marking: { rule: 'all-or-nothing' } }
      : built
  },
  'Fill in the Blank': written,
  Numeric: number,
}

/** What a bank makes of an item. */
export function build(item: Item, texts: Texts): Built | Note {
  const name = item.named ?? item.blackboard?.kind ?? ''
  const no = Object.hasOwn(refused, name) ? refused[name] : undefined
  if (no) return no
  const list = item.named === null ? ofBlackboard : rows
  const named = Object.hasOwn(list, name) ? list[name] : undefined
  if (item.conditions.some(({ test, sets }) => hasUnknown(test) || sets.some(({ isKnown }) => !isKnown)))
    return unsupportedScoring('It is scored by conditions that are not known here.')
  // What Canvas names it gives points for in its own way, whatever the conditions say.
  const isOwn = item.named !== null || named !== undefined
  const large = isOwn ? null : tooLarge(item)
  if (large) return large
  const built = (named ?? rowFor(item))(item, texts)
  if (isOwn || !('type' in built)) return built
  return markedAlike(built, item) ?? unsupportedScoring('It is scored in a way that a bank has not.')
}

const hasUnknown = (test: Test) => leavesOf(test).some(({ is }) => is === 'unknown')

/** The kind of an item that doesn't name one. */
function rowFor({ responses, conditions, html }: Item): Row {
  const [first] = responses
  if (!first)
    return () =>
      conditions.some(({ test }) => equalsIn(test).length > 0)
        ? unsupportedScoring('It compares what it has no place to give.')
        : textOnly
  if (responses.some(({ is }) => is === 'other'))
    return () => unsupportedKind(`with the responses of this item`)
  const isPicked = responses.every(({ is }) => is === 'lid')
  if (responses.length > 1) {
    if (!isPicked)
      return responses.every(({ is }) => is !== 'lid')
        ? writtenGaps
        : () => unsupportedKind('that mix picking and writing')
    if (responses.every(({ cardinality }) => cardinality === 'multiple')) return groups
    return responses.some(({ id }) => html.includes(`[${gapName(id)}]`)) ? dropdowns : pairs
  }
  if (isPicked) {
    const byCardinality = { single: choiceOne, multiple: choiceMany, ordered: order }
    return isClaim(first) ? claim : byCardinality[first.cardinality]
  }
  if (first.is === 'num' || /^(?:integer|decimal|scientific)$/i.test(first.fibtype)) return number
  return scoringOf(conditions).length > 0 ? written : () => ({ type: 'essay' })
}

const isClaim = ({ labels }: ResponsePlace) =>
  labels.length === 2 && labels.some(isTrue) && labels.some(({ html }) => /^\s*false\s*$/i.test(html))

/** Points for one thing picked or written: what it is worth of the most. */
function worthOf(item: Item): ReadonlyMap<string, number> | null {
  const worth = new Map<string, number>()
  for (const { condition, worth: points, adds } of scoringOf(item.conditions)) {
    if (adds && points < 0) return null
    for (const { value } of equalsIn(condition.test))
      worth.set(value, Math.max(points, worth.get(value) ?? 0))
  }
  return worth
}

function choiceOne(item: Item, texts: Texts): Built | Note {
  const [place] = item.responses
  const worth = worthOf(item)
  if (!worth) return unsupportedScoring('A wrong choice costs points there.')
  const most = Math.max(0, greatestOf(worth.values()))
  const best = place?.labels.find(({ id }) => worth.get(id) === most)
  if (!place || !best || most <= 0) return noKey
  const shares = place.labels.flatMap(({ id }) => {
    const share = (worth.get(id) ?? 0) / most
    return share > 0 ? [[asId(id), share] as const] : []
  })
  return {
    type: 'single-choice',
    choices: choicesOf(place, item, texts),
    key: asId(best.id),
    ...(!place.shuffles && { shuffle: false }),
    ...(shares.length > 1 && { marking: { rule: 'fractions', fractions: Object.fromEntries(shares) } }),
  }
}

function claim(item: Item, texts: Texts): Built | Note {
  const [place] = item.responses
  const chosen = choiceOne(item, texts)
  if (!('type' in chosen) || !place || !isClaim(place)) return chosen
  const [one, other] = chosen.choices as ReturnType<typeof choicesOf>
  const [yes, no] = place.labels.findIndex(isTrue) === 0 ? [one, other] : [other, one]
  const choiceFeedback = {
    ...(yes?.feedback && { true: yes.feedback }),
    ...(no?.feedback && { false: no.feedback }),
  }
  return {
    type: 'true-false',
    key: chosen.key === yes?.id,
    ...(Object.keys(choiceFeedback).length > 0 && { choiceFeedback }),
  }
}

function choiceMany(item: Item, texts: Texts): Built | Note {
  const [place] = item.responses
  const scoring = scoringOf(item.conditions)
  const [first] = scoring
  if (!place || !first) return noKey
  if (place.isLimited) texts.note('not-held', 'How many may or must be picked is left out.')
  const key = equalsIn(first.condition.test).map(({ value }) => asId(value))
  const isWhole = scoring.length === 1 && isMadeOf(first.condition.test, ['and', 'not', 'or', 'equal'])
  const fields = {
    type: 'multiple-response',
    choices: choicesOf(place, item, texts),
    ...(!place.shuffles && { shuffle: false }),
  } as const
  if (!isWhole) return addedUp(item, fields)
  // The file says all or nothing; Canvas itself gives a share for each right one, and takes one off for each wrong one.
  return { ...fields, key, ...(item.named === null && { marking: { rule: 'all-or-nothing' } }) }
}

/** Choices that are each worth points of their own. */
function addedUp({ conditions }: Item, fields: Built): Built | Note {
  const scoring = scoringOf(conditions)
  const single = scoring.map(({ condition }) => equalsIn(condition.test))
  if (scoring.some(({ adds }, index) => !adds || single[index]?.length !== 1))
    return unsupportedScoring('Choices are worth points together in ways that a bank has not.')
  const map = Object.fromEntries(
    scoring.map(({ worth }, index) => [asId(single[index]?.[0]?.value ?? ''), worth]),
  )
  const key = Object.keys(map).filter(id => (map[id] ?? 0) > 0)
  return key.length === 0 ? noKey : { ...fields, key, marking: { rule: 'map', map, lower: 0 } }
}

function written(item: Item, texts: Texts): Built | Note {
  const scoring = scoringOf(item.conditions)
  const most = Math.max(0, greatestOf(scoring.map(({ worth }) => worth)))
  const entries = scoring.flatMap(({ condition, worth }) =>
    equalsIn(condition.test).map(equal => ({ equal, worth })),
  )
  const key = unique(
    entries.map(({ equal, worth }) => ({
      ...acceptedText(equal.value, item, texts),
      ...(worth < most && { fraction: Math.max(0, worth / most) }),
    })),
  )
  if (key.length === 0) return noKey
  const isCased = entries.some(({ equal }) => equal.cased)
  return { type: 'short-answer', key, ...(isCased && { match: { case: true } }) }
}
