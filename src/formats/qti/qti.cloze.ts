import { asId, type Note } from '../collect.js'
import { type Asked, bestOf, blank, pointsField, unsupported } from './qti.asked.js'
import { nameOf } from './qti.elements.js'
import { type Plan, type Score, scoredAlike } from './qti.fit.js'
import { jointsTried, type Worth } from './qti.joint.js'
import type { Given } from './qti.process.js'
import { rowOf } from './qti.rows.js'

interface Gap {
  readonly fields: object
  readonly weight: number
  readonly worths: readonly Worth[]
  readonly right: Given
}

/** Several fields in one text, as one text with gaps: each gap alone first, then all together. */
export function gapsPlan(asked: readonly Asked[], score: Score): Plan | Note {
  const plans: Plan[] = []
  for (const one of asked) {
    const plan = rowOf(nameOf(one.element))?.(one) ?? unsupported('')
    if ('code' in plan) return plan
    plans.push(plan)
  }
  const rights = plans.map((plan, at) => rightFor(asked[at] as Asked, plan, score))
  const gaps: Gap[] = []
  for (const [at, plan] of plans.entries()) {
    const others = new Map(rights.filter((_, place) => place !== at).flatMap(given => [...given]))
    const rest = score(others)
    const own: Score = given => Math.max(0, score(new Map([...others, ...given])) - rest)
    const found = scoredAlike(plan, own)
    const fields = found && gapFields(found.fields, asId((asked[at] as Asked).response))
    if (!found || !fields)
      return unsupported(`The gap '${(asked[at] as Asked).response}' is scored in a way that a bank has not.`)
    const right = rights[at] as Given
    const worths = plan.samples.map((sample, at) => ({ sample, points: found.marks[at]?.points ?? 0 }))
    gaps.push({ fields, worths, right, weight: own(right) })
  }
  const isEven = gaps.every(({ weight }) => Math.abs(weight - (gaps[0]?.weight ?? 0)) < 1e-9)
  const all = gaps.map(({ fields, weight }) => ({ ...fields, ...(!isEven && weight > 0 && { weight }) }))
  const whole = score(new Map(rights.flatMap(given => [...given])))
  return {
    fields: {
      type: 'cloze',
      text: gaps.map((_, at) => `{{${asId((asked[at] as Asked).response)}}}`).join(' '),
    },
    samples: samplesOf(asked, gaps),
    candidates: () =>
      [{}, ...['all-or-nothing', 'right-minus-wrong'].map(rule => ({ marking: { rule } }))].map(marking => ({
        gaps: all,
        ...marking,
        ...pointsField(whole),
      })),
  }
}

function rightFor({ response, declaration }: Asked, plan: Plan, score: Score): Given {
  const { cardinality, type, correct, mapping } = declaration
  if (correct.scalars.length > 0) return new Map([[response, correct]])
  // A gap alone may earn nothing, where all of them have to be right.
  const [best] = [...(mapping?.entries ?? [])].sort((one, other) => other.value - one.value)
  if (best && best.value > 0) return new Map([[response, { cardinality, type, scalars: [best.key] }]])
  return bestOf(plan.samples, score).given
}

/** A question on one field as a gap; null where a gap has nothing like it. */
function gapFields(question: object, id: string): object | null {
  const { type, points: _, text: __, ...fields } = question as { readonly [field: string]: unknown }
  if (type === 'cloze')
    return ((fields.gaps as readonly object[])[0] ?? null) && { ...(fields.gaps as object[])[0], id }
  if ('marking' in fields) return null
  return type === 'short-answer'
    ? { id, type: 'text', ...fields }
    : type === 'numeric'
      ? { id, type, ...fields }
      : null
}

/** What stands in the gaps together. */
function samplesOf(asked: readonly Asked[], gaps: readonly Gap[]) {
  const worths = gaps.map(({ worths, right }) => {
    const isRight = ({ sample }: Worth) =>
      [...right].every(([name, value]) => String(sample.given.get(name)?.scalars) === String(value.scalars))
    const given = worths.filter(({ sample }) => sample !== blank)
    return [...given.filter(isRight), ...given.filter(worth => !isRight(worth))]
  })
  return jointsTried(asked, worths).map(row => {
    const filled = row.flatMap((worth, at) =>
      worth ? [{ sample: worth.sample, id: asId((asked[at] as Asked).response) }] : [],
    )
    const given: Given = new Map(filled.flatMap(({ sample }) => [...sample.given]))
    const ours = filled.map(({ sample, id }) => [id, inGap(sample.ours, id)])
    return { given, ours: filled.length > 0 ? Object.fromEntries(ours) : null }
  })
}

const inGap = (ours: unknown, id: string) =>
  typeof ours === 'object' && ours !== null ? (ours as { readonly [gap: string]: unknown })[id] : ours
