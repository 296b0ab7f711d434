import { builtInBankSchema, checkBank, isId } from '../bank/index.js'
import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank, Issue } from '../question/index.js'
import type { Imported, MediaFile, ReadOptions, ReportEntry } from './format.js'

/** Where a question stands in a file, and what the file calls its kind. */
export interface Origin {
  readonly kind: string
  readonly line?: number
  readonly file?: string
}

/** Something that came over otherwise than it stood in the file. */
export interface Note {
  readonly code: string
  readonly message: string
}

/** Notes in turn, each of them once. */
export function createNotes() {
  const notes: Note[] = []
  const known = new Set<string>()
  const note = (code: string, message: string) => {
    const before = known.size
    if (known.add(`${code} ${message}`).size > before) notes.push({ code, message })
  }
  return { notes, note }
}

export const unclearClaim = (key: string): Note => ({
  code: 'unclear-key',
  message: `The key of a claim is true or false, not '${key}'.`,
})

/** Gathers what a reader finds: questions that a bank may hold, and what became of each. */
export interface Collector {
  /** An id that no other question has, made from a name; a counted one where the name gives none. */
  idFor(name: string): string
  /** Takes a question in where a bank may hold it, and says what came of it. */
  add(question: BuiltInQuestion, origin: Origin, notes?: readonly Note[]): void
  /** Takes in a question for which the reader vouches: built so that a bank may hold it, with no objective. */
  take(question: BuiltInQuestion, origin: Origin, notes: readonly Note[]): void
  /** Says of something that it is not in the bank, and why. */
  drop(origin: Origin, note: Note): void
  report(entry: ReportEntry): void
  /** @param ownTitle the title that the file itself gives. */
  finish(ownTitle: string | null, media?: readonly MediaFile[], header?: Partial<Bank>): Imported
}

export function createCollector({ id = 'imported', title, file }: ReadOptions): Collector {
  const questions: BuiltInQuestion[] = []
  const entries: ReportEntry[] = []
  const objectives = new Set<string>()
  const ids = new Set<string>()
  /** The next count to try for a name that is taken. */
  const counts = new Map<string, number>()
  /** What was told of no question in the bank. */
  let asides = 0
  const report = (given: ReportEntry) => {
    if (given.question !== null || ++asides <= mostAsides) enter(given)
  }
  const enter = (given: ReportEntry) => {
    const entry = given.message.length > longest ? { ...given, message: cut(given.message) } : given
    entries.push(file === undefined ? entry : { file, ...entry })
  }
  const tell = (fate: ReportEntry['fate'], question: string | null, origin: Origin, note: Note) =>
    report(entryOf(fate, question, origin, note))
  const drop: Collector['drop'] = (origin, note) => tell('dropped', null, origin, note)
  const take: Collector['take'] = (question, origin, notes) => {
    questions.push(question)
    for (const note of notes) tell('changed', question.id, origin, note)
    if (notes.length === 0) tell('kept', question.id, origin, kept)
  }
  return {
    idFor(name) {
      const wanted = asId(name) || `q${questions.length + 1}`
      const known = ids.size
      if (ids.add(wanted).size > known) return wanted
      // Kept, so that many of one name take no longer than others.
      let count = counts.get(wanted) ?? 2
      let free = wanted
      do free = `${wanted.slice(0, 110)}-${count++}`
      while (ids.has(free))
      counts.set(wanted, count)
      ids.add(free)
      return free
    },
    add(question, origin, notes = []) {
      const list = Object.entries(question).find(
        ([, value]) => Array.isArray(value) && value.length > mostInList,
      )
      if (list) {
        const message = `Its list '${list[0]}' has more than ${mostInList} entries, which nobody can answer.`
        return drop(origin, { code: 'too-many', message })
      }
      const kind = builtInBankSchema.kinds.get(question.type)
      if (kind?.fits(question) && kind.check(question).length === 0) {
        if (question.objective !== undefined) objectives.add(question.objective)
        return take(question, origin, notes)
      }
      // To find out why takes longest, and would not be told.
      if (asides >= mostAsides) {
        asides += 1
        return
      }
      const { issues } = checkBank({ id: 'one', title: 'One', questions: [question] })
      const message = issues.map(placed).join(' ')
      drop(origin, { code: issues[0]?.code ?? 'invalid', message })
    },
    take,
    drop,
    report,
    finish(ownTitle, media = [], header = {}) {
      // A question may name an objective of which the file says no more: its id stands for it.
      const named = [...objectives].map(objective => ({ id: objective, text: objective }))
      const bank = {
        id,
        title: title || ownTitle || nameOf(file) || 'Questions',
        ...(named.length > 0 && { objectives: named }),
        ...header,
        questions,
      }
      if (asides > mostAsides) {
        const message = `${asides - mostAsides} more are not told one by one: see to those above, and read the file again.`
        enter({ fate: 'dropped', question: null, code: 'not-all-told', message })
      }
      return { bank: questions.length > 0 ? bank : null, media, report: entries }
    },
  }
}

/** A file's name without its folders and its ending. */
const nameOf = (file = '') => file.replace(/^.*[\\/]/, '').replace(/(?<=.)\.\w+$/, '')

/** What is wrong with a question, with the field where the message doesn't say it. */
const placed = ({ code, path, message }: Issue) =>
  /^(?:too-|bad-format)/.test(code) && path.length > 2 ? `${path.slice(2).join('.')}: ${message}` : message

/** Checking takes time by the square of a list, and no question has so many choices. */
const mostInList = 1000

/** Nobody reads on behind so many, and a report of millions takes more room than its file. */
const mostAsides = 10_000

/** A message that quotes a file is no longer than this. */
const longest = 500
const cut = (message: string) => `${message.slice(0, longest - 1)}…`

const kept: Note = { code: 'kept', message: 'Kept.' }

function entryOf(
  fate: ReportEntry['fate'],
  question: string | null,
  { kind, line, file }: Origin,
  { code, message }: Note,
): ReportEntry {
  // Whole at once, as spreading and later fields take longer than all else that is done for a question.
  const entry: Writable<ReportEntry> =
    line === undefined
      ? { fate, question, kind, code, message }
      : { fate, question, kind, code, message, line }
  if (file !== undefined) entry.file = file
  return entry
}

/** What is filled in field by field. */
export type Writable<T> = T extends unknown ? { -readonly [Field in keyof T]: T[Field] } : never

/** A name as an id: as it is where it can be one, else as a slug; empty where neither can. */
export function asId(name: string): string {
  if (name === '' || isId(name)) return name
  const slug = slugOf(name)
  return isId(slug) ? slug : ''
}

/** A list of tags as people write it, with blanks, commas or semicolons between; what is no id becomes one, or is left out. */
export function tagsIn(list = ''): { readonly tags: readonly string[]; readonly notes: readonly Note[] } {
  const names = [...new Set(list.split(/[\s,;]+/))].filter(name => name !== '')
  const odd = names.filter(name => asId(name) !== name)
  const notes = odd.map(name => ({
    code: 'tag',
    message: asId(name) ? `The tag '${name}' is '${asId(name)}' now.` : `The tag '${name}' is left out.`,
  }))
  return { tags: [...new Set(names.map(asId))].filter(tag => tag !== ''), notes }
}

/** A name in small letters, digits and hyphens; empty where nothing is left. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}

/** Ids for choices: a to z, then c27 and on. */
export function letter(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : `c${index + 1}`
}
