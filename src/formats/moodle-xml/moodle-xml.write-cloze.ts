import type { BuiltInQuestion, ClozeQuestion } from '../../interactions/index.js'
import { numbersFor } from '../turn.js'
import { wildcardText } from '../wildcards.js'
import type { WriteHtml } from './moodle-xml.nodes.js'
import { percentOf } from './moodle-xml.write-answers.js'

type Gap = ClozeQuestion['gaps'][number]
type GapType = Gap['type']

interface Alternative {
  readonly fraction: number
  readonly code: string
  readonly feedback?: string | undefined
}

/** How each type of gap is written: what Moodle calls it, and its answers. */
const gapRows: {
  readonly [Type in GapType]: (
    gap: Extract<Gap, { readonly type: Type }>,
    html: WriteHtml,
  ) => {
    readonly name: string
    readonly alternatives: readonly Alternative[]
  }
} = {
  text: ({ key, match }) => ({
    name: match?.case ? 'SHORTANSWER_C' : 'SHORTANSWER',
    alternatives: key.map(entry => ({
      fraction: entry.fraction ?? 1,
      code: escapeGap(wildcardText(entry)),
      feedback: entry.feedback,
    })),
  }),
  numeric: ({ key }) => ({
    name: 'NUMERICAL',
    alternatives: key.map(({ value = 0, tolerance = 0, fraction = 1, feedback }) => ({
      fraction,
      code: `${value}${tolerance ? `:${tolerance}` : ''}`,
      feedback,
    })),
  }),
  choice: ({ choices, key }, html) => ({
    name: 'MULTICHOICE',
    alternatives: choices.map(({ id, text, feedback }) => ({
      fraction: id === key ? 1 : 0,
      code: escapeGap(html(text)),
      feedback,
    })),
  }),
}

/** The text of a question with its gaps as Moodle writes them, `{1:SHORTANSWER:=Vilnius}`. */
export function clozeText({ stem, text, gaps }: ClozeQuestion, html: WriteHtml): string {
  const scale = wholeScale(gaps.map(({ weight = 1 }) => weight))
  const written = new Map(gaps.map(gap => [gap.id, gapCode(gap, scale, html)]))
  const body = text.replace(/\{\{([A-Za-z0-9][\w.:-]*)\}\}/g, (all, id: string) => written.get(id) ?? all)
  return stem === '…' ? body : `${stem}\n\n${body}`
}

function gapCode(gap: Gap, scale: number, html: WriteHtml): string {
  const { name, alternatives } = (
    gapRows[gap.type] as (gap: Gap, html: WriteHtml) => ReturnType<(typeof gapRows)['text']>
  )(gap, html)
  const weight = Math.max(1, Math.round((gap.weight ?? 1) * scale))
  const codes = alternatives.map(({ fraction, code, feedback }) => {
    const sign = fraction >= 1 ? '=' : `%${percentOf(fraction)}%`
    return `${sign}${code}${feedback ? `#${escapeGap(html(feedback))}` : ''}`
  })
  return `{${weight}:${name}:${codes.join('~')}}`
}

/** By how much weights have to grow to be whole, as Moodle's are. */
function wholeScale(weights: readonly number[]): number {
  for (let scale = 1; scale <= 100; scale++)
    if (weights.every(weight => Math.abs(weight * scale - Math.round(weight * scale)) < 1e-9)) return scale
  return 100
}

/** As numbered entities, which all of Moodle's versions undo; a backslash would stay in some. */
function escapeGap(text: string): string {
  return text.replace(/[&#~}\\{]/g, sign => `&#${sign.charCodeAt(0)};`)
}

/** A question with gaps whose numbers Moodle can hold; null where a number can't be said so. */
export function turnCloze(question: ClozeQuestion) {
  const notes: string[] = []
  const gaps: Gap[] = []
  for (const gap of question.gaps) {
    const numbers = gap.type === 'numeric' ? numbersFor(gap.key) : undefined
    if (numbers === null) return null
    notes.push(...(numbers?.notes ?? []))
    gaps.push(gap.type === 'numeric' && numbers ? { ...gap, key: numbers.key } : gap)
  }
  return { question: { ...question, gaps } satisfies BuiltInQuestion, notes }
}
