import { kindsElsewhere } from '../../bank/index.js'
import { type BuiltInKind, type BuiltInQuestion, builtInInteractions } from '../../interactions/index.js'
import { UsageError } from '../command.js'
import type { Ask } from './ask.js'
import type { Contents } from './bank.file.js'
import { type Draft, extras, idFault } from './extras.js'
import { forms } from './kinds.js'
import type { Prompts } from './prompts.js'

const kinds = builtInInteractions.map(({ type }) => ({ value: type, label: `${type}: ${forms[type].about}` }))

/**
 * Asks for a question, and at a terminal for what else it should have.
 *
 * @param id counted where it is null.
 */
export async function askQuestion(
  ask: Ask,
  { ids, objectives, tags }: Contents,
  id: string | null,
  prompts: Prompts | null,
): Promise<Draft> {
  if (id !== null && (idFault(id) || ids.includes(id)))
    throw new UsageError([idFault(id) ?? `There is a question '${id}' already.`])
  const type = await ask.pick<BuiltInKind>({
    option: 'type',
    message: 'Which kind of question?',
    among: kinds,
    others: kindsElsewhere,
    instead: null,
  })
  const stem = await ask.text({
    option: 'stem',
    message: 'What does it ask?',
    example: 'Which of these …?',
    lines: true,
    instead: null,
  })
  const own = await forms[type].ask(ask)
  const question = { id: id ?? freeId(ids), type, stem, ...own } as BuiltInQuestion
  let draft: Draft = { question, objectives, tags, objective: null }
  for (const extra of extras)
    if (ask.unused().includes(extra.option) && fits(extra, draft)) draft = await extra.add(ask, draft)
  const unused = ask.unused()
  if (unused.length > 0)
    throw new UsageError(unused.map(option => `--${option} has nothing to do here, or was given too often.`))
  return prompts ? askMore(ask, draft, prompts) : draft
}

/** A menu of what else there can be, until the author has enough. */
async function askMore(ask: Ask, start: Draft, prompts: Prompts): Promise<Draft> {
  let draft = start
  let open = extras.filter(extra => fits(extra, draft))
  for (;;) {
    const menu = [
      { value: '', label: 'Nothing more: write it' },
      ...open.map(({ option, label }) => ({ value: option, label })),
    ]
    const picked = await prompts.pick('What else should it have?', menu)
    const extra = open.find(({ option }) => option === picked)
    if (!extra) return draft
    draft = await extra.add(ask, draft)
    open = open.filter(one => one !== extra)
  }
}

const fits = ({ fits }: (typeof extras)[number], draft: Draft) => fits?.(draft) ?? true

function freeId(ids: readonly string[]): string {
  let count = ids.length + 1
  while (ids.includes(`q${count}`)) count += 1
  return `q${count}`
}
