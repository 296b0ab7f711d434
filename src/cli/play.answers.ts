import { readFile } from 'node:fs/promises'
import { text as readAll } from 'node:stream/consumers'
import { didYouMean } from '../bank/index.js'
import { type Bank, createQuiz, type PresetName, type Quiz, type QuizResult } from '../index.js'
import { english } from '../results/index.js'
import { UsageError } from './command.js'
import { safeLine } from './plain-text.js'

interface AnswerOptions {
  readonly rules: PresetName | undefined
  readonly seed: string | number | undefined
  readonly json: boolean
}

/** Plays a quiz with the responses of a file, one try at each question, and prints what it came to. */
export async function playAnswers(
  bank: Bank,
  file: string,
  { rules, seed, json }: AnswerOptions,
): Promise<number> {
  const answers = await readAnswers(bank, file)
  // One moment for all of it, so that no limit can pass; and every question may be left out.
  const now = Date.now()
  const quiz = createQuiz(bank, {
    rules: { preset: rules ?? 'exam', skip: true, incomplete: true },
    now: () => now,
    ...(seed !== undefined && { seed }),
  })
  playThrough(quiz, answers)
  quiz.stop()
  const result = quiz.getResult()
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : asText(bank, result))
  return 0
}

export type Answers = ReadonlyMap<string, unknown>

/** @throws UsageError when it can't be read, is no JSON object, or names questions that the bank lacks. */
export async function readAnswers({ id: bankId, questions }: Bank, file: string): Promise<Answers> {
  const name = file === '-' ? 'standard input' : file
  const text = await (file === '-' ? readAll(process.stdin) : readFile(file, 'utf8')).catch(
    (error: Error) => {
      throw new UsageError([`${name} can't be read: ${error.message}`])
    },
  )
  const answers = parseJson(name, text)
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers))
    throw new UsageError([`${name} holds no answers: it must be a JSON object, { "question id": response }.`])
  const ids = questions.map(({ id }) => id)
  const unknown = Object.keys(answers).filter(id => !ids.includes(id))
  if (unknown.length === 0) return new Map(Object.entries(answers))
  throw new UsageError(
    unknown.map(id =>
      safeLine(`${name}: the bank '${bankId}' has no question '${id}'.${didYouMean(id, ids)}`),
    ),
  )
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError([safeLine(`${name} is no JSON: ${(error as Error).message}`)])
  }
}

/** Answers what there is an answer to, passes by the rest, and hands in. */
export function playThrough(quiz: Quiz, answers: Answers): void {
  const seen = new Set<string>()
  quiz.start()
  for (;;) {
    const view = quiz.getView()
    if (view.phase === 'answering' && !seen.has(view.question.id)) {
      seen.add(view.question.id)
      if (answers.has(view.question.id)) quiz.respond(answers.get(view.question.id))
      const moved = quiz.submit() || quiz.next() || quiz.skip()
      if (!moved) return
    } else if (!quiz.next() && !quiz.skip() && !quiz.finish() && !quiz.handIn()) return
  }
}

function asText({ title }: Bank, { score, questions }: QuizResult): string {
  const points = (one: { readonly raw: number; readonly max: number } | null) =>
    one ? `${Number(one.raw.toFixed(2))} of ${Number(one.max.toFixed(2))}` : '–'
  const lines = questions.map(
    ({ id, outcome, score: one }) => `  ${points(one)}  ${id}: ${english.outcomes[outcome ?? 'pending']}`,
  )
  return `${safeLine(title)}: ${points(score)} points\n${lines.join('\n')}\n`
}
