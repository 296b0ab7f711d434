import { type Bank, type PresetName, presets } from '../index.js'
import { bundledBanks } from '../questions/index.js'
import { minutesFor, openBank } from './banks.js'
import { type Command, readArguments, UsageError } from './command.js'
import { namedAmong } from './named.js'
import { referenceTo } from './reference.js'
import { needTerminal, runOptions, runSettings } from './run.options.js'
// Not on demand: one import after another would keep the first question waiting.
import { playAtTerminal } from './terminal/index.js'

const options = {
  rules: { type: 'string' },
  ...runOptions,
  translation: { type: 'string' },
} as const

/** Plays a quiz: at a terminal, or with answers from a file. */
export const command: Command = async args => {
  const { values, positionals } = readArguments('play', args, options, Number.POSITIVE_INFINITY)
  if (values.translation !== undefined && positionals.length === 0)
    throw new UsageError([
      '--translation goes with a bank: quizwright play rivers.yaml --translation rivers.de.yaml',
    ])
  const reference = positionals.length === 0 ? undefined : referenceTo(positionals, values.translation)
  const rules = values.rules === undefined ? undefined : presetNamed(values.rules)
  const { seed, plain } = runSettings(values)
  if (values.answers !== undefined) {
    if (reference === undefined)
      throw new UsageError(['--answers needs a bank: quizwright play positions --answers …'])
    const { playAnswers } = await import('./play.answers.js')
    return playAnswers(await openBank(reference), values.answers, { rules, seed, json: values.json ?? false })
  }
  if (values.json) throw new UsageError(['--json goes with --answers; at a terminal there is a report.'])
  needTerminal('Playing', 'play <bank> --answers <file> --json')
  const bank: Bank | undefined = reference === undefined ? undefined : await openBank(reference)
  return playAtTerminal({
    shelf: bundledBanks.map(one => ({
      reference: one.id,
      title: one.title,
      questions: one.questions.length,
      minutes: minutesFor(one),
    })),
    open: openBank,
    bank: bank && reference !== undefined ? { reference, bank } : undefined,
    rules,
    seed,
    plain,
  })
}

function presetNamed(name: string): PresetName {
  return namedAmong('There are no rules', name, Object.keys(presets) as PresetName[])
}
