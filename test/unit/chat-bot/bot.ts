import {
  type Bank,
  type BuiltInKind,
  type BuiltInPresentation,
  createQuiz,
  type Json,
  type Quiz,
  type QuizOptions,
  type QuizView,
  type SavedAttempt,
} from '../../../src/index.js'
import { english } from '../../../src/results/index.js'

/** A question as a message, and a message as a response. */
interface Row<P> {
  say(question: P): string
  read(question: P, message: string): Json
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
const listed = (entries: readonly { readonly text: string }[], marks = letters) =>
  entries.map(({ text }, index) => `${marks[index]}) ${text}`).join('\n')

/** `c a, b` as ids of the entries that have these letters; what is no letter stays, for the quiz to refuse. */
const picked = (entries: readonly { readonly id: string }[], message: string, marks = letters) =>
  [...message.toLowerCase().matchAll(/\w/g)].map(([mark]) => entries[marks.indexOf(mark)]?.id ?? mark)

/** `1b 2a` as pairs of ids. */
const paired = (
  numbered: readonly { readonly id: string }[],
  lettered: readonly { readonly id: string }[],
  message: string,
) =>
  Object.fromEntries(
    [...message.toLowerCase().matchAll(/(\d)\s*([a-z])/g)].map(([, digit = '', letter = '']) => [
      picked(numbered, digit, '123456789')[0],
      picked(lettered, letter)[0] ?? letter,
    ]),
  )

const kinds: { readonly [K in BuiltInKind]: Row<Extract<BuiltInPresentation, { readonly type: K }>> } = {
  'single-choice': {
    say: ({ choices }) => listed(choices),
    read: ({ choices }, message) => picked(choices, message)[0] ?? null,
  },
  'multiple-response': {
    say: ({ choices }) => listed(choices),
    read: ({ choices }, message) => picked(choices, message),
  },
  'true-false': {
    say: () => 'true or false?',
    read: (_, message) => ({ true: true, false: false })[message.toLowerCase()] ?? message,
  },
  'short-answer': { say: () => 'Write it.', read: (_, message) => message },
  numeric: {
    say: ({ units }) => `Write a number${units.length > 0 ? ` in ${units.join(' or ')}` : ''}.`,
    read: (_, message) => message,
  },
  ordering: {
    say: ({ items }) => `${listed(items)}\nAll letters in order.`,
    read: ({ items }, message) => picked(items, message),
  },
  matching: {
    say: ({ prompts, choices }) => `${listed(prompts, '123456789')}\n${listed(choices)}\nLike 1a 2b.`,
    read: ({ prompts, choices }, message) => paired(prompts, choices, message),
  },
  categorization: {
    say: ({ items, categories }) => `${listed(items, '123456789')}\n${listed(categories)}\nLike 1a 2b.`,
    read: ({ items, categories }, message) => paired(items, categories, message),
  },
  cloze: {
    say: ({ segments }) =>
      segments
        .map(segment => {
          if ('text' in segment) return segment.text
          return segment.choices ? `[${segment.choices.map(({ text }) => text).join(' / ')}]` : '[…]'
        })
        .join(''),
    read({ segments }, message) {
      const given = message.split(';').map(text => text.trim())
      const gaps = segments.filter(segment => 'gap' in segment)
      return Object.fromEntries(
        gaps.map(({ gap, choices }, index) => {
          const text = given[index] ?? ''
          return [gap, choices?.find(choice => choice.text === text)?.id ?? text]
        }),
      )
    },
  },
  'hot-text': {
    say: ({ segments }) => segments.map(({ id, text }) => (id === null ? text : `[${id}: ${text}]`)).join(''),
    read: (_, message) => message.split(/\s+/),
  },
  essay: { say: () => 'Write a few sentences.', read: (_, message) => message },
}

/** The row of a kind, for any presentation: TypeScript can't see that both are of one kind. */
const rowOf = (question: BuiltInPresentation) => kinds[question.type] as Row<BuiltInPresentation>

const words: { readonly [message: string]: (quiz: Quiz) => boolean } = {
  start: quiz => quiz.start(),
  hint: quiz => quiz.hint(),
  skip: quiz => quiz.skip() || quiz.next(),
  next: quiz => quiz.next(),
  'hand in': quiz => quiz.handIn() || (quiz.finish() && quiz.handIn()),
  pause: quiz => quiz.pause(),
  resume: quiz => quiz.resume(),
}

/**
 * Takes a message of a learner. Between messages nothing lives but the saved attempt, as on a server that talks
 * with many.
 */
export function hear(
  bank: Bank,
  saved: SavedAttempt | null,
  message: string,
  options: QuizOptions = {},
): { readonly saved: SavedAttempt; readonly reply: string } {
  const quiz = createQuiz(bank, { ...options, restore: saved })
  const view = quiz.getView()
  const command = words[message.toLowerCase()]
  let refusal = ''
  if (command) {
    if (!command(quiz)) refusal = 'That can’t be done now.\n'
  } else if (view.phase === 'feedback' || view.phase === 'answering') {
    if (view.phase === 'feedback') quiz.tryAgain()
    const question = view.question as BuiltInPresentation & typeof view.question
    quiz.respond(rowOf(question).read(question, message))
    const { problem } = quiz.getView() as { readonly problem: keyof typeof english.problems | null }
    if (problem !== null) refusal = `${english.problems[problem]}\n`
    else quiz.submit()
  }
  const reply = refusal + describe(quiz.getView())
  quiz.stop()
  return { saved: quiz.save(), reply }
}

function describe(view: QuizView): string {
  switch (view.phase) {
    case 'ready':
      return `${view.quiz.title}: ${view.about.questions} questions. Say start.`
    case 'answering': {
      const question = view.question as BuiltInPresentation & typeof view.question
      const { number, total } = view.progress
      return [`${number} of ${total}: ${question.stem}`, rowOf(question).say(question), ...view.hints].join(
        '\n',
      )
    }
    case 'feedback': {
      const { outcome, feedback, feedbackOn, solution } = view.review ?? {}
      const told = [...(feedback ?? []), ...Object.values(feedbackOn ?? {}), solution?.text ?? '']
      return [
        outcome && english.outcomes[outcome],
        ...told,
        view.can.tryAgain ? 'Try again, or say next.' : 'Say next.',
      ]
        .filter(Boolean)
        .join('\n')
    }
    case 'summary':
      return `${view.questions.filter(({ answered }) => !answered).length} open. Say hand in.`
    case 'finished': {
      const { score, pending } = view.result
      return `${score?.raw} of ${score?.max} points.${pending ? ' A person will mark the rest.' : ''}`
    }
    default:
      return view.phase
  }
}
