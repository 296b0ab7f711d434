import { value, type XmlNode } from '../xml.write.js'

/** A text as it goes into a file. */
export interface Written {
  readonly html: string
  readonly isPlain?: boolean
}

export type WriteTexts = (text: string) => Written

export type Choices = readonly {
  readonly id: string
  readonly text: string
  readonly feedback?: string | undefined
  readonly pinned?: boolean | undefined
}[]

/** What is said to one response, and what earns points. */
export interface Scoring {
  readonly feedback: readonly {
    readonly id: string
    readonly tests: readonly XmlNode[]
    readonly text: string
  }[]
  readonly conditions: readonly XmlNode[]
}

export const material = ({ html, isPlain }: Written): XmlNode => ({
  name: 'material',
  content: [
    { name: 'mattext', attributes: { texttype: isPlain ? 'text/plain' : 'text/html' }, content: html },
  ],
})

export const label = (ident: string, text: Written, isFixed = false): XmlNode => ({
  name: 'response_label',
  attributes: { ident, ...(isFixed && { rshuffle: 'No' }) },
  content: [material(text)],
})

export const pickOne = (
  ident: string,
  cardinality: 'Single' | 'Multiple',
  choices: Choices,
  texts: WriteTexts,
  shuffle: boolean | undefined,
): XmlNode => ({
  name: 'response_lid',
  attributes: { ident, rcardinality: cardinality },
  content: [
    {
      name: 'render_choice',
      ...(shuffle === false && { attributes: { shuffle: 'No' } }),
      content: choices.map(({ id, text, pinned }) => label(id, texts(text), pinned)),
    },
  ],
})

export const writeIn = (ident: string, fibtype?: string): XmlNode => ({
  name: 'response_str',
  attributes: { ident, rcardinality: 'Single' },
  content: [
    {
      name: 'render_fib',
      ...(fibtype && { attributes: { fibtype } }),
      content: [{ name: 'response_label', attributes: { ident: 'answer1', rshuffle: 'No' }, content: [] }],
    },
  ],
})

export const equal = (respident: string, content: string): XmlNode => ({
  name: 'varequal',
  attributes: { respident },
  content,
})

export const bound = (name: 'vargte' | 'varlte', number: number): XmlNode => ({
  name,
  attributes: { respident: 'response1' },
  content: String(Number(number.toPrecision(15))),
})

export const all = (content: readonly XmlNode[]): XmlNode => ({ name: 'and', content })

const tested = (tests: XmlNode | readonly XmlNode[]): XmlNode => ({
  name: 'conditionvar',
  content: 'name' in tests ? [tests] : tests,
})

/** All in hundredths: what an item is worth is said apart. */
const setScore = (action: 'Set' | 'Add', share: number): XmlNode => ({
  name: 'setvar',
  attributes: { action, varname: 'SCORE' },
  content: String(Number((share * 100).toFixed(2))),
})

/** Where it is met, it is all that counts. */
export const scored = (tests: XmlNode | readonly XmlNode[], share: number): XmlNode => ({
  name: 'respcondition',
  attributes: { continue: 'No' },
  content: [tested(tests), setScore('Set', share)],
})

export const added = (test: XmlNode, share: number): XmlNode => ({
  name: 'respcondition',
  content: [tested(test), setScore('Add', share)],
})

/** Shows feedback, and counts for nothing. */
export const shown = (tests: readonly XmlNode[], feedback: string): XmlNode => ({
  name: 'respcondition',
  attributes: { continue: 'Yes' },
  content: [
    tested(tests),
    { name: 'displayfeedback', attributes: { feedbacktype: 'Response', linkrefid: feedback }, content: '' },
  ],
})

export const anything: XmlNode = { name: 'other', content: '' }

export const metadata = (fields: { readonly [label: string]: string }): XmlNode => ({
  name: 'qtimetadata',
  content: Object.entries(fields).map(([name, said]) => ({
    name: 'qtimetadatafield',
    content: [value('fieldlabel', name), value('fieldentry', said)],
  })),
})

export const itemFeedback = (ident: string, text: Written): XmlNode => ({
  name: 'itemfeedback',
  attributes: { ident },
  content: [{ name: 'flow_mat', content: [material(text)] }],
})
