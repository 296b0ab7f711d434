import type { BuiltInQuestion } from '../../interactions/index.js'
import { questionRule } from '../rule.js'
import { fold } from '../text.js'

/** Feedback that says no more than right or wrong. */
export const trivialFeedback = questionRule(
  {
    id: 'trivial-feedback',
    severity: 'warning',
    advice: 'The outcome is shown anyway. Say why it is so, and where to look.',
    from: 'Shute (2008) on formative feedback',
    bad: [
      { id: 'example', type: 'true-false', stem: 'Is it?', key: true, choiceFeedback: { true: 'Correct!' } },
    ],
    better: [
      {
        id: 'example',
        type: 'true-false',
        stem: 'Is it?',
        key: true,
        choiceFeedback: { true: 'Right: paragraph 1 says so.' },
      },
    ],
  },
  question => {
    const found = feedbackIn(question).find(
      ([, text]) =>
        text.length < 60 &&
        ([trivial, elsewhere].some(form => form.test(fold(text))) || !/[\p{L}\p{N}]/u.test(text)),
    )
    return found ? { field: found[0], message: `'${found[1]}' says no more than the outcome.` } : null
  },
)

interface Judged {
  readonly feedback?: string | undefined
}

/** What is said on one choice, item, gap or text, and in any case; what goes with an outcome may well name it. */
function feedbackIn(question: BuiltInQuestion): readonly (readonly [field: string, text: string])[] {
  const found: [string, string][] = []
  const add = (field: string, text: string | undefined) => text !== undefined && found.push([field, text])
  const addAll = (field: string, judged: readonly Judged[]) => {
    for (const [index, { feedback }] of judged.entries()) add(`${field}.${index}.feedback`, feedback)
  }
  add('feedback.general', question.feedback?.general)
  if ('choices' in question) addAll('choices', question.choices)
  if (question.type === 'categorization') addAll('items', question.items)
  if (question.type === 'short-answer' || question.type === 'numeric') addAll('key', question.key)
  if (question.type === 'true-false')
    for (const [claim, text] of Object.entries(question.choiceFeedback ?? {}))
      add(`choiceFeedback.${claim}`, text)
  if (question.type === 'cloze')
    for (const [index, gap] of question.gaps.entries())
      if (gap.type === 'choice') addAll(`gaps.${index}.choices`, gap.choices)
      else addAll(`gaps.${index}.key`, gap.key)
  return found
}

const trivial =
  /^(?:(?:yes|no|sorry|oops) )?(?:that(?:[’']?s| s| is) |this is |it is |you are |you re |your answer is )?(?:not )?(?:quite )?(?:the )?(?:correct|right|wrong|incorrect|yes|no|true|false|good|ok|great|perfect|excellent|exactly|bravo|congratulations|nice|super|awesome|close|almost)(?: (?:answer|job|work|choice|one|done|try))?$|^(?:(?:correct |right |yes )?well done|you got it|oops|n a|(?:please )?try again|sorry|try again|nope|yep|keep trying|bad luck|(?:sorry )?(?:wrong|incorrect) (?:please )?try again)$/

/** In German, French, Spanish, Polish, Russian and Ukrainian. */
const elsewhere =
  /^(?:(?:ja|nein|leider|oui|non|désolé|sí|no|tak|nie|да|нет|так|ні|на жаль|к сожалению) )?(?:das (?:ist|war) |c (?:est|était) |es |to |это |це )?(?:leider |nicht |sehr |très |muy |bardzo |абсолютно |зовсім |не )*(?:richtig|falsch|korrekt|gut|super|prima|toll|genau|gut gemacht|richtige antwort|falsche antwort|correct|correcte|incorrect|exact|exacte|inexact|juste|faux|bravo|bien|bien joué|bien hecho|(?:bonne|mauvaise) réponse|parfait|correcto|correcta|incorrecto|incorrecta|respuesta (?:in)?correcta|perfecto|falso|dobrze|źle|poprawnie|prawda|brawo|верно|неверно|правильно|неправильно|молодец|отлично|вірно|невірно|молодець|чудово|відмінно|(?:не)?правильна відповідь|(?:не)?правильный ответ)$/u
