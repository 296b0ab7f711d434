import { greatestOf } from '../greatest.js'
import type { Texts } from './qti12.built.js'
import { type Condition, isAny, scoringOf } from './qti12.conditions.js'
import type { Item } from './qti12.item.js'

/** What is said to all, to those who are right, and to all others. */
export function feedbackOf(item: Item, read: Texts['read']): { readonly [name: string]: string } {
  const shown = item.blackboard ? ofBlackboard : shownIn(item)
  return Object.fromEntries(
    Object.entries(shown).flatMap(([name, ids]) => {
      const said = [...ids].map(id => read(item.feedback.get(id) ?? '')).filter(text => text !== '')
      return said.length > 0 ? [[name, said.join('\n\n')]] : []
    }),
  )
}

type Shown = { readonly [name in 'general' | 'correct' | 'incorrect']: ReadonlySet<string> }

/** Its names say who sees it. */
const ofBlackboard: Shown = {
  general: new Set(),
  correct: new Set(['correct']),
  incorrect: new Set(['incorrect']),
}

/** By the conditions, and by the names of Canvas, which shows it whether a condition does or not. */
function shownIn(item: Item): Shown {
  const { conditions } = item
  const points = new Map(scoringOf(conditions).map(({ condition, worth }) => [condition, worth]))
  const scoring = conditions.filter(one => points.has(one))
  const first = conditions.findIndex(one => points.has(one))
  const most = greatestOf(points.values())
  // Where points add up, no condition says that all is right.
  const right = item.addsUp ? [] : scoring.filter(one => points.get(one) === most)
  const wrong = conditions.filter((one, at) => isAny(one) && first >= 0 && at > first)
  const before = conditions.filter((one, at) => isAny(one) && (first < 0 || at < first))
  const all = conditions.some(isAny) ? sharedBy(conditions) : []
  const general = new Set([...idsIn(before), ...all, 'general_fb'])
  const others = sharedBy(conditions.filter(one => !points.has(one) && one.sets.length > 0))
  const besides = (ids: readonly string[]) => new Set(ids.filter(id => !general.has(id)))
  return {
    general,
    correct: besides([...idsIn(right), 'correct_fb']),
    incorrect: besides([...idsIn(wrong), ...others, 'general_incorrect_fb']),
  }
}

const idsIn = (conditions: readonly Condition[]) => conditions.flatMap(({ shows }) => shows)

function inBoth(one: readonly string[], other: readonly string[]): readonly string[] {
  const ids = new Set(other)
  return one.filter(id => ids.has(id))
}

/** What each of several shows that shows anything. */
function sharedBy(conditions: readonly Condition[]): readonly string[] {
  const showing = conditions.map(({ shows }) => shows).filter(shows => shows.length > 0)
  return showing.length < 2 ? [] : showing.reduce(inBoth)
}
