import { existsSync } from 'node:fs'
import { basename, dirname, extname, relative, sep } from 'node:path'
import { isSeq, parseDocument, stringify } from 'yaml'
import { type Issue, type Objective, parseBank } from '../../bank/index.js'
import { UsageError } from '../command.js'
import { readText } from '../read-text.js'
import { writeTo } from '../write-files.js'
import type { Ask } from './ask.js'
import { idFault } from './extras.js'

/** The text of a file; null where there is none, or nothing in it. */
export async function readBank(file: string): Promise<string | null> {
  const text = existsSync(file) ? await readText(file) : ''
  return text.trim() === '' ? null : text
}

/** @throws UsageError when the file has changed since it was read, or can't be written. */
export async function writeBank(file: string, before: string | null, after: string): Promise<void> {
  if ((await readBank(file)) !== before)
    throw new UsageError([
      `${file} was changed meanwhile. Nothing was written; save it there, and begin again.`,
    ])
  await writeTo(file, after)
}

/** The text of a new bank with no question. */
export async function startBank(file: string, ask: Ask): Promise<string> {
  const id = basename(file, extname(file))
  const fault = idFault(id)
  if (fault) throw new UsageError([`The file's name becomes the id of the bank. ${fault}`])
  const title = await ask.text({
    option: 'title',
    message: 'What is the bank called?',
    example: 'Rivers of Europe',
    instead: null,
  })
  const given = await ask.optional({
    option: 'language',
    message: 'Which language is it in?',
    blank: 'English',
    example: 'de',
    check: languageFault,
  })
  const language = given ?? 'en'
  const schema = schemaFrom(dirname(file))
  if (extname(file) === '.json')
    return `${JSON.stringify({ $schema: schema, id, title, language, questions: [] }, null, 2)}\n`
  return `# yaml-language-server: $schema=${schema}\n${stringify({ id, title, language })}questions:\n`
}

/** From a folder to what npm installs where the command runs. Editors of JSON take a path alone that begins with a dot. */
function schemaFrom(folder: string): string {
  const path = relative(folder, 'node_modules/quizwright/dist/questions/bank.schema.json')
    .split(sep)
    .join('/')
  return path.startsWith('.') ? path : `./${path}`
}

function languageFault(tag: string): string | null {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(tag)
    ? null
    : `'${tag}' is no language tag: write en, de or pt-BR.`
}

/** What a new question has to fit in with. */
export interface Contents {
  readonly ids: readonly string[]
  readonly objectives: readonly Objective[]
  /** The tags that the bank declares; null where it lets any be. */
  readonly tags: readonly string[] | null
}

/** @throws UsageError when what is in the file is no bank. */
export function contentsOf(file: string, text: string): Contents {
  const document = parseDocument(text)
  if (document.errors.length > 0 || !document.contents)
    throw new UsageError([`${file} can't be read: see quizwright validate ${file}.`])
  const list = document.get('questions')
  // Questions with faults have ids too.
  const ids = isSeq(list)
    ? list.items.map((_, index) => String(document.getIn(['questions', index, 'id'])))
    : []
  const { bank } = parseBank(text)
  return { ids, objectives: bank?.objectives ?? [], tags: bank?.tags ?? null }
}

/** What is wrong with the last question of a text. */
export function faultsIn(text: string): readonly Issue[] {
  const questions = parseDocument(text).get('questions')
  const last = isSeq(questions) ? questions.items.length - 1 : 0
  return parseBank(text).issues.filter(({ path }) => path[0] === 'questions' && path[1] === last)
}
