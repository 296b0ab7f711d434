import type { BuiltInQuestion } from '../../interactions/index.js'
import { letter } from '../collect.js'
import type { Turned } from '../turn.js'

/** Moodle's questions have ids, their parts have none: parts get those that reading gives them. */
export function renamed(question: BuiltInQuestion): Turned {
  const row = rows[question.type] as ((question: BuiltInQuestion) => BuiltInQuestion) | undefined
  const turned = row ? row(question) : question
  const isSame = JSON.stringify(turned) === JSON.stringify(question)
  return { question: turned, notes: isSame ? [] : ['The parts of the question have other ids.'] }
}

type Of<Kind> = Extract<BuiltInQuestion, { readonly type: Kind }>
type Names = ReadonlyMap<string, string>

/** The kinds whose parts have ids. */
const rows: { readonly [Kind in BuiltInQuestion['type']]?: (question: Of<Kind>) => BuiltInQuestion } = {
  'single-choice'(question) {
    const names = lettered(question.choices)
    return {
      ...marked(question, names),
      choices: named(question.choices, names),
      key: nameIn(names, question.key),
    }
  },
  'multiple-response'(question) {
    const names = lettered(question.choices)
    const inOrder = question.choices.filter(({ id }) => question.key.includes(id))
    const key = inOrder.map(({ id }) => nameIn(names, id))
    return { ...marked(question, names), choices: named(question.choices, names), key }
  },
  ordering(question) {
    const names = lettered(question.items)
    return {
      ...question,
      items: named(question.items, names),
      key: question.key.map(id => nameIn(names, id)),
    }
  },
  matching(question) {
    const used = new Set(question.prompts.map(({ id }) => question.key[id]))
    const inPairs = [...used].flatMap(id => question.choices.filter(choice => choice.id === id))
    const choices = [...inPairs, ...question.choices.filter(({ id }) => !used.has(id))]
    const [lefts, rights] = [
      new Map(question.prompts.map(({ id }, index) => [id, `p${index + 1}`])),
      lettered(choices),
    ]
    const pairs = question.prompts.map(({ id }) => [
      nameIn(lefts, id),
      nameIn(rights, question.key[id] ?? ''),
    ])
    return {
      ...question,
      prompts: named(question.prompts, lefts),
      choices: named(choices, rights),
      key: Object.fromEntries(pairs),
    }
  },
  cloze(question) {
    const order = [...question.text.matchAll(gapSign)].map(([, id = '']) => id)
    const names = new Map(order.map((id, index) => [id, `gap${index + 1}`]))
    const gaps = order
      .flatMap(id => question.gaps.filter(gap => gap.id === id))
      .map(gap => {
        const id = nameIn(names, gap.id)
        if (gap.type !== 'choice') return { ...gap, id }
        const letters = lettered(gap.choices)
        return { ...gap, id, choices: named(gap.choices, letters), key: nameIn(letters, gap.key) }
      })
    const text = question.text.replace(gapSign, (_, id: string) => `{{${nameIn(names, id)}}}`)
    return { ...question, text, gaps }
  },
}

const gapSign = /\{\{([A-Za-z0-9][\w.:-]*)\}\}/g

const lettered = (entries: readonly { readonly id: string }[]): Names =>
  new Map(entries.map(({ id }, index) => [id, letter(index)]))

const nameIn = (names: Names, id: string) => names.get(id) ?? id

function named<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  names: Names,
): readonly Entry[] {
  return entries.map(entry => ({ ...entry, id: nameIn(names, entry.id) }))
}

/** With the names in its marking, where the rule goes by choices. */
function marked<Q extends Of<'single-choice' | 'multiple-response'>>(question: Q, names: Names): Q {
  const { marking } = question
  if (marking?.rule !== 'fractions') return question
  const fractions = Object.entries(marking.fractions).map(([id, share]) => [nameIn(names, id), share])
  return { ...question, marking: { ...marking, fractions: Object.fromEntries(fractions) } }
}
