import { kindsElsewhere } from '../interactions/kinds.words.js'
import type { Bank, Fault, Issue, Question } from '../question/index.js'
import { didYouMean } from '../text/index.js'
import type { Checked } from './bank.parse.js'
import { type BankSchema, type QuestionKind, typeOf } from './bank.schema.js'
import { explain, meantField, show, unknownField } from './explain.js'
import { tellIds } from './named-by-text.js'
import { valueAt } from './plain.js'

/** A bank with everything that is right, and all that is wrong. */
export interface ParsedBank<Q extends Question = Question> {
  /**
   * What can be used: questions with an error are left out, and so are optional fields of the bank with an error.
   * Null where the bank has no id, no title or no list of questions.
   */
  readonly bank: Bank<Q> | null
  /** Every problem at once, from first to last. */
  readonly issues: readonly Issue[]
}

type Fields = { readonly [name: string]: unknown }

/**
 * @param data as JSON can hold it.
 * @param known what reading it has found already: nothing more is said of those places.
 */
export function checkData<Q extends Question>(
  data: unknown,
  schema: BankSchema<Q>,
  known: readonly Fault[] = [],
): Checked<Bank<Q>> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const message = `A bank has fields: id, title, questions. Found ${show(data)}.`
    return { value: null, issues: [...known, { code: 'not-a-bank', path: [], message }].map(asError) }
  }
  const { questions, ...given } = data as Fields
  const header = checkHeader(given, schema, known)
  const checked = checkQuestions(questions, header.fields, schema, known)
  const faults = [...known, ...header.faults, ...checked.faults]
  if (faults.length === 0) return { value: data as unknown as Bank<Q>, issues: [] }
  const { id, title } = header.fields
  const isUsable = typeof id === 'string' && typeof title === 'string' && checked.good !== null
  const bank = isUsable ? { ...header.fields, id, title, questions: checked.good } : null
  return { value: bank as Bank<Q> | null, issues: faults.map(asError) }
}

const asError = (fault: Fault): Issue => ({ ...fault, severity: 'error' })

function checkHeader(given: Fields, { header }: BankSchema, known: readonly Fault[]) {
  const lists = ['objectives', 'sources'].flatMap(list => checkRepeats(given, list))
  const faults = unknownOf([...explain(header, given), ...lists], known)
  const wrong = new Map<unknown, Set<unknown>>()
  for (const { path } of [...known, ...faults]) {
    const entries = wrong.get(path[0]) ?? new Set()
    wrong.set(path[0], entries.add(path[1]))
  }
  const fields: { [name: string]: unknown } = {}
  for (const [name, value] of Object.entries(given)) {
    const entries = wrong.get(name)
    if (!entries) fields[name] = value
    else if (Array.isArray(value) && !entries.has(undefined))
      fields[name] = value.filter((_, index) => !entries.has(index))
  }
  return { fields, faults }
}

/** The faults at places where none is known yet. */
function unknownOf(faults: readonly Fault[], known: readonly Fault[]): readonly Fault[] {
  if (known.length === 0) return faults
  const places = new Set(known.map(({ path }) => JSON.stringify(path)))
  return faults.filter(({ path }) => !places.has(JSON.stringify(path)))
}

function checkRepeats(given: Fields, list: string): readonly Fault[] {
  const seen = new Set<string>()
  return idsOf(given[list]).flatMap((id, index) => {
    if (id === null || seen.size < seen.add(id).size) return []
    const message = `The id '${id}' is given twice in '${list}'; each needs one of its own.`
    return [{ code: 'repeated-id', path: [list, index, 'id'], message }]
  })
}

const idsOf = (list: unknown): readonly (string | null)[] => (Array.isArray(list) ? list.map(idOf) : [])

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' ? value.id : null
}

function checkQuestions<Q extends Question>(
  questions: unknown,
  header: Fields,
  schema: BankSchema<Q>,
  known: readonly Fault[],
): { readonly good: readonly Q[] | null; readonly faults: readonly Fault[] } {
  if (!Array.isArray(questions)) {
    if (known.some(({ path }) => path.length === 0 || path[0] === 'questions'))
      return { good: null, faults: [] }
    const message =
      questions === undefined
        ? 'A bank needs a list of questions.'
        : `Expected a list, found ${show(questions)}.`
    const code = questions === undefined ? 'missing-field' : 'wrong-type'
    return { good: null, faults: [{ code, path: ['questions'], message }] }
  }
  const checkNames = createNamesCheck(header)
  const broken = new Set(known.filter(({ path }) => path[0] === 'questions').map(({ path }) => path[1]))
  const ids = new Set<string>()
  let places: ReadonlyMap<string, number> | null = null
  const bad = new Set<number>()
  const faults: Fault[] = []
  for (let index = 0; index < questions.length; index++) {
    const question: unknown = questions[index]
    const found = checkQuestion(question, schema, checkNames)
    const id = idOf(question)
    const isRepeated = id !== null && ids.size === ids.add(id).size
    if (found.length === 0 && !isRepeated && !broken.has(index)) continue
    bad.add(index)
    if (isRepeated) places ??= firstPlaces(questions)
    const repeats = isRepeated ? [repeatedQuestion(id, places?.get(id) ?? 0)] : none
    for (const fault of [...repeats, ...found])
      faults.push({ ...fault, path: ['questions', index, ...fault.path] })
  }
  const good: readonly Q[] = bad.size === 0 ? questions : questions.filter((_, index) => !bad.has(index))
  return { good, faults: unknownOf(faults, known) }
}

const none: readonly Fault[] = []

/** Made only when an id is repeated, as a map of 100,000 ids takes longer than a set. */
function firstPlaces(questions: readonly unknown[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [index, id] of idsOf(questions).entries())
    if (id !== null && !places.has(id)) places.set(id, index)
  return places
}

const repeatedQuestion = (id: string, first: number): Fault => ({
  code: 'repeated-id',
  path: ['id'],
  message: `The id '${id}' belongs to question ${first + 1} already; each needs one of its own.`,
})

function checkQuestion(question: unknown, schema: BankSchema, checkNames: NamesCheck): readonly Fault[] {
  const type = typeOf(question)
  const kind = schema.kinds.get(type ?? '')
  if (kind === undefined) return [explainKind(question, type, [...schema.kinds.keys()])]
  if (!kind.fits(question)) return explainAll(question, kind, checkNames)
  const fitting = question as Question
  const own = tellIds(question, kind.check(fitting))
  const names = checkNames(fitting)
  if (names.length === 0) return own
  return own.length === 0 ? names : [...own, ...names]
}

/** What does not fit and, where all of it can be left out, what is wrong with the rest and does not follow from it. */
function explainAll(question: unknown, kind: QuestionKind, checkNames: NamesCheck): readonly Fault[] {
  const faults = explain(kind.schema, question)
  const rest = without(question, faults)
  if (!kind.fits(rest)) return tellIds(question, faults)
  const fitting = rest as Question
  const holders = new Set(faults.flatMap(({ path }) => path.map((_, end) => String(path.slice(0, end + 1)))))
  const more = [...kind.check(fitting), ...checkNames(fitting)].filter(
    ({ path }) => !holders.has(String(path)),
  )
  return tellIds(question, [...faults, ...more])
}

function without(question: unknown, faults: readonly Fault[]): unknown {
  const copy: unknown = structuredClone(question)
  for (const { path } of faults) {
    const holder = valueAt(copy, path.slice(0, -1))
    const name = path.at(-1)
    if (typeof name === 'string' && typeof holder === 'object' && holder !== null)
      Reflect.deleteProperty(holder, name)
  }
  return copy
}

function explainKind(question: unknown, type: string | null, kinds: readonly string[]): Fault {
  const list = kinds.map(kind => `'${kind}'`).join(', ')
  if (typeof question !== 'object' || question === null || Array.isArray(question))
    return {
      code: 'wrong-type',
      path: [],
      message: `A question has fields: id, type, stem, key. Found ${show(question)}.`,
    }
  const stray = Object.keys(question).find(name => name === '<<' || meantField(name, ['type']) !== '')
  if (type === null && stray !== undefined && stray !== 'type')
    return unknownField([stray], Reflect.get(question, stray), ['type'])
  if (type === null)
    return {
      code: 'missing-field',
      path: ['type'],
      message: `Each question names its kind as 'type': one of ${list}.`,
    }
  const meant = didYouMean(type, kinds, kindsElsewhere)
  return {
    code: 'unknown-kind',
    path: ['type'],
    message: `There is no kind ${show(type)}.${meant || ` Kinds: ${list}.`}`,
  }
}

type NamesCheck = (question: Question) => readonly Fault[]

/** Whether the objective, the tags and the source that a question names are declared by its bank. */
function createNamesCheck(header: Fields): NamesCheck {
  const objectives = new Set(idsOf(header.objectives))
  const sources = new Set(idsOf(header.sources))
  const tags = Array.isArray(header.tags) ? new Set<unknown>(header.tags) : null
  return question => {
    const { objective, source } = question
    const hasObjective = objective === undefined || objectives.has(objective)
    const hasSource =
      source === undefined ||
      (source.document === undefined ? sources.size === 1 : sources.has(source.document))
    const hasTags = tags === null || question.tags === undefined || question.tags.every(tag => tags.has(tag))
    if (hasObjective && hasSource && hasTags) return none
    return [
      ...(hasObjective ? [] : [undeclared('objective', ['objective'], objective, objectives)]),
      ...(hasSource ? [] : [undeclaredSource(source.document, sources)]),
      ...(hasTags ? [] : undeclaredTags(question.tags ?? [], tags)),
    ]
  }
}

function undeclaredSource(document: string | undefined, sources: ReadonlySet<unknown>): Fault {
  if (document !== undefined) return undeclared('source', ['source', 'document'], document, sources)
  const message =
    sources.size === 0
      ? "The bank declares no source that this could be: add it to the bank's 'sources'."
      : `The bank has ${sources.size} sources: name one as 'document'.`
  return { code: 'unclear-source', path: ['source'], message }
}

const undeclaredTags = (tags: readonly string[], declared: ReadonlySet<unknown>) =>
  tags.flatMap((tag, index) => (declared.has(tag) ? [] : [undeclared('tag', ['tags', index], tag, declared)]))

function undeclared(what: string, path: Fault['path'], name: string, declared: ReadonlySet<unknown>): Fault {
  const meant = didYouMean(
    name,
    [...declared].filter(id => typeof id === 'string'),
  )
  return {
    code: `unknown-${what}`,
    path,
    message: `The bank declares no ${what} '${name}' that is free of errors.${meant || ` Add it to the bank's '${what}s'.`}`,
  }
}
