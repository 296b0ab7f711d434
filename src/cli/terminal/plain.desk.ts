import { createInterface } from 'node:readline'
import type { Json } from '../../index.js'
import { type Action, actionsFor, doInPlace, enterAt, type QuestionView } from './actions.js'
import type { Asked, ChooseSettings, Desk, Option, Streams } from './desk.js'
import { linesFor } from './kinds.js'
import { hang, wrap } from './layout.js'
import { renderText } from './markdown.js'
import { colourless as paint } from './paint.js'
import type { Decision } from './question.prompt.js'
import { timeLeft } from './question.text.js'

/** Said instead of a line: the input has ended or was interrupted, or the moment has passed. */
const interrupted = Symbol('interrupted')
const gone = Symbol('gone')
type Typed = string | typeof interrupted | typeof gone

/** A desk for lines: no colour, no cursor; each prompt is a line, each answer is one. */
export function openPlainDesk({ input, output }: Streams): Desk {
  const width = () => Math.min(output.columns || 80, 100)
  const lines = readLines(input)
  const say = (text: string) => void output.write(`${text}\n\n`)
  const line = async (ask: string, signal?: AbortSignal): Promise<Typed> => {
    output.write(`${wrap(`${ask}: `, width()).join('\n')} `)
    const typed = await lines.next(signal)
    if (typeof typed !== 'string') output.write('\n')
    return typed
  }
  return {
    style: () => ({ paint, width: width() }),
    // Who reads line by line scrolls, or hears it.
    lines: () => Number.POSITIVE_INFINITY,
    say,
    ask: asked => askInLines(asked, { say, line, width }),
    async choose<Value>(
      message: string,
      options: readonly Option<Value>[],
      { signal }: ChooseSettings<Value> = {},
    ) {
      const listed = options.map(({ label, hint }, index) =>
        hang(`${index + 1}. `, `${label}${hint ? ` (${hint})` : ''}`, width()),
      )
      say([message, ...listed].join('\n'))
      for (;;) {
        const typed = await line(`Number, 1 to ${options.length}`, signal)
        if (typeof typed !== 'string') return null
        const option = options[Number(typed.trim() || Number.NaN) - 1]
        if (option) return option.value
        say(`Give a number from 1 to ${options.length}.`)
      }
    },
    close: () => lines.close(),
  }
}

interface Voice {
  readonly say: (text: string) => void
  readonly line: (ask: string, signal?: AbortSignal) => Promise<Typed>
  readonly width: () => number
}

async function askInLines(asked: Asked, voice: Voice): Promise<Decision | 'gone'> {
  const { quiz, view, signal } = asked
  const current = () => quiz.getView() as QuestionView
  const dialogue = dialogueOf(asked, voice)
  if (dialogue.list !== '') voice.say(dialogue.list)
  const left = timeLeft(view, asked.now(), paint)
  if (left !== '') voice.say(left)
  voice.say(`${sayEnter(asked)}${sayCommands(actionsFor(view), voice.width())}`)
  let step = 0
  /** Several steps go on from what was given before; one line gives the whole anew. */
  const before = () => (dialogue.steps.length > 1 ? current().response : null)
  let soFar: Json = before()
  for (;;) {
    const here = dialogue.steps[step]
    const typed = await voice.line(here?.ask ?? 'Command', signal)
    if (typed === gone) return 'gone'
    if (typed === interrupted) return 'interrupt'
    const action = actionIn(typed, actionsFor(current()))
    if (action === 'unknown') voice.say(sayCommands(actionsFor(current()), voice.width()))
    else if (action) {
      if (!doInPlace(quiz, action.name)) return action.name as Decision
      voice.say(sayDone(action.name, current(), voice.width()))
    } else {
      const given = here && (typed !== '' || dialogue.steps.length > 1)
      if (given) {
        const text = here.many ? await restOf(typed, voice, signal) : typed
        const reading = here.read(unescaped(text), soFar)
        if ('problem' in reading) {
          voice.say(reading.problem)
          continue
        }
        soFar = reading.response
        step++
        if (soFar === null) quiz.clear()
        else quiz.respond(soFar)
        if (step < dialogue.steps.length) continue
      }
      const enter = enterAt(current())
      if ('command' in enter) return enter.command
      voice.say(enter.refusal)
      step = 0
      soFar = before()
    }
  }
}

function dialogueOf({ view }: Asked, voice: Voice) {
  if (view.phase === 'feedback' || !view.can.respond) return { list: '', steps: [] }
  return linesFor(view.question, { paint, width: voice.width(), plain: view.quiz.text === 'plain' })
}

/** The lines after the first, up to a full stop alone. */
async function restOf(first: string, { line }: Voice, signal: AbortSignal): Promise<string> {
  const lines = [first]
  for (;;) {
    const typed = await line('', signal)
    if (typeof typed !== 'string' || typed.trim() === '.') return lines.join('\n')
    lines.push(typed)
  }
}

function sayEnter({ view, enterWord }: Asked): string {
  if (view.phase === 'feedback' || !view.can.respond) return `An empty line: ${enterWord}.\n`
  return view.response === null ? '' : 'An empty line keeps what you gave.\n'
}

function sayCommands(actions: readonly Action[], width: number): string {
  const words = actions.map(({ word }) => `/${word.split(' ')[0]}`)
  return wrap(`Commands: ${words.join(' ')}`, width).join('\n')
}

/** The command that a line starting with `/` gives; two slashes stand for one. Its first letters will do. */
function actionIn(line: string, actions: readonly Action[]): Action | 'unknown' | null {
  const typed = line.trim().toLowerCase()
  if (!typed.startsWith('/') || typed.startsWith('//')) return null
  const name = typed.slice(1)
  if (name === '') return 'unknown'
  return actions.find(({ key, word }) => name === key || word.startsWith(name)) ?? 'unknown'
}

function unescaped(line: string): string {
  return line.startsWith('//') ? line.slice(1) : line
}

function sayDone(name: string, view: QuestionView, width: number): string {
  const plain = view.quiz.text === 'plain'
  if (name === 'hint') return renderText(`Hint: ${view.hints.at(-1) ?? ''}`, { paint, width, plain })
  if (name === 'flag') return view.flagged ? 'Flagged.' : 'The flag is off.'
  return 'The response was taken back.'
}

/** Lines as they come, those typed ahead kept in order. */
function readLines(input: NodeJS.ReadStream) {
  const typed: string[] = []
  let ended = false
  let waiting: ((line: Typed) => void) | null = null
  const give = (line: Typed) => {
    const taker = waiting
    waiting = null
    if (taker) taker(line)
    else if (typeof line === 'string') typed.push(line)
  }
  const reader = createInterface({ input, terminal: false })
  const interrupt = () => give(interrupted)
  reader.on('line', give)
  reader.on('close', () => {
    ended = true
    interrupt()
  })
  process.on('SIGINT', interrupt)
  return {
    next(signal?: AbortSignal): Promise<Typed> {
      const ready = typed.shift()
      if (ready !== undefined) return Promise.resolve(ready)
      if (signal?.aborted) return Promise.resolve(gone)
      if (ended) return Promise.resolve(interrupted)
      return new Promise(resolve => {
        const pass = () => give(gone)
        signal?.addEventListener('abort', pass, { once: true })
        waiting = line => {
          signal?.removeEventListener('abort', pass)
          resolve(line)
        }
      })
    },
    close() {
      process.off('SIGINT', interrupt)
      reader.close()
    },
  }
}
