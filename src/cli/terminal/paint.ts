/** Colours and weights by what they mean. Plain text keeps the signs of what is emphasised. */
export interface Paint {
  readonly colours: boolean
  readonly strong: (text: string) => string
  readonly emphasis: (text: string) => string
  readonly code: (text: string) => string
  readonly faint: (text: string) => string
  /** What the learner is at. */
  readonly accent: (text: string) => string
  readonly good: (text: string) => string
  readonly part: (text: string) => string
  readonly bad: (text: string) => string
  /** Where the cursor stands. */
  readonly cursor: (text: string) => string
  readonly link: (text: string) => string
}

/** A style as terminals write it: on and off (ECMA-48 SGR). */
const style = (on: number, off: number) => (text: string) =>
  text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`

export const coloured: Paint = {
  colours: true,
  strong: style(1, 22),
  emphasis: style(3, 23),
  code: style(36, 39),
  faint: style(2, 22),
  accent: style(36, 39),
  good: style(32, 39),
  part: style(33, 39),
  bad: style(31, 39),
  cursor: style(7, 27),
  link: style(4, 24),
}

const asItIs = (text: string) => text

export const colourless: Paint = {
  colours: false,
  strong: asItIs,
  // Authors set words so that are spoken of: 'the word *only*' must not run on as any other.
  emphasis: text => (text === '' ? '' : `*${text}*`),
  code: asItIs,
  faint: asItIs,
  accent: asItIs,
  good: asItIs,
  part: asItIs,
  bad: asItIs,
  cursor: asItIs,
  link: asItIs,
}
