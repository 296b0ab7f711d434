import type { BuiltInKind, BuiltInQuestion } from '../interactions/index.js'

/** What stands in every question to begin with. */
interface Start {
  readonly id: string
  readonly stem: string
  /** Texts of choices, and which are right; a kind's own where there are none. */
  readonly choices: readonly { readonly text: string; readonly right: boolean }[]
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
const entries = (texts: readonly string[]) =>
  texts.map((text, index) => ({
    id: letters[index] ?? `c${index}`,
    text,
    feedback: 'Why, and where to look.',
  }))
const plain = (texts: readonly string[]) =>
  texts.map((text, index) => ({ id: letters[index] ?? `c${index}`, text }))

/** A question of each kind to begin with: valid as it is, and to be written over. */
export const templates: { readonly [Kind in BuiltInKind]: (start: Start) => BuiltInQuestion } = {
  'single-choice'({ id, stem, choices }) {
    const made = entries(textsOf(choices))
    const right = choices.findIndex(choice => choice.right)
    return { id, type: 'single-choice', stem, choices: made, key: made[Math.max(0, right)]?.id ?? 'a' }
  },
  'multiple-response'({ id, stem, choices }) {
    const made = entries(textsOf(choices))
    const keys = made.filter((_, index) => choices[index]?.right).map(choice => choice.id)
    return { id, type: 'multiple-response', stem, choices: made, key: keys.length > 0 ? keys : ['a'] }
  },
  'true-false': ({ id, stem }) => ({
    id,
    type: 'true-false',
    stem,
    key: true,
    choiceFeedback: { true: 'Why it is so.', false: 'Why it is so after all.' },
  }),
  'short-answer': ({ id, stem, choices }) => ({
    id,
    type: 'short-answer',
    stem,
    key: textsOf(
      choices.filter(({ right }) => right),
      ['What is accepted'],
    ).map(text => ({ text })),
  }),
  numeric: ({ id, stem }) => ({ id, type: 'numeric', stem, key: [{ value: 42, tolerance: 0.5 }] }),
  ordering({ id, stem, choices }) {
    const items = plain(textsOf(choices))
    return { id, type: 'ordering', stem, items, key: items.map(item => item.id) }
  },
  matching: ({ id, stem }) => ({
    id,
    type: 'matching',
    stem,
    prompts: [
      { id: 'p', text: 'First' },
      { id: 'q', text: 'Second' },
    ],
    choices: plain(['What fits the first', 'What fits the second', 'What fits none']),
    key: { p: 'a', q: 'b' },
  }),
  categorization: ({ id, stem }) => ({
    id,
    type: 'categorization',
    stem,
    items: plain(['Goes into the first group', 'Goes into the second']),
    categories: [
      { id: 'p', text: 'First group' },
      { id: 'q', text: 'Second group' },
    ],
    key: { a: 'p', b: 'q' },
  }),
  cloze: ({ id, stem }) => ({
    id,
    type: 'cloze',
    stem,
    text: 'A text with {{word}} left out, and a choice of {{choice}} at the end.',
    gaps: [
      { id: 'word', type: 'text', key: [{ text: 'something' }] },
      { id: 'choice', type: 'choice', choices: plain(['this', 'that']), key: 'a' },
    ],
  }),
  'hot-text': ({ id, stem }) => ({
    id,
    type: 'hot-text',
    stem,
    text: 'Some {{a|words}} can be marked, and {{b|others}} too.',
    key: ['a'],
  }),
  essay: ({ id, stem }) => ({ id, type: 'essay', stem, words: { min: 50, max: 150 } }),
}

function textsOf(
  choices: Start['choices'],
  instead: readonly string[] = ['The right one', 'A wrong one that somebody could hold', 'Another wrong one'],
): readonly string[] {
  return choices.length > 0 ? choices.map(({ text }) => text) : instead
}
