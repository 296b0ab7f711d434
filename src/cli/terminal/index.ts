import { type Bank, createQuiz } from '../../index.js'
import {
  type FinishedView,
  type Quiz,
  type RulesInput,
  resolveRules,
  SavedAttemptError,
} from '../../quiz/index.js'
import { dataFolder } from '../data.folder.js'
import { safeLine } from '../plain-text.js'
import { lasting } from '../reference.js'
import { type AttemptStore, type FoundAttempt, openStore } from './attempts.store.js'
import type { Desk, Streams } from './desk.js'
import { sayKept } from './dialogs.js'
import { keepAttempt } from './keeper.js'
import { counted } from './layout.js'
import { renderText } from './markdown.js'
import { openDesk } from './open-desk.js'
import { playAttempt } from './play.js'
import { offerNext, showReport } from './report.js'
import { chooseBank, choosePreset, type OpenBank, offerToGoOn, type ShelvedBank } from './start.js'

export interface TerminalOptions {
  /** The banks to choose from. */
  readonly shelf: readonly ShelvedBank[]
  /** Opens a bank that was chosen, or that an attempt was saved of. */
  readonly open: OpenBank
  /** The bank that was asked for, and by what; chosen from the shelf when left out. */
  readonly bank?: { readonly reference: string; readonly bank: Bank } | undefined
  /** The rules that were asked for; chosen when left out. */
  readonly rules?: RulesInput | undefined
  /** Draws the same quiz again; for the first round alone. */
  readonly seed?: string | number | undefined
  /** Plain text, line by line: no colour, no cursor that moves. By the environment when left out. */
  readonly plain?: boolean | undefined
  /** Where attempts are saved; the platform's folder for data when left out. */
  readonly folder?: string | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
  readonly streams?: Streams | undefined
}

interface Sitting {
  readonly shelf: readonly ShelvedBank[]
  readonly open: OpenBank
  readonly now: () => number
  readonly desk: Desk
  readonly store: AttemptStore
}

/** A bank under rules, or an attempt to go on with. */
interface Round {
  readonly bank: Bank
  readonly reference: string
  readonly rules: RulesInput
  readonly seed?: string | number | undefined
  readonly found?: FoundAttempt
}

/** Plays quizzes with a learner at a terminal, until they have had enough. Gives the exit code. */
export async function playAtTerminal(options: TerminalOptions): Promise<number> {
  const { streams, now = Date.now } = options
  const desk = openDesk(options.plain, streams)
  const store = openStore(options.folder ?? dataFolder())
  const sitting = { desk, store, now, shelf: options.shelf, open: options.open }
  try {
    let round = await firstRound(sitting, options)
    while (round) round = await playRounds(sitting, round)
    return 0
  } finally {
    desk.close()
  }
}

async function firstRound(sitting: Sitting, { bank, rules, seed }: TerminalOptions): Promise<Round | null> {
  const { desk, store, now, open } = sitting
  const found = await offerToGoOn(desk, store, now(), bank?.bank)
  if (found === null) return null
  if (found !== 'afresh') {
    const { reference, attempt } = found
    const known = bank?.reference === reference ? bank.bank : await opened(desk, open, reference)
    return known ? { bank: known, reference, rules: attempt.rules, found } : freshRound(sitting)
  }
  return freshRound(sitting, { bank, rules, seed })
}

async function freshRound(
  { desk, shelf, open }: Sitting,
  { bank, rules, seed }: Pick<TerminalOptions, 'bank' | 'rules' | 'seed'> = {},
): Promise<Round | null> {
  const reference = bank?.reference ?? (await chooseBank(desk, shelf))
  if (reference === null) return null
  const known = bank?.bank ?? (await opened(desk, open, reference))
  const chosen = known && (rules ?? (await choosePreset(desk)))
  return known && chosen ? { bank: known, reference, rules: chosen, seed } : null
}

async function opened(desk: Desk, open: OpenBank, reference: string): Promise<Bank | null> {
  try {
    return await open(reference)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    desk.say(`“${safeLine(reference)}” can’t be opened: ${safeLine(message)}`, 'warning')
    return null
  }
}

/** Plays a round, and those that the learner has after it with the same bank. Gives what comes next. */
async function playRounds(sitting: Sitting, round: Round): Promise<Round | null> {
  const { desk, store, now } = sitting
  const quiz = startQuiz(sitting, round)
  if (!quiz) return freshRound(sitting, { bank: round })
  const rules = resolveRules(round.rules)
  let file = round.found?.file
  for (;;) {
    const { reference, bank } = round
    const keeper = keepAttempt(quiz, store, { reference: lasting(reference), title: bank.title, now, file })
    const ending = await playAttempt({ quiz, rules, desk, now, seen: new Map(), shown: '' })
    if (ending === 'left') sayKept(desk, quiz, keeper.flush())
    else keeper.forget()
    keeper.stop()
    if (ending === 'dropped') desk.say('Nothing was kept.', 'end')
    if (ending !== 'finished') return stopped(quiz)
    const view = quiz.getView() as FinishedView
    showReport(desk, bank, view)
    const next = await offerNext(desk, view, sitting.shelf.length > 1)
    if (next === 'bank') return freshRound(sitting)
    if (next === null) desk.say('Until next time.', 'end')
    if (next === null || !quiz.retake(next === 'missed' ? { only: 'missed' } : {})) return stopped(quiz)
    file = undefined
  }
}

function stopped(quiz: Quiz): null {
  quiz.stop()
  return null
}

function startQuiz({ desk, now }: Sitting, { bank, rules, seed, found }: Round): Quiz | null {
  const common = { now }
  if (!found) {
    introduce(desk, bank, rules)
    const quiz = createQuiz(bank, { ...common, rules, ...(seed !== undefined && { seed }) })
    quiz.start()
    return quiz
  }
  try {
    const quiz = createQuiz(bank, { ...common, restore: found.attempt })
    if (quiz.changed.length > 0)
      desk.say(
        `${counted(quiz.changed.length, 'question has', 'questions have')} changed since you left.`,
        'warning',
      )
    quiz.resume()
    return quiz
  } catch (error) {
    if (!(error instanceof SavedAttemptError)) throw error
    const problems = error.problems.map(({ message }) => `- ${safeLine(message)}`)
    const text = [
      'The saved attempt can’t be gone on with:',
      ...problems,
      'It was left as it is:',
      found.file,
    ]
    desk.say(text.join('\n'), 'warning')
    return null
  }
}

function introduce(desk: Desk, bank: Bank, rules: RulesInput): void {
  const { name, timeLimit, maxTries } = resolveRules(rules)
  const style = { ...desk.style(), plain: bank.text === 'plain' }
  const facts = [
    name,
    timeLimit === undefined ? '' : counted(Math.round(timeLimit / 60), 'minute'),
    maxTries > 1 ? `up to ${counted(maxTries, 'try', 'tries')} each` : '',
  ]
  const title = style.paint.strong(safeLine(bank.title))
  const line = style.paint.faint(facts.filter(fact => fact !== '').join(' · '))
  const description = bank.description ? `\n\n${renderText(bank.description, style)}` : ''
  desk.say(`${title}\n${line}${description}`, 'faint')
}
