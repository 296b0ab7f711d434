import type { Bank, Question } from '../question/index.js'
import { didYouMean } from '../text/index.js'

/** What to add to a bank; a field of the bank itself, such as `id` or `title`, takes the place of the bank's own. */
export type BankExtension<Q extends Question> = Partial<Bank<Q>> & {
  /** Ids of questions to leave out, or to put others in place of. */
  readonly without?: readonly string[]
}

/**
 * A bank with more questions, objectives, sources or tags. Questions of kinds that the bank has are typed as its own are;
 * questions of other kinds may be added too.
 *
 * @throws TypeError naming every id that both have, and every id in `without` that the bank lacks.
 */
export function extendBank<Q extends Question>(base: Bank<Q>, extension: BankExtension<NoInfer<Q>>): Bank<Q>
export function extendBank<Q extends Question, const Added extends Question>(
  base: Bank<Q>,
  extension: BankExtension<Added> & (Added['type'] extends Q['type'] ? never : unknown),
): Bank<Q | Added>
export function extendBank<Q extends Question>(base: Bank<Q>, extension: BankExtension<Q>): Bank<Q> {
  const { without = [], questions = [], objectives = [], sources = [], tags = [], ...header } = extension
  const ids = base.questions.map(({ id }) => id)
  const unknown = without.filter(id => !ids.includes(id))
  if (unknown.length > 0)
    throw new TypeError(
      `The bank '${base.id}' has no question ${quote(unknown)} to leave out.${unknown.map(id => didYouMean(id, ids)).join('')}`,
    )
  const kept = base.questions.filter(({ id }) => !without.includes(id))
  const added = { ...base, ...header, questions, objectives, sources, tags }
  return join(
    { ...base, ...header },
    [{ ...base, questions: kept }, added],
    "Rename them; 'without' makes room for a question.",
  )
}

/** How to merge. */
export interface MergeOptions {
  /** Id and title of the merged bank. */
  readonly id: string
  readonly title: string
  /** Puts each bank's id and a colon before the ids of its questions, objectives and sources, so that none clash. */
  readonly prefix?: boolean
}

/**
 * One bank out of several. What a bank says for all its questions (language, marking, its only source, rules of item
 * writing that it leaves out unless all do) is written into them, so that each keeps its meaning. Objectives and sources
 * that are the same in several banks become one; topic, reading grade and a closed list of tags stay where all banks have
 * the same, or a list.
 *
 * @throws TypeError naming every id that two banks use for different things, or when some banks are plain text and
 *   others Markdown.
 */
export function mergeBanks<Q extends Question>(
  banks: readonly Bank<Q>[],
  { id, title, prefix = false }: MergeOptions,
): Bank<Q> {
  const texts = unique(banks.map(({ text }) => text ?? 'markdown'))
  if (texts.length > 1)
    throw new TypeError(
      `Banks of different 'text' can't be merged: ${texts.join(', ')}. Write all in one of the two.`,
    )
  const topics = unique(banks.map(({ topic }) => topic))
  const grades = unique(banks.map(({ readability }) => readability?.grade))
  const licenses = unique(banks.flatMap(({ license }) => license ?? []))
  const descriptions = unique(banks.flatMap(({ description }) => description ?? []))
  const minutes = banks.reduce((sum, bank) => sum + (bank.minutes ?? 0), 0)
  const lint = sharedLint(banks)
  const header = {
    id,
    title,
    ...(descriptions.length > 0 ? { description: descriptions.join('\n\n') } : {}),
    ...(topics.length === 1 && topics[0] !== undefined ? { topic: topics[0] } : {}),
    ...(licenses.length > 0 ? { license: licenses.join(' AND ') } : {}),
    ...(texts[0] === 'plain' ? { text: 'plain' as const } : {}),
    ...(minutes > 0 ? { minutes } : {}),
    ...(grades.length === 1 && grades[0] !== undefined ? { readability: { grade: grades[0] } } : {}),
    ...(Object.keys(lint).length > 0 ? { lint } : {}),
  }
  return join(
    header,
    banks.map(bank => standAlone(bank, lint)).map(bank => (prefix ? withPrefix(bank) : bank)),
    prefix ? 'Give each bank an id of its own.' : "Rename them, or merge with 'prefix'.",
  )
}

type Lint = NonNullable<Bank['lint']>

/** The rules of item writing that all banks leave out. */
function sharedLint([first, ...others]: readonly Bank[]): Lint {
  const rules = Object.entries(first?.lint ?? {})
  return Object.fromEntries(
    rules.filter(([rule]) => others.every(({ lint = {} }) => Object.hasOwn(lint, rule))),
  )
}

/** The bank with all that it says for its questions said by each, but for what the merged bank says itself. */
function standAlone<Q extends Question>(bank: Bank<Q>, shared: Lint): Bank<Q> {
  const rules = Object.entries(bank.lint ?? {}).filter(([rule]) => !Object.hasOwn(shared, rule))
  const only = bank.sources?.length === 1 ? bank.sources[0] : undefined
  const questions = bank.questions.map(question => {
    const language = question.language ?? bank.language
    const marking = question.marking ?? bank.marking?.[question.type]
    const { source } = question
    return {
      ...question,
      ...(language === undefined ? {} : { language }),
      ...(marking === undefined ? {} : { marking }),
      ...(source && only ? { source: { document: only.id, ...source } } : {}),
      ...(rules.length > 0 ? { lint: { ...Object.fromEntries(rules), ...question.lint } } : {}),
    }
  })
  return { ...bank, questions }
}

function withPrefix<Q extends Question>(bank: Bank<Q>): Bank<Q> {
  const prefixed = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
    list.map(entry => ({ ...entry, id: `${bank.id}:${entry.id}` }))
  const questions = prefixed(bank.questions).map(question => {
    const { objective, source } = question
    return {
      ...question,
      ...(objective === undefined ? {} : { objective: `${bank.id}:${objective}` }),
      ...(source?.document === undefined
        ? {}
        : { source: { ...source, document: `${bank.id}:${source.document}` } }),
    }
  })
  return {
    ...bank,
    questions,
    objectives: prefixed(bank.objectives ?? []),
    sources: prefixed(bank.sources ?? []),
  }
}

/** @throws TypeError naming every id that is used for two things. */
function join<Q extends Question>(
  header: Omit<Bank<Q>, 'questions'>,
  parts: readonly Bank<Q>[],
  remedy: string,
): Bank<Q> {
  const objectives = distinct(parts.flatMap(part => part.objectives ?? []))
  const sources = distinct(parts.flatMap(part => part.sources ?? []))
  const questions = parts.flatMap(part => part.questions)
  const clashes = {
    questions: repeated(questions),
    objectives: repeated(objectives),
    sources: repeated(sources),
  }
  const named = Object.entries(clashes).filter(([, ids]) => ids.length > 0)
  if (named.length > 0) {
    const list = named.map(([what, ids]) => `${what} ${quote(ids)}`).join('; ')
    throw new TypeError(`These ids stand for more than one thing: ${list}. ${remedy}`)
  }
  // Tags are a closed list only where every part closes it.
  const tags = parts.every(part => part.tags) ? unique(parts.flatMap(part => part.tags ?? [])) : []
  return {
    ...header,
    ...(objectives.length > 0 ? { objectives } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    questions,
  }
}

/** The entries without those that are the same to the letter. */
function distinct<T extends object>(entries: readonly T[]): readonly T[] {
  return [...new Map(entries.map(entry => [JSON.stringify(Object.entries(entry).sort()), entry])).values()]
}

function repeated(entries: readonly { readonly id: string }[]): readonly string[] {
  const seen = new Set<string>()
  return unique(entries.filter(({ id }) => seen.size === seen.add(id).size).map(({ id }) => id))
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]
const quote = (ids: readonly string[]) => ids.map(id => `'${id}'`).join(', ')
