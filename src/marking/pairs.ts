import type * as z from 'zod/mini'
import { type Data, type Fault, type Marks, ownValue, type Reading } from '../question/index.js'
import { didYouMean } from '../text/index.js'
import { unknownChoice } from './check-marking.js'
import { markMapping } from './mapping.js'
import { type JudgedPart, markParts } from './parts.js'
import type { pairsMarkingSchema } from './schema.js'

/** How pairs are marked: by part, or by QTI's map of `source target`. */
export type PairsMarking = Data<z.infer<typeof pairsMarkingSchema>>

/** What was put where: source id → target id. */
export type Pairs = { readonly [source: string]: string }

interface Entry {
  readonly id: string
}

/**
 * Makes sense of a record of pairs; what is paired with null is not paired.
 * Invalid: `not-a-record`, `unknown-source`, `unknown-target`.
 */
export function readPairs(
  sources: readonly Entry[],
  targets: readonly Entry[],
  response: unknown,
): Reading<Pairs> {
  if (response === null || response === undefined) return { status: 'unanswered', response: null }
  if (typeof response !== 'object' || Array.isArray(response))
    return { status: 'invalid', code: 'not-a-record' }
  const pairs: { [source: string]: string } = {}
  let count = 0
  for (const source of Object.keys(response)) {
    const target: unknown = response[source as keyof typeof response]
    if (!sources.some(({ id }) => id === source)) return { status: 'invalid', code: 'unknown-source' }
    if (target === null || target === undefined) continue
    const found = targets.find(({ id }) => id === target)
    if (!found) return { status: 'invalid', code: 'unknown-target' }
    pairs[source] = found.id
    count += 1
  }
  if (count === 0) return { status: 'unanswered', response: pairs }
  return { status: 'answered', response: pairs, complete: count === sources.length }
}

/** Marks pairs against the right ones. A source without a key belongs nowhere. Null where nothing was given. */
export function markPairs(
  marking: PairsMarking,
  sources: readonly Entry[],
  key: Pairs,
  weights: { readonly [source: string]: number } | undefined,
  response: Pairs | null,
): Marks {
  if (marking.rule === 'map') return markMappedPairs(marking, response)
  const judged = sources.map(({ id }): JudgedPart => {
    const right = ownValue(key, id)
    const given = ownValue(response, id)
    const weight = ownValue(weights, id) ?? 1
    if (given === undefined) return { id, weight, verdict: right === undefined ? 'left' : 'missed' }
    if (right === undefined) return { id, weight, verdict: 'surplus' }
    return { id, weight, verdict: given === right ? 'right' : 'wrong' }
  })
  return markParts(marking, judged, response !== null && Object.keys(response).length > 0)
}

function markMappedPairs(marking: PairsMarking & { readonly rule: 'map' }, response: Pairs | null): Marks {
  const entryOf = (pair: string) => ownValue(marking.map, pair)
  const turned = (pair: string) => pair.split(' ').reverse().join(' ')
  return markMapping(
    marking,
    response && Object.entries(response).map(([source, target]) => `${source} ${target}`),
    pair => entryOf(pair) ?? (marking.undirected ? entryOf(turned(pair)) : undefined),
  )
}

/** What is wrong with the key and the weights of pairs. */
export function checkPairs(
  sources: readonly Entry[],
  targets: readonly Entry[],
  question: {
    readonly key: Pairs
    readonly weights?: { readonly [source: string]: number } | undefined
    readonly marking?: PairsMarking | undefined
  },
): readonly Fault[] {
  const sourceIds = sources.map(({ id }) => id)
  const targetIds = targets.map(({ id }) => id)
  const faults: Fault[] = []
  const expectSource = (path: Fault['path'], id: string) => {
    if (!sourceIds.includes(id)) faults.push(unknownChoice(path, id, sourceIds))
  }
  for (const [source, target] of Object.entries(question.key)) {
    expectSource(['key', source], source)
    if (!targetIds.includes(target)) faults.push(unknownChoice(['key', source], target, targetIds))
  }
  if (Object.keys(question.key).length === 0)
    faults.push({
      code: 'empty-key',
      path: ['key'],
      message: 'The key is empty; name at least one right pair.',
    })
  for (const id of Object.keys(question.weights ?? {})) expectSource(['weights', id], id)
  if (question.marking?.rule !== 'map') return faults
  const meantPair = (source: string, target: string) =>
    sourceIds.includes(source) ? didYouMean(target, targetIds) : didYouMean(source, sourceIds)
  for (const pair of Object.keys(question.marking.map)) {
    const [source = '', target = ''] = pair.split(' ')
    if (!sourceIds.includes(source) || !targetIds.includes(target))
      faults.push({
        code: 'unknown-pair',
        path: ['marking', 'map', pair],
        message: `'${pair}' is no pair of this question; write 'source target' with the ids of both, a space between.${meantPair(source, target)}`,
      })
  }
  return faults
}

/** Pairs in words: 'Poland – road map; Hungary – none'. */
export function describePairs(
  sources: readonly (Entry & { readonly text: string })[],
  targets: readonly (Entry & { readonly text: string })[],
  pairs: Pairs,
): string {
  return sources
    .flatMap(({ id, text }) => {
      const target = targets.find(one => one.id === ownValue(pairs, id))
      return target ? [`${text} – ${target.text}`] : []
    })
    .join('; ')
}
