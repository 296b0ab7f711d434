import { shareOf } from './moodle-xml.answers.js'
import { typedNumber } from './moodle-xml.document.js'

/** What kinds of gaps Moodle knows, by what their names stand for. */
export type GapName = 'text' | 'numeric' | 'choice' | 'choices'

/** One answer of a gap, as it stands there, and what is said to it. */
export interface Alternative {
  readonly text: string
  readonly fraction: number
  /** True where a percentage stands before it. */
  readonly isWeighed: boolean
  readonly feedback: string
}

export interface ClozeGap {
  readonly type: GapName
  readonly matchCase: boolean
  readonly shuffles: boolean
  readonly weight: number
  readonly alternatives: readonly Alternative[]
}

/** Runs of text, and gaps between them. */
export type ClozePiece = { readonly text: string } | { readonly gap: ClozeGap }

const words = (list: string) => list.split(' ')
const names: { readonly [Type in GapName]: readonly string[] } = {
  text: words('SHORTANSWER SA MW SHORTANSWER_C SAC MWC'),
  numeric: words('NUMERICAL NM'),
  choice: words(
    'MULTICHOICE MC MULTICHOICE_V MCV MULTICHOICE_H MCH MULTICHOICE_S MCS MULTICHOICE_VS MCVS MULTICHOICE_HS MCHS',
  ),
  choices: words('MULTIRESPONSE MR MULTIRESPONSE_H MRH MULTIRESPONSE_S MRS MULTIRESPONSE_HS MRHS'),
}
const types = new Map(
  (Object.keys(names) as readonly GapName[]).flatMap(type => names[type].map(name => [name, type] as const)),
)

/** Text with gaps as `{2:SHORTANSWER:=one~%50%other#so}` in pieces. What is no gap to Moodle stays text. */
export function clozePieces(source: string): readonly ClozePiece[] {
  const pieces: ClozePiece[] = []
  const start = /\{(\d*):([A-Z_]+):/g
  let from = 0
  for (let found = start.exec(source); found; found = start.exec(source)) {
    const type = types.get(found[2] ?? '')
    const end = closing(source, start.lastIndex)
    if (end === -1) break
    if (!type || end === start.lastIndex) continue
    const weight = Number(found[1] || 1)
    const alternatives = split(source.slice(start.lastIndex, end)).map(alternativeOf)
    pieces.push({ text: source.slice(from, found.index) })
    const matchCase = /C$/.test(found[2] ?? '') && type === 'text'
    const shuffles = /S$/.test(found[2] ?? '')
    pieces.push({ gap: { type, matchCase, shuffles, weight, alternatives } })
    from = end + 1
    start.lastIndex = from
  }
  return [...pieces, { text: source.slice(from) }]
}

/** Where the gap ends: at a brace that isn't escaped. */
function closing(source: string, from: number): number {
  let end = source.indexOf('}', from)
  while (end > from && source[end - 1] === '\\') end = source.indexOf('}', end + 1)
  return end
}

/** A sign that parts nothing, as before the first answer, is passed over. */
const split = (inside: string) => inside.split(/(?<!\\)~/).filter(source => source.trim() !== '')

function alternativeOf(source: string): Alternative {
  const [all = '', sign, percent = '0'] = /^\s*(=|%(-?\d+(?:[.,]\d*)?)%)/.exec(source) ?? []
  const rest = source.slice(all.length)
  const sharp = /(?<!\\|&|&amp;)#/.exec(rest)?.index ?? rest.length
  return {
    text: unescaped(rest.slice(0, sharp)).trim(),
    fraction: sign === '=' ? 1 : shareOf(percent),
    isWeighed: percent !== '0',
    feedback: unescaped(rest.slice(sharp + 1)).trim(),
  }
}

const unescaped = (text: string) => text.replace(/\\([}#~])/g, '$1')

/** `5:0.1` as an accepted number. */
export function acceptedNumber(
  source: string,
): { readonly value: number; readonly tolerance?: number } | null {
  const [value, tolerance = 0, ...others] = source.split(':').map(typedNumber)
  if (typeof value !== 'number' || typeof tolerance !== 'number' || others.length > 0) return null
  return tolerance === 0 ? { value } : { value, tolerance: Math.abs(tolerance) }
}
