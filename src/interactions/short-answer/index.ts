import type * as z from 'zod/mini'
import { markMapping, matchText, normalizer, solveText } from '../../marking/index.js'
import { type Data, defineInteraction, type Marks } from '../../question/index.js'
import type { shortAnswerSchema } from './short-answer.schema.js'

export type ShortAnswerQuestion = Data<z.infer<typeof shortAnswerSchema>>
export type ShortAnswerMarking = NonNullable<ShortAnswerQuestion['marking']>

export interface ShortAnswerPresentation {
  readonly type: 'short-answer'
}

/** Longer than any short answer; what is compared stays small. */
const longest = 1000

/** A few words, typed. The response is text. */
export const shortAnswer = defineInteraction<
  ShortAnswerQuestion,
  string,
  ShortAnswerMarking,
  ShortAnswerPresentation
>({
  type: 'short-answer',
  marking: { rule: 'first-match' },
  read(_, response) {
    if (response === null || response === undefined) return { status: 'unanswered', response: null }
    if (typeof response !== 'string') return { status: 'invalid', code: 'not-a-text' }
    if (response.length > longest) return { status: 'invalid', code: 'too-long' }
    if (!/\S/.test(response)) return { status: 'unanswered', response: null }
    return { status: 'answered', response, complete: true }
  },
  score: (question, response, marking) =>
    marking.rule === 'map' ? byMap(question, response, marking) : byKey(question, response),
  solve: ({ key, marking, match, language }) =>
    marking?.rule === 'map' ? mostWorth(marking.map) : solveText(key, match, language),
  lists: () => [],
  present: () => ({ type: 'short-answer' }),
  describe: (_, response) => response,
  feedback({ key }, _, { parts }) {
    const { id, accepted } = parts[0] ?? {}
    const text = accepted === undefined ? undefined : key[accepted]?.feedback
    return id === undefined || text === undefined ? {} : { [id]: text }
  },
})

function byKey({ key, match, language }: ShortAnswerQuestion, response: string | null): Marks {
  const found = response === null ? null : matchText(key, match, language, response)
  const fraction = found ? (key[found.accepted]?.fraction ?? 1) : 0
  const outcome =
    response === null ? 'unanswered' : fraction >= 1 ? 'correct' : fraction > 0 ? 'partial' : 'incorrect'
  return {
    fraction,
    lowest: 0,
    highest: 1,
    parts: [
      {
        id: 'text',
        outcome,
        earned: fraction,
        possible: 1,
        reason:
          response === null
            ? 'missed'
            : !found
              ? 'not-accepted'
              : found.typos > 0
                ? 'accepted-with-typos'
                : 'accepted',
        ...(found && { accepted: found.accepted }),
      },
    ],
    trace: [{ step: 'rule', rule: 'first-match', fraction, figures: { typos: found?.typos ?? 0 } }],
  }
}

/** By the letter; where the question says what counts, the text that is worth the most of those that are then the same. */
function byMap(
  { match, language }: ShortAnswerQuestion,
  response: string | null,
  marking: ShortAnswerMarking & { readonly rule: 'map' },
): Marks {
  const upper = marking.upper ?? Math.max(...Object.values(marking.map), marking.default ?? 0)
  const normalize = normalizer(match ?? { case: true }, language)
  return markMapping({ ...marking, upper }, response === null ? null : [response], value => {
    const given = normalize(value)
    const same = Object.entries(marking.map).filter(([text]) => normalize(text) === given)
    return same.length > 0 ? Math.max(...same.map(([, worth]) => worth)) : undefined
  })
}

function mostWorth(map: { readonly [text: string]: number }): string {
  const [first] = Object.entries(map).sort(([, one], [, other]) => other - one)
  return first?.[0] ?? ''
}
