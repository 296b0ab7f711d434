import { asId, type Note } from '../collect.js'
import { greatestOf } from '../greatest.js'
import {
  acceptedText,
  type Built,
  choicesOf,
  feedbackOn,
  noKey,
  type Texts,
  unique,
  unsupportedScoring,
} from './qti12.built.js'
import { type Equal, equalsIn, inOrder, isMadeOf, scoringOf } from './qti12.conditions.js'
import type { Item, ResponsePlace } from './qti12.item.js'

export function pairs(item: Item, texts: Texts): Built | Note {
  const asked = item.responses.filter(({ labels }) => labels.length > 0)
  const labels = new Map(asked.flatMap(({ labels }) => labels).map(label => [label.id, label]))
  // Canvas gives each prompt choices with ids of their own: the same text is the same choice.
  const byText = new Map(
    [...labels.values()].map(label => [texts.read(label.html) || '…', asId(label.id)] as const).reverse(),
  )
  const choices = [...byText].reverse().map(([text, id]) => ({ id, text }))
  const idOf = (label: string) => byText.get(texts.read(labels.get(label)?.html ?? '') || '…')
  const right = rightByPlace(item)
  if (!right) return unsupportedScoring('Pairs are worth points in ways that a bank has not.')
  const ids = asked.map(({ id }, index) => asId(gapName(id)) || `p${index + 1}`)
  const prompts = asked.map((place, index) => ({
    id: ids[index] ?? '',
    text: texts.read(place.prompt) || '…',
  }))
  const key = Object.fromEntries(
    asked.flatMap(({ id }, index) => {
      const choice = idOf(right.get(id)?.[0]?.value ?? '')
      return choice === undefined ? [] : [[ids[index] ?? '', choice]]
    }),
  )
  return Object.keys(key).length === 0 ? noKey : { type: 'matching', prompts, choices, key }
}

/** What is right at each place, where each place counts by itself and alike. */
export function rightByPlace(item: Item): ReadonlyMap<string, readonly Equal[]> | null {
  const scoring = scoringOf(item.conditions)
  const right = new Map<string, Equal[]>()
  for (const { condition, worth } of scoring) {
    const equals = equalsIn(condition.test)
    if (worth < 0) return null
    for (const equal of equals) {
      const others = right.get(equal.response)
      if (others) others.push(equal)
      else right.set(equal.response, [equal])
    }
  }
  if (scoring.length === 0) return right
  const most = greatestOf(scoring.map(({ worth }) => worth))
  return scoring.every(({ worth }) => most - worth < 0.02 * most) ? right : null
}

export function groups(item: Item, texts: Texts): Built | Note {
  const right = rightByPlace(item)
  if (!right) return unsupportedScoring('Groups are worth points in ways that a bank has not.')
  const labels = new Map(item.responses.flatMap(({ labels }) => labels).map(label => [label.id, label]))
  const categories = item.responses.map((place, index) => ({
    id: `g${index + 1}`,
    text: texts.read(place.prompt) || '…',
  }))
  const placed = [...right].flatMap(([place, equals]) => {
    const index = item.responses.findIndex(({ id }) => id === place)
    return equals.map(({ value }) => [asId(value), `g${index + 1}`] as const)
  })
  if (new Set(placed.map(([label]) => label)).size < placed.length)
    return unsupportedScoring('One thing belongs to several groups, and here to one.')
  const items = [...labels.values()].map(({ id, html }) => ({ id: asId(id), text: texts.read(html) || '…' }))
  return placed.length === 0
    ? noKey
    : { type: 'categorization', categories, items, key: Object.fromEntries(placed) }
}

export function order(item: Item, texts: Texts): Built | Note {
  const [place] = item.responses
  const [first, ...others] = scoringOf(item.conditions)
  if (!place || !first) return noKey
  if (others.length > 0) return unsupportedScoring('Places in the order are worth points of their own.')
  if (!isMadeOf(first.condition.test, ['and', 'equal']))
    return unsupportedScoring('More than one order is right there.')
  const items = place.labels.map(({ id, html }) => ({ id: asId(id), text: texts.read(html) || '…' }))
  const equals = equalsIn(first.condition.test)
  const key = inOrder(equals).map(({ value }) => asId(value))
  const numbers = new Set(equals.map(({ index }) => index))
  const isListed = numbers.size === 1 && numbers.has(undefined)
  if (!isListed && numbers.size < equals.length)
    return unsupportedScoring('Two things have one place in the order, or some have none.')
  // Canvas and Blackboard always mean it so.
  if (isListed && item.named === null && !item.blackboard)
    texts.note(
      'order-as-listed',
      'The order is that in which its condition lists things, as it says no places.',
    )
  return { type: 'ordering', items, key, marking: { rule: 'all-or-nothing' } }
}

export const gapName = (response: string) => response.replace(/^response_/, '')

/** Running text in which `[name]` stands for a gap. */
function gapped(
  item: Item,
  { note, read }: Texts,
  gapFor: (place: ResponsePlace, id: string) => object,
): Built | Note {
  const ids = item.responses.map(({ id }, index) => asId(gapName(id)) || `gap${index + 1}`)
  // Where a name stands in the text, the gap is there, and not where the response is.
  const html = item.responses.reduce((text, { id }, index) => {
    const [name, sign] = [`[${gapName(id)}]`, `\uFDE0${index}\uFDE1`]
    return text.includes(name) ? text.replace(sign, '').replace(name, sign) : text
  }, item.html)
  const twice = item.responses.filter(({ id }) => html.includes(`[${gapName(id)}]`))
  for (const { id } of twice)
    note(
      'gap-once',
      `The gap [${gapName(id)}] stands in the text more than once; it is a gap where it comes first.`,
    )
  const plain = read(html)
  if (/\{\{|\}\}/.test(plain)) note('braces', "Braces in pairs are set apart, as '{{' begins a gap.")
  const text = plain
    .replace(/\{(?=\{)|\}(?=\})/g, brace => `${brace} `)
    .replace(/\uFDE0(\d+)\uFDE1/g, (_, index: string) => `{{${ids[Number(index)]}}}`)
  const missing = item.responses.filter((_, index) => !text.includes(`{{${ids[index]}}}`))
  if (missing.length > 0)
    return {
      code: 'no-gap',
      message: `The text has no place for ${missing.map(({ id }) => `[${gapName(id)}]`).join(', ')}.`,
    }
  return {
    type: 'cloze',
    stem: 'Fill the gaps.',
    text,
    gaps: item.responses.map((place, index) => gapFor(place, ids[index] ?? '')),
  }
}

export function blanks(item: Item, texts: Texts): Built | Note {
  const isDropdown = item.responses.some(({ labels }) => labels.length === 0)
  if (isDropdown) return noKey
  // All that is listed is accepted, whatever the conditions say: so Canvas takes it.
  return gapped(item, texts, ({ labels }, id) => ({
    id,
    type: 'text',
    key: unique(
      labels.map(label => ({ text: texts.read(label.html), ...feedbackOn(label.id, item, texts) })),
    ),
  }))
}

export function dropdowns(item: Item, texts: Texts): Built | Note {
  const right = rightByPlace(item)
  if (!right) return unsupportedScoring('Gaps are worth points in ways that a bank has not.')
  if (item.responses.some(({ id }) => !right.has(id))) return noKey
  return gapped(item, texts, (place, id) => ({
    id,
    type: 'choice',
    choices: choicesOf(place, item, texts),
    key: asId(right.get(place.id)?.[0]?.value ?? ''),
  }))
}

/** Responses that are written within the text, where each accepts texts of its own. */
export function writtenGaps(item: Item, texts: Texts): Built | Note {
  const right = rightByPlace(item)
  if (!right) return unsupportedScoring('Gaps are worth points in ways that a bank has not.')
  if (item.responses.some(({ id }) => !right.has(id))) return noKey
  return gapped(item, texts, ({ id: place }, id) => ({
    id,
    type: 'text',
    key: unique((right.get(place) ?? []).map(({ value }) => acceptedText(value, item, texts))),
  }))
}
