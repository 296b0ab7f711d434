import { createModule, type DefinedModule, type LearningModule, SavedModuleError } from '../module/index.js'
import { type Command, readArguments, UsageError } from './command.js'
import { holdModule, type StoredModule } from './learn.store.js'
import { bundledModules, openModule } from './modules.js'
import { safeLine } from './plain-text.js'
import { lasting } from './reference.js'
import { needTerminal, runOptions, runSettings } from './run.options.js'
import type { HeldState } from './state.store.js'

const options = {
  again: { type: 'boolean' },
  ...runOptions,
} as const

/** Walks a learning module: at a terminal, or with answers from a file. It goes on where it was left. */
export const command: Command = async args => {
  const { values, positionals } = readArguments('learn', args, options, 1)
  const [reference = bundledModules[0]?.id ?? ''] = positionals
  if (values.json && values.answers === undefined)
    throw new UsageError(['--json goes with --answers; quizwright progress --json says where you are.'])
  if (values.answers === undefined) needTerminal('Learning', 'learn <module> --answers <file>')
  const { seed, plain } = runSettings(values)
  const defined = await openModule(reference, Date.now)
  const held = holdModule(defined.definition.module.id)
  try {
    if (values.again) held.setAside()
    const stored = readable(held)
    const way = resumed(defined, held, stored, seed)
    const save = () => held.save(storedFrom(defined, way, lasting(reference)))
    if (values.answers !== undefined) {
      const { learnByAnswers } = await import('./learn.answers.js')
      return await learnByAnswers(defined, way, { file: values.answers, json: values.json ?? false, save })
    }
    const { learnAtTerminal } = await import('./terminal/learn.js')
    return await learnAtTerminal({
      defined,
      way,
      save,
      isNew: stored === null,
      plain,
    })
  } finally {
    held.release()
  }
}

/** @throws UsageError when what is stored can't be read; it is left as it is. */
function readable(held: HeldState<StoredModule>): StoredModule | null {
  try {
    return held.read()
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError([...error.problems, 'With --again you start afresh, and it is kept.'])
  }
}

/** @throws UsageError when what is stored no longer fits the module; it is left as it is. */
function resumed(
  defined: DefinedModule,
  { file }: HeldState<StoredModule>,
  stored: StoredModule | null,
  seed: string | number | undefined,
): LearningModule {
  try {
    return createModule(defined, { restore: stored?.module ?? null, ...(seed !== undefined && { seed }) })
  } catch (error) {
    if (!(error instanceof SavedModuleError)) throw error
    throw new UsageError([
      safeLine(`What you have done of this module can't be gone on with. It is still in ${file}`),
      ...error.problems.map(({ message }) => safeLine(`- ${message}`)),
      'With --again you start afresh, and it is kept.',
    ])
  }
}

function storedFrom({ definition }: DefinedModule, way: LearningModule, reference: string): StoredModule {
  return {
    version: 1,
    reference,
    title: definition.module.title,
    savedAt: definition.now(),
    module: way.save(),
  }
}
