import type { Json } from '../../index.js'
import { type Editor, edit, editorOf } from './editor.js'
import { hang } from './layout.js'
import { type Segment, stepAlong, withSlots } from './mark.widget.js'
import { renderText } from './markdown.js'
import { type Listed, labelOf, numeral, type Press, placeOf, type Sheet, type Widget } from './widget.js'
import { drawEditor } from './write.widget.js'

/** A gap: something to type, or one of its choices to pick. */
export interface Gap {
  readonly id: string
  readonly choices: readonly Listed[] | null
}

/** What the gaps hold: id of the gap → text, number or id of a choice. */
export type Fillings = { readonly [gap: string]: Json }

/** A text with gaps, filled one after the other. */
export function fillGaps(
  segments: readonly Segment[],
  gaps: readonly Gap[],
  filled: Fillings,
  at = 0,
  typed: Editor = editorOf(textIn(filled, gaps[at])),
): Widget {
  const gap = gaps[at]
  const place = gap?.choices?.findIndex(({ id }) => id === filled[gap.id]) ?? -1
  const isLast = at === gaps.length - 1
  const to = (next: number, holding = filled) => fillGaps(segments, gaps, holding, next)
  const given = (value: Json | undefined) => withFilling(filled, gap, value)
  const widget: Widget = {
    response: Object.keys(filled).length > 0 ? filled : null,
    typing: gap?.choices === null,
    keys: [
      gap?.choices ? ['1-9 ←→', 'pick'] : ['letters', 'fill in'],
      ['↑↓', 'other gap'],
      ...(isLast ? [] : [['enter', 'next gap'] as const]),
    ],
    ...(!isLast && { handsInBy: null }),
    press(key) {
      if (!gap) return widget
      if (key.name === 'return' && !isLast) return to(at + 1)
      const next = alongGaps(key, at, gaps.length)
      if (next !== at) return to(next)
      if (gap.choices) return pickIn(gap.choices, place, key, value => to(at, given(value))) ?? widget
      const edited = edit(typed, key)
      return edited === typed ? widget : fillGaps(segments, gaps, given(edited.text || undefined), at, edited)
    },
    settled: () => widget,
    draw(sheet) {
      const slots = gaps.map((one, index) => drawGap(one, index, filled, sheet.open && index === at, sheet))
      const text = renderText(withSlots(segments), { ...sheet, slots })
      return sheet.open && gap ? `${text}\n\n${drawField(gap, at, place, typed, sheet)}` : text
    },
  }
  return widget
}

/** Up, down and Tab go to other gaps; left and right are for the text or the choices. */
function alongGaps(key: Press, at: number, count: number): number {
  return key.name === 'left' || key.name === 'right' ? at : stepAlong(key, at, count)
}

function pickIn(
  choices: readonly Listed[],
  place: number,
  key: Press,
  take: (value: string | undefined) => Widget,
): Widget | null {
  const digit = placeOf(key, choices.length)
  if (digit >= 0) return take(choices[digit]?.id)
  if (key.char === '0' || key.name === 'backspace') return take(undefined)
  const step = key.name === 'right' ? 1 : key.name === 'left' ? -1 : 0
  if (step === 0) return null
  const from = place < 0 && step < 0 ? 0 : place
  return take(choices[(from + step + choices.length) % choices.length]?.id)
}

function withFilling(filled: Fillings, gap: Gap | undefined, value: Json | undefined): Fillings {
  if (!gap) return filled
  const { [gap.id]: _, ...rest } = filled
  return value === undefined ? rest : { ...rest, [gap.id]: value }
}

function textIn(filled: Fillings, gap: Gap | undefined): string {
  const value = gap ? filled[gap.id] : null
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A gap in the text: its number, and what it holds. */
function drawGap(gap: Gap, index: number, filled: Fillings, here: boolean, sheet: Sheet): string {
  const { paint } = sheet
  const choice = gap.choices?.find(({ id }) => id === filled[gap.id])
  const held = choice ? labelOf(choice, sheet) : gap.choices ? '' : textIn(filled, gap)
  const drawn = `[${index + 1}:\u00a0${held === '' ? '____' : held.replaceAll(' ', '\u00a0')}]`
  if (here) return paint.cursor(drawn)
  return held === '' ? paint.accent(drawn) : paint.strong(drawn)
}

/** Where the gap at hand is filled. */
function drawField(gap: Gap, at: number, place: number, typed: Editor, sheet: Sheet): string {
  const { paint, width } = sheet
  const label = `${paint.accent('❯')} Gap ${at + 1}`
  if (!gap.choices) return `${label}: ${drawEditor(typed, sheet, width - 10)}`
  const choices = gap.choices.map((choice, index) => {
    const chosen = index === place
    const front = `  ${chosen ? paint.accent('●') : paint.faint('○')} ${paint.faint(numeral(index))} `
    return hang(front, chosen ? paint.accent(labelOf(choice, sheet)) : labelOf(choice, sheet), width)
  })
  return [`${label}:`, ...choices].join('\n')
}
