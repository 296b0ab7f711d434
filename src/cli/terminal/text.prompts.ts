import type { Json } from '../../index.js'
import {
  type ClozePresentation,
  countWords,
  type EssayPresentation,
  type HotTextPresentation,
  type NumericPresentation,
  type ShortAnswerPresentation,
} from '../../interactions/index.js'
import { type Fillings, fillGaps, type Gap } from './cloze.widget.js'
import { asList, asRecord, asText, type KindPrompt, sayBounds } from './kind.prompt.js'
import { counted } from './layout.js'
import { askOne, askSome, askText, type LineStep, numbered } from './lines.js'
import { markWords, type Segment, wordsOf } from './mark.widget.js'
import { renderText, type TextStyle } from './markdown.js'
import { write } from './write.widget.js'

export const shortAnswerPrompt: KindPrompt<ShortAnswerPresentation> = {
  instruct: () => '',
  widget: (_, response) => write(asText(response) ?? ''),
  lines: () => ({ list: '', steps: [askText('Your answer')] }),
}

export const numericPrompt: KindPrompt<NumericPresentation> = {
  instruct: ({ units, locale }) =>
    [
      units.length > 0 ? `Give a number and its unit: ${units.join(', ')}.` : 'Give a number.',
      locale === null ? '' : `Numbers are written like ${sampleNumber(locale)}.`,
    ]
      .filter(part => part !== '')
      .join(' '),
  widget: (_, response) => write(asQuantity(response)),
  lines: () => ({ list: '', steps: [askText('Your number')] }),
}

function sampleNumber(locale: string): string {
  return new Intl.NumberFormat(locale).format(1234.5)
}

/** A number that was given before, as it was typed. */
function asQuantity(response: Json): string {
  if (typeof response === 'string' || typeof response === 'number') return String(response)
  const { value = '', unit = '' } = asRecord(response)
  return `${value} ${unit}`.trim()
}

export const essayPrompt: KindPrompt<EssayPresentation> = {
  instruct: ({ words }) => sayBounds('Write', words, 'word') ?? '',
  widget: ({ language }, response) =>
    write(asText(response) ?? '', {
      lines: true,
      note: text => `${counted(countWords(text, language ?? undefined), 'word')} so far`,
    }),
  lines: () => ({ list: '', steps: [askText('Write; a line with a full stop alone ends it', true)] }),
}

export const hotTextPrompt: KindPrompt<HotTextPresentation> = {
  instruct: ({ choose }) => sayBounds('Mark', choose) ?? 'Mark as many as you find.',
  widget: ({ segments }, response) => markWords(segments, asList(response)),
  lines: ({ segments }, style) => ({
    list: renderText(
      inNumbers(segments, text => `: ${text}`),
      style,
    ),
    steps: [askSome(wordsOf(segments), 'Numbers to mark, with spaces between')],
  }),
}

export const clozePrompt: KindPrompt<ClozePresentation> = {
  instruct: () => '',
  widget: ({ segments }, response) => fillGaps(runsOf(segments), gapsOf(segments), asRecord(response)),
  lines: ({ segments }, style) => ({
    list: renderText(
      inNumbers(runsOf(segments), () => ': …'),
      style,
    ),
    steps: gapsOf(segments).map((gap, index) => askGap(gap, index, style)),
  }),
}

type ClozeSegments = ClozePresentation['segments']

function runsOf(segments: ClozeSegments): readonly Segment[] {
  return segments.map(segment =>
    'gap' in segment ? { id: segment.gap, text: '' } : { id: null, text: segment.text },
  )
}

function gapsOf(segments: ClozeSegments): readonly Gap[] {
  return segments.flatMap(segment =>
    'gap' in segment ? [{ id: segment.gap, choices: segment.choices }] : [],
  )
}

/** One gap in a line: an empty one leaves it open. */
function askGap({ id, choices }: Gap, index: number, style: TextStyle): LineStep {
  const step = choices ? askOne(choices) : askText('')
  const listed = choices ? `\n${numbered(choices, style)}\n${step.ask}, or nothing` : ', or nothing'
  return {
    ask: `Gap ${index + 1}${listed}`,
    read(line, soFar) {
      const filled: Fillings = asRecord(soFar)
      if (line.trim() === '') return { response: filled }
      if (choices && line.trim() === '0') return { response: { ...filled, [id]: null } }
      const reading = step.read(line, null)
      return 'problem' in reading ? reading : { response: { ...filled, [id]: reading.response } }
    },
  }
}

/** The text with what can be answered as `[1…]`. */
function inNumbers(segments: readonly Segment[], shown: (text: string) => string): string {
  let number = 0
  return segments.map(({ id, text }) => (id === null ? text : `[${++number}${shown(text)}]`)).join('')
}
