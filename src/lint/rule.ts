import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'

export type Severity = 'error' | 'warning' | 'info'

/** Something that a rule found. */
export interface Found {
  /** Index of the question; null where it is about the whole bank. */
  readonly question: number | null
  /** Field of the question or of the bank: `stem`, `choices.2.text`. */
  readonly field?: string
  readonly message: string
  /** Where it weighs otherwise than the rule does as a rule. */
  readonly severity?: Severity
}

/** What a rule looks at. */
export interface LintContext {
  readonly bank: Bank<BuiltInQuestion>
  /** The bank's questions as items: null where nothing is picked. Made once, as most rules look at them. */
  readonly items: readonly (Item | null)[]
  /** The paragraphs of the text that the questions are derived from; null where it is not at hand. */
  readonly source: readonly string[] | null
  /** Paragraphs of the source that have changed since the questions were written, counted from 1. */
  readonly changedParagraphs: readonly number[]
  /** Grade of school that the texts are for. */
  readonly readingGrade: number | null
  /** Whether a question has feedback for its choices to be asked for. */
  readonly feedback: boolean
  /** Systems that the bank is to go to. */
  readonly targets: readonly Target[]
}

/** A system whose limits `export-risk` knows. */
export type Target = 'aiken' | 'gift' | 'kahoot'

/** One rule of item writing. */
export interface Rule {
  readonly id: string
  readonly severity: Severity
  /** What is bad about it, and what to do, for authors. */
  readonly advice: string
  /** Where the rule comes from. */
  readonly from: string
  /** True where it is about English words: it stays quiet on other languages. */
  readonly english?: boolean
  /** What it compares with: where that is not given, it has nothing to say. */
  readonly needs?: 'source' | 'changedParagraphs' | 'readingGrade' | 'targets'
  /** What it compares with where that is given: without, an exemption may still be needed. */
  readonly compares?: 'source'
  /** What it finds fault with. */
  readonly bad: Example
  /** The same without the fault. */
  readonly better: Example
  readonly check: (context: LintContext) => readonly Found[]
  /** What to say once, of the bank, where five questions or more lack what none has; null where one has it. */
  readonly ofAll?: (questions: readonly BuiltInQuestion[]) => string | null
}

/** A bank's questions, or a bank with what a rule needs beside them. */
export type Example =
  | readonly BuiltInQuestion[]
  | ({ readonly questions: readonly BuiltInQuestion[] } & Partial<Omit<LintContext, 'bank' | 'items'>> & {
        readonly bank?: Partial<Bank>
      })

type Content<R> = Omit<R, 'check'> & { readonly english?: boolean }

/**
 * A rule that looks at one question after the other, as an item too where something is picked. What it finds is a
 * message, or a field and a message.
 */
export function questionRule(
  rule: Content<Rule>,
  check: (
    question: BuiltInQuestion,
    context: LintContext,
    item: Item | null,
  ) => string | Omit<Found, 'question'> | null,
): Rule {
  return {
    ...rule,
    check(context) {
      const all: Found[] = []
      for (const [index, question] of context.bank.questions.entries()) {
        const found = check(question, context, context.items[index] ?? null)
        if (typeof found === 'string') all.push({ question: index, message: found })
        else if (found) all.push({ question: index, ...found })
      }
      return all
    },
  }
}

/** A question where something is picked. */
export interface Item {
  readonly stem: string
  readonly choices: readonly string[]
  /** The texts of the right ones, and of the others. */
  readonly keys: readonly string[]
  readonly distractors: readonly string[]
  /** Whether they are shuffled, where the question says so; else the rules of a quiz do. */
  readonly shuffle: boolean | undefined
  /** BCP 47 tag, where the question or the bank says one. */
  readonly language: string | undefined
}

/** The question as an item where something is picked; null for other kinds. */
export function itemOf(question: BuiltInQuestion, bank?: Bank): Item | null {
  if (question.type !== 'single-choice' && question.type !== 'multiple-response') return null
  const right = new Set([question.key].flat())
  const keys: string[] = []
  const distractors: string[] = []
  for (const { id, text } of question.choices) (right.has(id) ? keys : distractors).push(text)
  return {
    stem: question.stem,
    choices: question.choices.map(({ text }) => text),
    keys,
    distractors,
    shuffle: question.shuffle,
    language: question.language ?? bank?.language,
  }
}

/** A rule about what can be picked. */
export function itemRule(
  rule: Content<Rule>,
  check: (item: Item) => string | Omit<Found, 'question' | 'field'> | null,
): Rule {
  return {
    ...rule,
    check({ items }) {
      const all: Found[] = []
      for (const [question, item] of items.entries()) {
        const found = item && check(item)
        if (typeof found === 'string') all.push({ question, field: 'choices', message: found })
        else if (found) all.push({ question, field: 'choices', ...found })
      }
      return all
    },
  }
}

/** A question to choose from, for examples: the right choices begin with an asterisk. */
export function pick(stem: string, ...choices: readonly string[]): BuiltInQuestion {
  const entries = choices.map((text, index) => ({
    id: 'abcdefgh'[index] ?? `c${index}`,
    text: text.replace(/^\*/, ''),
  }))
  const keys = entries.filter((_, index) => choices[index]?.startsWith('*')).map(({ id }) => id)
  const common = { id: 'example', stem, choices: entries }
  return keys.length === 1
    ? { ...common, type: 'single-choice', key: keys[0] ?? '' }
    : { ...common, type: 'multiple-response', key: keys }
}

/** A text with gaps, for examples. */
export function clozeOf(text: string): BuiltInQuestion {
  const ids = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, id = '']) => id)
  const gaps = ids.map(id => ({ id, type: 'text' as const, key: [{ text: `word ${id}` }] }))
  return { id: 'example', type: 'cloze', stem: 'Fill the gaps.', text, gaps }
}

/** The same question so many times, for rules about a whole bank. */
export function times(count: number, make: (index: number) => BuiltInQuestion): readonly BuiltInQuestion[] {
  return Array.from({ length: count }, (_, index) => ({ ...make(index), id: `q${index + 1}` }))
}
