import { type BuiltInKind, type BuiltInPresentation, countWords } from '../../interactions/index.js'
import type { Json, PresentedBounds, PresentedQuestion } from '../../question/index.js'
import { counted } from './layout.js'
import { askOne, askSome, askText, type LineDialogue, numbered } from './lines.js'
import { markWords, wordsOf } from './mark.widget.js'
import { renderText, type TextStyle } from './markdown.js'
import { pickMany, pickOne } from './pick.widget.js'
import type { Widget } from './widget.js'
import { write } from './write.widget.js'

type Presented<Kind extends BuiltInKind> = PresentedQuestion<
  Extract<BuiltInPresentation, { readonly type: Kind }>
>

/** How a kind is answered at a terminal. */
interface KindPrompt<Kind extends BuiltInKind> {
  /** What there is to do, where the stem may not say it; empty where there is nothing to add. */
  instruct(question: Presented<Kind>): string
  /** By keys, at a terminal that redraws. */
  widget(question: Presented<Kind>, response: Json): Widget
  /** Line by line, in plain text. */
  lines(question: Presented<Kind>, style: TextStyle): LineDialogue
}

const kinds: { readonly [Kind in BuiltInKind]: KindPrompt<Kind> } = {
  'single-choice': {
    instruct: () => '',
    widget: ({ choices }, response) => pickOne(choices, asText(response)),
    lines: ({ choices }, style) => ({ list: numbered(choices, style), steps: [askOne(choices)] }),
  },
  'multiple-response': {
    instruct: ({ choose }) => sayBounds('Pick', choose) ?? 'More than one may be right.',
    widget: ({ choices }, response) =>
      pickMany(choices, asList(response), {
        exclusive: choices.filter(({ exclusive }) => exclusive).map(({ id }) => id),
      }),
    lines: ({ choices }, style) => ({
      list: numbered(choices, style),
      steps: [askSome(choices, 'Numbers, with spaces between')],
    }),
  },
  'hot-text': {
    instruct: ({ choose }) => sayBounds('Mark', choose) ?? 'Mark as many as you find.',
    widget: ({ segments }, response) => markWords(segments, asList(response)),
    lines({ segments }, style) {
      let number = 0
      const text = segments.map(({ id, text }) => (id === null ? text : `[${++number}: ${text}]`)).join('')
      return {
        list: renderText(text, style),
        steps: [askSome(wordsOf(segments), 'Numbers to mark, with spaces between')],
      }
    },
  },
  essay: {
    instruct: ({ words }) => sayBounds('Write', words, 'word') ?? '',
    widget: ({ language }, response) =>
      write(asText(response) ?? '', {
        lines: true,
        note: text => `${counted(countWords(text, language ?? undefined), 'word')} so far`,
      }),
    lines: () => ({
      list: '',
      steps: [askText('Write; a line with a full stop alone ends it', true)],
    }),
  },
}

type AnyPrompt = {
  instruct(question: PresentedQuestion): string
  widget(question: PresentedQuestion, response: Json): Widget
  lines(question: PresentedQuestion, style: TextStyle): LineDialogue
}

/** The row of a question's kind; the bank was checked, so that it holds no other kinds. */
function rowOf(question: PresentedQuestion): AnyPrompt {
  return kinds[question.type as BuiltInKind] as unknown as AnyPrompt
}

export function instructionFor(question: PresentedQuestion): string {
  return rowOf(question).instruct(question)
}

export function widgetFor(question: PresentedQuestion, response: Json): Widget {
  return rowOf(question).widget(question, response)
}

export function linesFor(question: PresentedQuestion, style: TextStyle): LineDialogue {
  return rowOf(question).lines(question, style)
}

/** `Pick 2.`, `Pick 1 to 3.`; null where the author leaves it open. */
function sayBounds(verb: string, { min, max }: PresentedBounds, unit?: string): string | null {
  const of = (number: number) => (unit ? counted(number, unit) : String(number))
  if (min !== null && min === max) return `${verb} ${of(min)}.`
  if (min !== null && max !== null) return `${verb} ${min} to ${of(max)}.`
  if (max !== null) return `${verb} up to ${of(max)}.`
  return min === null ? null : `${verb} at least ${of(min)}.`
}

function asText(response: Json): string | null {
  return typeof response === 'string' ? response : null
}

function asList(response: Json): readonly string[] {
  return Array.isArray(response) ? response.filter(id => typeof id === 'string') : []
}
