import type { Row } from './qti.asked.js'
import { unsupported } from './qti.asked.js'
import { choiceRows } from './qti.choice-rows.js'
import { gapMatchRow } from './qti.gap-match-row.js'
import { orderRow } from './qti.order-row.js'
import { pairRows } from './qti.pair-rows.js'
import { textRows } from './qti.text-rows.js'

/** Interactions that a bank has questions for, but for long texts, which no rules score. Others are named in the report. */
const rows: { readonly [interaction: string]: Row } = {
  ...choiceRows,
  ...orderRow,
  ...pairRows,
  ...gapMatchRow,
  ...textRows,
}

/** Interactions that stand within the running text, which is then a text with gaps. */
const inline = ['textEntryInteraction', 'inlineChoiceInteraction']

export const isInline = (name: string): boolean => inline.includes(name)

export const rowOf = (name: string): Row | undefined => (Object.hasOwn(rows, name) ? rows[name] : undefined)

export { unsupported }
