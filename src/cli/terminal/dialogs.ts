import type { OverviewEntry, Quiz, SummaryView } from '../../quiz/index.js'
import { safeLine } from '../plain-text.js'
import type { QuestionView } from './actions.js'
import type { Desk, Option } from './desk.js'
import { clip, counted } from './layout.js'
import { renderLine } from './markdown.js'
import { outcomes, sayRefusal } from './messages.js'
import { colourless as uncoloured } from './paint.js'
import type { Ending, Play } from './play.js'
import { timeLeft } from './question.text.js'
import { watchFor } from './watch.js'

/** Lets the learner choose while the clock runs: `gone` where the moment for it has passed. */
async function chooseInTime<Value>(
  { quiz, desk }: Play,
  message: string,
  options: readonly Option<Value>[],
  at?: Value,
): Promise<Value | 'gone' | null> {
  const watch = watchFor(quiz)
  const chosen = await desk.choose(message, options, {
    signal: watch.signal,
    ...(at !== undefined && { at }),
  })
  watch.stop()
  return watch.signal.aborted ? 'gone' : chosen
}

/** All questions, and a way to each that is open. */
export async function askOverview(play: Play): Promise<undefined> {
  const entries = play.quiz.getOverview()
  const options = entries.filter(({ open }) => open).map(entry => optionFor(play, entry))
  const current = entries.find(entry => entry.current)?.id
  const chosen = await chooseInTime(play, 'Go to question', options, current)
  if (chosen !== null && chosen !== 'gone' && chosen !== current) play.quiz.goTo(chosen)
  return undefined
}

function optionFor({ desk, seen, quiz }: Play, entry: OverviewEntry): Option<string> {
  const { width, paint } = desk.style()
  const stem = seen.get(entry.id)
  const plain = quiz.getView().quiz.text === 'plain'
  const text = stem === undefined ? '(not seen yet)' : renderLine(stem, { paint: uncoloured, plain })
  const number = `${entry.number}. `
  if (!paint.colours)
    return { value: entry.id, label: [`Question ${entry.number}: ${text}`, ...wordsFor(entry)].join(', ') }
  const signs = `${signFor(entry)}${entry.flagged ? ' ⚑' : ''} `
  return { value: entry.id, label: `${number}${signs}${clip(text, width - 16 - signs.length)}` }
}

/** What came of a question, in a sign: for a list that has little room. */
function signFor({ outcome, answered }: OverviewEntry): string {
  if (outcome !== null && outcome !== 'unanswered') return outcomes[outcome].sign
  return answered ? '■' : '·'
}

function wordsFor({ outcome, answered, skipped, flagged }: OverviewEntry): readonly string[] {
  const words = [
    outcome !== null && outcome !== 'unanswered' ? outcomes[outcome].word.toLowerCase() : '',
    outcome === null && answered ? 'answered' : '',
    skipped ? 'skipped' : '',
    flagged ? 'flagged' : '',
  ]
  return words.filter(word => word !== '')
}

/** Before handing in: what is open, and what to do about it. */
export async function askSummary(play: Play, view: SummaryView): Promise<Ending | undefined> {
  const { desk, quiz, now } = play
  play.shown = ''
  const { questions, refusal, can, time } = view
  const open = questions.filter(({ answered, outcome }) => !answered && outcome === null)
  const flagged = questions.filter(entry => entry.flagged)
  const lines = [
    `${view.progress.answered} of ${counted(view.progress.total, 'question')} answered`,
    open.length > 0 ? `Open: ${numbersOf(open)}` : '',
    flagged.length > 0 ? `Flagged: ${numbersOf(flagged)}` : '',
    timeLeft(view, now(), desk.style().paint),
    refusal === null ? '' : sayRefusal(refusal),
  ]
  desk.say(['Before you hand in', ...lines.filter(line => line !== '')].join('\n'), 'heading')
  const [first] = [...open, ...flagged].filter(entry => entry.open)
  const options: Option<'handIn' | 'first' | 'goTo' | 'leave'>[] = []
  if (can.handIn) options.push({ value: 'handIn', label: 'Hand in' })
  if (can.goTo && first && !time.overdue)
    options.push({ value: 'first', label: `Go to question ${first.number}` })
  if (can.goTo) options.push({ value: 'goTo', label: 'Look at a question' })
  options.push({ value: 'leave', label: 'Leave' })
  const chosen = await chooseInTime(play, 'What now?', options, open.length > 0 ? 'first' : 'handIn')
  if (chosen === 'gone') return undefined
  if (chosen === 'handIn') quiz.handIn()
  else if (chosen === 'first' && first) quiz.goTo(first.id)
  else if (chosen === 'goTo') return askOverview(play)
  else return askLeave(play)
  return undefined
}

function numbersOf(entries: readonly OverviewEntry[]): string {
  return entries.map(({ number }) => number).join(', ')
}

/** Whether to leave, and what becomes of the attempt. To be asked and say nothing keeps it. */
export async function askLeave(play: Play): Promise<Ending | undefined> {
  const { quiz } = play
  const { can, time } = quiz.getView()
  const clock = time.deadline === null ? '' : can.pause ? '; the time stands' : '; the time runs on'
  const chosen = await chooseInTime(play, 'Leave the quiz?', [
    {
      value: 'left',
      label: 'Save and leave',
      hint: `go on later${clock}`,
    },
    { value: 'stay', label: 'Go on' },
    { value: 'dropped', label: 'Drop this attempt' },
  ] as const)
  if (chosen === 'gone' || chosen === 'stay') return undefined
  if (chosen === 'dropped') return 'dropped'
  quiz.pause()
  return 'left'
}

/** How sure the learner is. */
export async function askCertainty(play: Play, view: QuestionView): Promise<undefined> {
  if (!view.certainty) return undefined
  const { levels, level } = view.certainty
  const options = Array.from({ length: levels }, (_, index) => ({
    value: index + 1,
    label: certaintyLabel(index, levels),
  }))
  const chosen = await chooseInTime(play, 'How sure are you?', options, level ?? 1)
  if (chosen !== null && chosen !== 'gone') play.quiz.certainty(chosen)
  return undefined
}

/** The lowest and the highest level in words, those between as numbers. */
function certaintyLabel(index: number, levels: number): string {
  if (index === 0) return '1 · a guess'
  return index === levels - 1 ? `${index + 1} · quite sure` : `${index + 1}`
}

/** Says that it was saved and how to come back, or why it could not be. */
export function sayKept(desk: Desk, quiz: Quiz, problem: string | null): void {
  if (problem !== null) desk.say(`The attempt could not be saved: ${safeLine(problem)}`, 'warning')
  else desk.say(`Saved. Start “${safeLine(quiz.getView().quiz.title)}” again to go on.`, 'end')
}
