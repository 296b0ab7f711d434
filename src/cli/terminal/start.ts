import type { Bank } from '../../index.js'
import { type PresetName, presets, type RulesInput } from '../../quiz/index.js'
import { safeLine } from '../plain-text.js'
import type { AttemptStore, FoundAttempt } from './attempts.store.js'
import type { Desk, Option } from './desk.js'
import { counted } from './layout.js'

/** A bank to choose: what a list says of it. */
export interface ShelvedBank {
  /** What it is opened by. */
  readonly reference: string
  readonly title: string
  readonly questions: number
  readonly minutes?: number | null
}

/** Opens a bank by the id of a bundled one, or a path. */
export type OpenBank = (reference: string) => Promise<Bank>

/** Offers to go on with what was saved. `afresh` where there is nothing, or it is not wanted; null to quit. */
export async function offerToGoOn(
  desk: Desk,
  store: AttemptStore,
  now: number,
  only?: Bank,
): Promise<FoundAttempt | 'afresh' | null> {
  const { attempts, damaged } = store.list()
  for (const file of damaged)
    desk.say(`A saved attempt can’t be read. It was left as it is:\n${safeLine(file)}`, 'warning')
  const fitting = attempts.filter(({ attempt }) => only === undefined || attempt.bank === only.id)
  if (fitting.length === 0) return 'afresh'
  const options: Option<FoundAttempt | 'afresh'>[] = fitting.map(found => ({
    value: found,
    label: `Go on with “${safeLine(found.title)}”`,
    hint: `${safeLine(found.attempt.rules.name)}, ${found.progress.answered} of ${found.progress.total} answered, ${ago(now - found.savedAt)}`,
  }))
  options.push({ value: 'afresh', label: 'Start afresh' })
  return desk.choose('Welcome back', options)
}

/** How long ago, in the largest unit that fits. */
function ago(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000))
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${counted(minutes, 'minute')} ago`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${counted(hours, 'hour')} ago` : `${counted(Math.round(hours / 24), 'day')} ago`
}

export async function chooseBank(desk: Desk, shelf: readonly ShelvedBank[]): Promise<string | null> {
  if (shelf.length === 1) return shelf[0]?.reference ?? null
  return desk.choose(
    'Which bank?',
    shelf.map(({ reference, title, questions, minutes }) => ({
      value: reference,
      label: safeLine(title),
      hint: `${counted(questions, 'question')}${minutes ? `, about ${counted(minutes, 'minute')}` : ''}`,
    })),
  )
}

/** What each preset is like, for a learner. */
const like: { readonly [Name in PresetName]: { readonly label: string; readonly hint: string } } = {
  practice: { label: 'Practice', hint: 'hints, several tries, feedback at once' },
  exam: { label: 'Exam', hint: 'an hour at most, feedback at the end' },
  checkpoint: { label: 'Checkpoint', hint: 'one try each, feedback at once, no way back' },
}

export function choosePreset(desk: Desk): Promise<RulesInput | null> {
  const names = Object.keys(presets) as PresetName[]
  return desk.choose(
    'How would you like to play?',
    names.map(name => ({ value: name, ...like[name] })),
  )
}
