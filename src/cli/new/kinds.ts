import type { BuiltInKind, BuiltInQuestion } from '../../interactions/index.js'
import type { Ask, Pairing } from './ask.js'
import { askClozeText, askMarkedText } from './braces.js'
import { isNumber, numberFault, numbersIn, wordsFault } from './numbers.js'

/** What a kind has beside what all have. */
export type Own<Kind extends BuiltInKind> = Omit<
  Extract<BuiltInQuestion, { readonly type: Kind }>,
  'id' | 'type' | 'stem'
>

/** Says something about one of the things that can be answered; null for nothing. */
export type Say = (about: string) => Promise<string | null>

/** How a question of a kind is asked for. */
interface Form<Kind extends BuiltInKind> {
  /** What a learner does with it. */
  readonly about: string
  ask(ask: Ask): Promise<Own<Kind>>
  /** Adds feedback answer by answer; null where the kind has none. */
  explain: ((own: Own<Kind>, say: Say) => Promise<Own<Kind>>) | null
}

export const forms: { readonly [Kind in BuiltInKind]: Form<Kind> } = {
  'single-choice': {
    about: 'pick the right one',
    async ask(ask) {
      const { choices, starred } = await askChoices(ask)
      const [key, second] = starred
      const isTold = key !== undefined && second === undefined
      return { choices, key: isTold ? key : await ask.pick({ ...whichRight, among: labelled(choices) }) }
    },
    explain: async (own, say) => ({ ...own, choices: await explainEach(own.choices, say) }),
  },
  'multiple-response': {
    about: 'pick all that are right',
    async ask(ask) {
      const { choices, starred } = await askChoices(ask)
      const key =
        starred.length > 0 ? starred : await ask.several({ ...whichRight, among: labelled(choices) })
      return { choices, key }
    },
    explain: async (own, say) => ({ ...own, choices: await explainEach(own.choices, say) }),
  },
  'true-false': {
    about: 'say whether it is so',
    async ask(ask) {
      const among = [
        { value: 'true', label: 'True' },
        { value: 'false', label: 'False' },
      ] as const
      return {
        key: (await ask.pick({ option: 'key', message: 'Is it true?', among, instead: 'true' })) === 'true',
      }
    },
    async explain(own, say) {
      const [yes, no] = [await say('True'), await say('False')]
      return { ...own, choiceFeedback: { ...(yes && { true: yes }), ...(no && { false: no }) } }
    },
  },
  'short-answer': {
    about: 'write a word or two',
    async ask(ask) {
      const wanted = { option: 'answer', message: 'Accepted answer', least: 1, instead: ['What is accepted'] }
      return { key: (await ask.list(wanted)).map(text => ({ text })) }
    },
    explain: async (own, say) => ({ ...own, key: await explainEach(own.key, say) }),
  },
  numeric: {
    about: 'write a number',
    async ask(ask) {
      const numbers = await ask.list({
        option: 'answer',
        message: 'Accepted number',
        example: '42, or 40 to 45',
        check: text =>
          numbersIn(text) ? null : `'${text}' is no number: write 42, 3.5 or 40 to 45, the lower one first.`,
        least: 1,
        instead: ['42'],
      })
      const tolerance = await ask.optional({
        option: 'tolerance',
        message: 'How far off may it be?',
        example: '0.5',
        check: text => (isNumber(text) && Number(text) >= 0 ? null : numberFault(text)),
      })
      const unit = await ask.optional({ option: 'unit', message: 'In which unit?', example: 'km' })
      const key = numbers
        .map(text => numbersIn(text) ?? {})
        .map(entry =>
          'value' in entry && tolerance !== null ? { ...entry, tolerance: Number(tolerance) } : entry,
        )
      return { key, ...(unit !== null && { units: [{ unit }] }) }
    },
    explain: null,
  },
  ordering: {
    about: 'put in order',
    async ask(ask) {
      const message = 'In the right order, item'
      const texts = await ask.list({
        option: 'choice',
        message,
        least: 2,
        instead: ['What comes first', 'What comes next', 'What comes last'],
      })
      const items = withLetters(texts)
      return { items, key: items.map(({ id }) => id) }
    },
    explain: null,
  },
  matching: {
    about: 'find what fits',
    async ask(ask) {
      const pairs = await ask.pairs({
        option: 'pair',
        message: 'What is to be matched,',
        example: 'Danube',
        least: 2,
        instead: [
          ['First', 'What fits the first'],
          ['Second', 'What fits the second'],
        ],
        other: text => ({ option: null, message: `What fits '${text}'?`, example: 'Black Sea' }),
      })
      const others = await ask.list({
        option: 'choice',
        message: 'A choice that fits nothing,',
        least: 0,
        instead: [],
      })
      const prompts = withPlaces(
        'p',
        pairs.map(([text]) => text),
      )
      const choices = withLetters(unique([...pairs.flatMap(([, other]) => other ?? []), ...others]))
      return { prompts, choices, key: keyOf(pairs, prompts, choices) }
    },
    explain: async (own, say) => ({ ...own, choices: await explainEach(own.choices, say) }),
  },
  categorization: {
    about: 'sort into groups',
    async ask(ask) {
      const categories = await ask.list({
        option: 'category',
        message: 'Category',
        least: 2,
        instead: ['First group', 'Second group'],
      })
      const pairs = await ask.pairs({
        option: 'pair',
        message: 'What is to be sorted,',
        least: 2,
        instead: [
          ['Goes into the first group', categories[0] ?? ''],
          ['Goes into the second', categories[1] ?? ''],
        ],
        other: text => ({ option: null, message: `Where does '${text}' belong?`, among: categories }),
      })
      const groups = withPlaces('p', categories)
      const items = withLetters(pairs.map(([text]) => text))
      return { items, categories: groups, key: keyOf(pairs, items, groups) }
    },
    explain: async (own, say) => ({ ...own, items: await explainEach(own.items, say) }),
  },
  cloze: { about: 'fill the gaps of a text', ask: askClozeText, explain: null },
  'hot-text': { about: 'mark words of a text', ask: askMarkedText, explain: null },
  essay: {
    about: 'write a text, which a person marks',
    async ask(ask) {
      const words = await ask.optional({
        option: 'words',
        message: 'How many words?',
        example: '50-150',
        check: wordsFault,
      })
      const rubric = await ask.pairs({
        option: 'criterion',
        message: 'What the marker looks at,',
        example: 'Names who made the claim',
        least: 0,
        instead: [],
        other: text => ({ option: null, message: `How many points for '${text}'?`, check: numberFault }),
      })
      const [min, max] = words?.split(/[-–]/).map(Number) ?? []
      return {
        ...(min !== undefined && max !== undefined && { words: { min, max } }),
        ...(rubric.length > 0 && {
          rubric: rubric.map(([text, points], index) => ({
            id: letter(index),
            text,
            points: Number(points),
          })),
        }),
      }
    },
    explain: null,
  },
}

const whichRight = {
  option: null,
  message: 'Which is right?',
  remedy: 'put * before what is right: --choice "*The Danube".',
  instead: null,
} as const

async function askChoices(ask: Ask) {
  const texts = await ask.list({
    option: 'choice',
    message: 'Choice',
    least: 2,
    instead: ['*The right one', 'A wrong one that somebody could hold', 'Another wrong one'],
  })
  const choices = withLetters(texts.map(text => text.replace(/^\\(?=\*)|^\*\s*/, '')))
  return { choices, starred: choices.filter((_, index) => texts[index]?.startsWith('*')).map(({ id }) => id) }
}

async function explainEach<Entry extends { readonly text: string }>(entries: readonly Entry[], say: Say) {
  const explained: (Entry & { readonly feedback?: string })[] = []
  for (const entry of entries) {
    const feedback = await say(entry.text)
    explained.push(feedback === null ? entry : { ...entry, feedback })
  }
  return explained
}

const letter = (index: number) => 'abcdefghijklmnopqrstuvwxyz'[index] ?? `c${index + 1}`
const withLetters = (texts: readonly string[]) => texts.map((text, index) => ({ id: letter(index), text }))
const withPlaces = (start: string, texts: readonly string[]) =>
  texts.map((text, index) => ({ id: `${start}${index + 1}`, text }))
const labelled = (entries: readonly { readonly id: string; readonly text: string }[]) =>
  entries.map(({ id, text }) => ({ value: id, label: text }))
const unique = (texts: readonly string[]) => [...new Set(texts)]

type Entries = readonly { readonly id: string; readonly text: string }[]

/** Source id → target id, without those that belong nowhere. */
function keyOf(
  pairs: readonly Pairing[],
  sources: Entries,
  targets: Entries,
): { readonly [source: string]: string } {
  return Object.fromEntries(
    pairs.flatMap(([, other], index) => {
      const [source, target] = [sources[index], targets.find(({ text }) => text === other)]
      return source && target ? [[source.id, target.id]] : []
    }),
  )
}
