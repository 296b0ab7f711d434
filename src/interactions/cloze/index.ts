import type * as z from 'zod/mini'
import { type JudgedPart, markParts, type PartsMarking } from '../../marking/index.js'
import { type Data, defineInteraction, ownValue, type PresentedChoice } from '../../question/index.js'
import { kindOf } from './cloze.gaps.js'
import type { clozeSchema } from './cloze.schema.js'
import { segmentsOf } from './cloze.segments.js'

export type ClozeQuestion = Data<z.infer<typeof clozeSchema>>

/** What stands in the gaps: gap id → text, number as typed, or choice id. */
export type ClozeResponse = { readonly [gap: string]: string }

export interface ClozePresentation {
  readonly type: 'cloze'
  /** The text in order: runs of it, and gaps. */
  readonly segments: readonly (
    | { readonly text: string }
    | {
        readonly gap: string
        readonly type: 'text' | 'numeric' | 'choice'
        /** What can be chosen; null where it is typed. */
        readonly choices: readonly PresentedChoice[] | null
        /** Units that a number may have; empty where none is asked for. */
        readonly units: readonly string[]
      }
  )[]
}

/** A text with gaps to fill: typed words, numbers, or a choice from a list. */
export const cloze = defineInteraction<ClozeQuestion, ClozeResponse, PartsMarking, ClozePresentation>({
  type: 'cloze',
  marking: { rule: 'per-part' },
  read({ gaps, language }, response) {
    if (response === null || response === undefined) return { status: 'unanswered', response: null }
    if (typeof response !== 'object' || Array.isArray(response))
      return { status: 'invalid', code: 'not-a-record' }
    const filled: { [gap: string]: string } = {}
    for (const [id, given] of Object.entries(response)) {
      const gap = gaps.find(one => one.id === id)
      if (!gap) return { status: 'invalid', code: 'unknown-gap' }
      const value = kindOf(gap).write(gap, given, language)
      if (value === null || value === undefined || value === '') continue
      if (typeof value === 'string' && !/\S/.test(value)) continue
      const problem = kindOf(gap).problem(gap, value, language)
      if (problem !== null || typeof value !== 'string')
        return { status: 'invalid', code: problem ?? 'not-a-text' }
      filled[id] = value
    }
    const count = Object.keys(filled).length
    if (count === 0) return { status: 'unanswered', response: filled }
    return { status: 'answered', response: filled, complete: count === gaps.length }
  },
  score({ gaps, language }, response, marking) {
    const judged = gaps.map((gap): JudgedPart => {
      const { id, weight = 1 } = gap
      const value = ownValue(response, id)
      if (value === undefined) return { id, weight, verdict: 'missed' }
      const { share, accepted } = kindOf(gap).judge(gap, value, language)
      return {
        id,
        weight,
        share,
        verdict: share > 0 ? 'right' : 'wrong',
        ...(accepted !== undefined && { accepted }),
      }
    })
    return markParts(marking, judged, response !== null && Object.keys(response).length > 0)
  },
  solve: ({ gaps, language }) =>
    Object.fromEntries(gaps.map(gap => [gap.id, kindOf(gap).solve(gap, language)])),
  lists: ({ gaps }) =>
    gaps.flatMap(gap => (gap.type === 'choice' ? [{ name: gap.id, entries: gap.choices }] : [])),
  present: ({ text, gaps }, orders) => ({
    type: 'cloze',
    segments: segmentsOf(text).map(segment => {
      const gap = 'gap' in segment ? gaps.find(({ id }) => id === segment.gap) : undefined
      if (!gap) return 'text' in segment ? segment : { text: `{{${segment.gap}}}` }
      return {
        gap: gap.id,
        type: gap.type,
        choices: kindOf(gap).choices(gap, orders),
        units: gap.type === 'numeric' ? (gap.units ?? []).map(({ unit }) => unit) : [],
      }
    }),
  }),
  describe: ({ gaps }, response) =>
    gaps
      .flatMap(gap => {
        const value = ownValue(response, gap.id)
        return value === undefined ? [] : [kindOf(gap).describe(gap, value)]
      })
      .join('; '),
  feedback({ gaps, language }, response) {
    const feedback: { [gap: string]: string } = {}
    for (const gap of gaps) {
      const value = ownValue(response, gap.id)
      const text = value === undefined ? undefined : kindOf(gap).judge(gap, value, language).feedback
      if (text !== undefined) feedback[gap.id] = text
    }
    return feedback
  },
})
