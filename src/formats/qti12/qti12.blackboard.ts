import type { XmlElement } from '@rgrove/parse-xml'
import { childOf, childrenOf } from '../xml.js'
import { type Condition, equalsIn, type Test } from './qti12.conditions.js'
import { askedIn, htmlOf, type Item, type ResponsePlace, within } from './qti12.item.js'

/** An item of Blackboard as the standard has it: much of what it means stands in names of its own. */
export function fromBlackboard(item: Item, element: XmlElement): Item {
  const { blackboard } = item
  if (!blackboard) return item
  const presentation = childOf(element, 'presentation')
  const conditions = conditionsAs(blackboard, item.conditions)
  if (blackboard.kind === 'Matching' && presentation) return { ...item, ...pairsIn(presentation), conditions }
  const responses = item.responses.map(place => ({ ...place, labels: place.labels.map(spelt) }))
  return { ...item, responses, conditions }
}

/** The words that stand for `yes_no.true`, as Blackboard shows it. */
function spelt(label: ResponsePlace['labels'][number]): ResponsePlace['labels'][number] {
  const [, yes = '', no = '', which] = /^([a-z]+)_([a-z]+)\.(true|false)$/.exec(label.id) ?? []
  if (yes === '') return label
  const word = which === 'true' ? yes : no
  return { ...label, html: word.charAt(0).toUpperCase() + word.slice(1) }
}

/** Prompts stand beside what is picked for them, and the choices, in the same order for each, in a block of their own. */
function pairsIn(presentation: XmlElement): Pick<Item, 'html' | 'responses'> {
  const block = (name: string) => blocksIn(presentation).find(one => one.attributes.class === name)
  const [asked, left, right] = ['QUESTION_BLOCK', 'RESPONSE_BLOCK', 'RIGHT_MATCH_BLOCK'].map(block)
  const rights = right ? childrenOf(right, 'flow').map(htmlOf) : []
  const responses = (left ? childrenOf(left, 'flow') : []).flatMap((pair): readonly ResponsePlace[] => {
    const [place] = within(pair, name => name === 'response_lid')
    if (!place) return []
    const labels = within(place, name => name === 'response_label').map(({ attributes }, index) => ({
      id: attributes.ident ?? '',
      html: rights[index] ?? '',
      isFixed: false,
    }))
    const prompt = childrenOf(pair)
      .filter(child => child !== place)
      .map(htmlOf)
      .join('')
    return [
      {
        id: place.attributes.ident ?? '',
        is: 'lid',
        cardinality: 'single',
        prompt,
        labels,
        shuffles: true,
        fibtype: '',
        rows: 1,
        isLimited: false,
      },
    ]
  })
  return { html: asked ? askedIn(asked, new Map()) : '', responses }
}

const blocksIn = (element: XmlElement): readonly XmlElement[] =>
  childrenOf(element, 'flow').flatMap(flow => [flow, ...blocksIn(flow)])

type Dialect = NonNullable<Item['blackboard']>

/** The conditions with the points that Blackboard gives. */
function conditionsAs({ kind, isPartial }: Dialect, conditions: Item['conditions']): Item['conditions'] {
  const hasPoints = (one: Condition) => one.sets.some(({ value }) => value !== 0)
  const silent = (one: Condition) => ({ ...one, sets: [] })
  const set = (value: number, adds: boolean) => [{ variable: 'SCORE', adds, value, isKnown: true }]
  // A pair says no points, and what stands for all else would take those of the others away.
  if (kind === 'Matching')
    return conditions.map(one => ({ ...one, sets: equalsIn(one.test).length > 0 ? set(1, true) : [] }))
  // What shows the feedback to who is right has earned all, where nothing has points.
  if (!conditions.some(hasPoints))
    return conditions.map(one =>
      one.shows.includes('correct') && !isEmpty(one.test) ? { ...one, sets: set(1, false) } : one,
    )
  if (isPartial && ofParts.has(kind))
    return conditions.flatMap(one =>
      hasPoints(one) ? partsOf(one.test).map(test => ({ ...one, test, sets: set(1, true) })) : [silent(one)],
    )
  // The shares of single choices count beside the others where credit is partial, and else not at all.
  const shares = conditions.filter(one => one.ofChoice)
  if (shares.length === 0) return conditions
  const rest = conditions.filter(one => !one.ofChoice)
  if (!isPartial || !shares.some(hasPoints)) return [...rest, ...shares.map(silent)]
  const adds = kind === 'Multiple Answer'
  const counted = shares.map(one => ({ ...one, sets: one.sets.map(share => ({ ...share, adds })) }))
  return [...counted, ...rest.map(silent)]
}

/** Kinds of several parts, whose one condition names them all. */
const ofParts = new Set(['Fill in the Blank Plus', 'Jumbled Sentence'])

const partsOf = (test: Test): readonly Test[] => (test.is === 'and' ? test.tests.flatMap(partsOf) : [test])

const isEmpty = (test: Test) => 'tests' in test && test.tests.length === 0
