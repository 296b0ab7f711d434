import type { BuiltInKind, BuiltInQuestion } from '../../interactions/index.js'
import {
  type AcceptedNumber,
  type AcceptedText,
  greatestShare,
  type MatchOptions,
} from '../../marking/index.js'
import { escapeHtml } from '../html.entities.js'
import { plainOf } from '../plain.js'
import {
  type Cannot,
  type Pickable,
  simpleChoice,
  type WriteTexts,
  type WrittenBody,
} from './qti.write-body.js'
import {
  addScore,
  base,
  choose,
  type Declaring,
  isNull,
  qtiId,
  setOutcome,
  setScore,
  tag,
  variable,
} from './qti.write-xml.js'

type Of<Kind extends BuiltInKind> = Extract<BuiltInQuestion, { readonly type: Kind }>

type Share = { readonly fraction?: number | undefined }

export const bestOf = <Entry extends Share>(key: readonly Entry[]): readonly Entry[] => {
  const most = greatestShare(key)
  return key.filter(({ fraction = 1 }) => fraction === most).slice(0, 1)
}

export const numbersIn = (key: readonly AcceptedNumber[]) =>
  key.flatMap(({ value, min, max }) => value ?? min ?? max ?? [])

export const keyFeedback = (key: readonly { readonly feedback?: string | undefined }[]) =>
  key.flatMap(({ feedback }, at) => (feedback === undefined ? [] : [[`key-${at + 1}`, feedback] as const]))

/** The first entry of a key that fits is worth its share. */
function firstThatFits<Entry extends Share & { readonly feedback?: string | undefined }>(
  key: readonly Entry[],
  fits: (entry: Entry) => string,
  points: number,
): string {
  return choose(
    ...key.map(
      (entry, at) =>
        [
          fits(entry),
          addScore((entry.fraction ?? 1) * points) +
            (entry.feedback === undefined
              ? ''
              : setOutcome('FEEDBACK', tag('qti-multiple', {}, base(`key-${at + 1}`)))),
        ] as const,
    ),
  )
}

export function textRules(
  id: string,
  key: readonly AcceptedText[],
  match: MatchOptions | undefined,
  points: number,
): string | Cannot {
  const strange = key.find(({ text, wildcard }) => wildcard && !/^\*[^*]+\*$/.test(text))
  if (strange) return { cannot: `The pattern '${strange.text}' has an asterisk elsewhere than at both ends.` }
  const attributes = { 'case-sensitive': String(match?.case ?? false) }
  return firstThatFits(
    key,
    ({ text, wildcard }) =>
      tag(
        'qti-string-match',
        wildcard ? { ...attributes, substring: 'true' } : attributes,
        variable(id),
        base(wildcard ? text.slice(1, -1) : text, 'string'),
      ),
    points,
  )
}

export const numberRules = (id: string, key: readonly AcceptedNumber[], points: number) =>
  firstThatFits(key, entry => numberFits(id, entry), points)

function numberFits(
  id: string,
  { value, min, max, tolerance = 0, toleranceType = 'nominal', rounded }: AcceptedNumber,
): string {
  const given = variable(id)
  if (value === undefined) return within(given, min, max)
  const right = base(value)
  if (rounded) {
    const figures = rounded.decimals ?? rounded.significant ?? 0
    const mode = rounded.decimals === undefined ? 'significantFigures' : 'decimalPlaces'
    return tag('qti-equal-rounded', { 'rounding-mode': mode, figures }, given, right)
  }
  if (toleranceType === 'geometric' && tolerance > 0) {
    const ends = [value / (1 + tolerance), value * (1 + tolerance)]
    return within(given, Math.min(...ends), Math.max(...ends))
  }
  const mode = tolerance === 0 ? 'exact' : toleranceType === 'relative' ? 'relative' : 'absolute'
  const reach = mode === 'relative' ? tolerance * 100 : tolerance
  const near = mode === 'exact' ? {} : { tolerance: `${reach} ${reach}` }
  return tag('qti-equal', { 'tolerance-mode': mode, ...near }, given, right)
}

function within(given: string, min: number | undefined, max: number | undefined): string {
  const ends = [
    ...(min === undefined ? [] : [tag('qti-gte', {}, given, base(min))]),
    ...(max === undefined ? [] : [tag('qti-lte', {}, given, base(max))]),
  ]
  return ends.length === 1 ? ends.join('') : tag('qti-and', {}, ...ends)
}

type Gap = Of<'cloze'>['gaps'][number]

export function gaps(
  { text, gaps: all, marking, points = 1, stem }: Of<'cloze'>,
  texts: WriteTexts,
): WrittenBody | Cannot {
  const total = all.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const shareOf = ({ weight = 1 }: Gap) =>
    marking?.rule === 'all-or-nothing' ? 1 : (points * weight) / total
  const rules: string[] = []
  for (const gap of all) {
    const own = gapRules(gap, shareOf(gap))
    if (typeof own !== 'string') return own
    const isHeld = marking?.rule === 'right-minus-wrong'
    rules.push(
      isHeld
        ? own.replace(/<\/qti-response-condition>$/, `${lost(gap, shareOf(gap))}</qti-response-condition>`)
        : own,
    )
  }
  if (marking?.rule === 'right-minus-wrong')
    rules.push(choose([tag('qti-lt', {}, variable('SCORE'), base(0)), setScore(base(0))]))
  if (marking?.rule === 'all-or-nothing')
    rules.push(
      choose(
        [tag('qti-gte', {}, variable('SCORE'), base(all.length - 1e-6)), setScore(base(points))],
        [null, setScore(base(0))],
      ),
    )
  const places = new Map(all.map(gap => [gap.id, gapInteraction(gap, texts)]))
  const ids = [...places.keys()]
  const signed = text.replace(
    /\{\{([A-Za-z0-9][\w.:-]*)\}\}/g,
    (_, id: string) => `\uFDE2${ids.indexOf(id)}\uFDE3`,
  )
  const html = texts
    .block(signed)
    .replace(/\uFDE2(\d+)\uFDE3/g, (_, at: string) => places.get(ids[Number(at)] ?? '') ?? '')
  return {
    responses: all.map(gapDeclaration),
    body: `<div class="task">${texts.block(stem)}</div>${html}`,
    rules: rules.join(''),
    feedback: [],
  }
}

/** What a wrong thing in a gap takes away. */
const lost = ({ id }: Gap, share: number) =>
  tag('qti-response-else-if', {}, tag('qti-not', {}, isNull(qtiId(id))), addScore(-share))

function gapRules(gap: Gap, points: number): string | Cannot {
  const id = qtiId(gap.id)
  if (gap.type === 'text')
    return textRules(
      id,
      gap.key.map(({ feedback: _, ...entry }) => entry),
      gap.match,
      points,
    )
  if (gap.type === 'numeric')
    return numberRules(
      id,
      gap.key.map(({ feedback: _, ...entry }) => entry),
      points,
    )
  return choose([tag('qti-match', {}, variable(id), base(qtiId(gap.key))), addScore(points)])
}

function gapDeclaration(gap: Gap): Declaring {
  const id = qtiId(gap.id)
  if (gap.type === 'text')
    return { id, cardinality: 'single', type: 'string', correct: bestOf(gap.key).map(({ text }) => text) }
  if (gap.type === 'numeric')
    return { id, cardinality: 'single', type: 'float', correct: numbersIn(bestOf(gap.key)) }
  return { id, cardinality: 'single', type: 'identifier', correct: [qtiId(gap.key)] }
}

function gapInteraction(gap: Gap, texts: WriteTexts): string {
  const attributes = { 'response-identifier': qtiId(gap.id) }
  if (gap.type !== 'choice') return tag('qti-text-entry-interaction', attributes)
  return tag(
    'qti-inline-choice-interaction',
    { ...attributes, shuffle: 'true' },
    ...gap.choices.map(choice => inlineChoice(choice, texts)),
  )
}

/** A choice in running text has neither paragraphs nor lists, sounds nor films: it is said in one line then. */
function inlineChoice(choice: Pickable, texts: WriteTexts): string {
  const inline = (text: string) => {
    const html = texts.inline(text)
    return /<(?:p|ul|ol|pre|blockquote|hr)\b/.test(html) ? escapeHtml(plainOf(text)) : html
  }
  const media = (all: Parameters<WriteTexts['media']>[0]) =>
    texts.media(all.filter(({ type }) => type === 'image'))
  return simpleChoice('qti-inline-choice', choice, { ...texts, inline, media })
}
