import type { BuiltInQuestion } from '../../interactions/index.js'
import { questionRule } from '../rule.js'

/** Feedback that says the opposite of the key. */
export const feedbackContradicts = questionRule(
  {
    id: 'feedback-contradicts',
    severity: 'warning',
    advice: 'Either the key or the feedback is wrong. Compare both with the source.',
    from: 'found in practice',
    bad: [
      {
        id: 'example',
        type: 'single-choice',
        stem: 'Where was it?',
        choices: [
          { id: 'a', text: 'Vilnius' },
          { id: 'b', text: 'Riga', feedback: 'Correct: it was there.' },
          { id: 'c', text: 'Oslo' },
        ],
        key: 'a',
      },
    ],
    better: [
      {
        id: 'example',
        type: 'single-choice',
        stem: 'Where was it?',
        choices: [
          { id: 'a', text: 'Vilnius', feedback: 'Correct: it was there.' },
          { id: 'b', text: 'Riga' },
          { id: 'c', text: 'Oslo' },
        ],
        key: 'a',
      },
    ],
  },
  question => {
    const found = judgedBy(question).find(({ isRight, feedback }) =>
      (isRight ? [saysNo, saysNoElsewhere] : [saysYes, saysYesElsewhere]).some(form =>
        form.test(feedback.replace(/^[^\p{L}]+/u, '')),
      ),
    )
    return found
      ? { field: found.field, message: `The feedback on '${found.text}' says the opposite of the key.` }
      : null
  },
)

const saysNo =
  /^(?:no(?=[,.!:;]| ?[-–—])|nope\b|wrong\b(?! as)|incorrect\b|false(?=[,.!:;]| ?[-–—]|$)|not (?:quite|correct|right|true)\b|sorry\b|unfortunately not\b|try again\b|(?:that|this)(?: is|[’']s) (?:wrong|incorrect|not)|you(?: are|[’']re) (?:wrong|incorrect))/i
const saysYes =
  /^(?:(?:yes|true|right|perfect|exactly right|absolutely(?: right)?)(?=[,.!:;]| ?[-–—]|$)|correct(?! (?:answer|key|choice|is|would|\p{L}+,? but))(?!ly)|(?:correct|right) (?:answer|choice)(?=[,.!:;]| ?[-–—]|$)|exactly\b|well done\b|(?:good|great|nice) (?:job|work)\b|(?:that|this)(?: is|[’']s) (?:correct|right)(?! (?:but|only|if|for))|you(?: are|[’']re) (?:correct|right)(?! (?:but|only|if|for|that)))/iu

/** In German, French, Spanish, Polish, Russian and Ukrainian. */
const saysNoElsewhere =
  /^(?:leider (?:nicht|nein|falsch)|(?:das (?:ist|war) |c[’']est )?(?:nein|falsch|nicht richtig|nicht korrekt|non|faux|incorrecte?|inexacte?|mauvaise réponse|incorrecto|incorrecta|falso|nie|źle|неверно|неправильно|нет|невірно|ні)(?=[,.!:;]| ?[-–—]|$))/iu
const saysYesElsewhere =
  /^(?:das (?:ist|war) |c[’']est )?(?:ja|richtig|korrekt|genau|stimmt|gut gemacht|oui|exact|bravo|bonne réponse|bien joué|sí|correcto|correcta|muy bien|tak|dobrze|brawo|верно|правильно|да|вірно|так)(?=[,.!:;]| ?[-–—]|$)/iu

interface Judged {
  readonly isRight: boolean
  readonly text: string
  readonly feedback: string
  readonly field: string
}

/** What can be picked, whether it is right, and what is said on it. */
function judgedBy(question: BuiltInQuestion): readonly Judged[] {
  if (question.type === 'true-false')
    return (['true', 'false'] as const).map(text => ({
      isRight: String(question.key) === text,
      text,
      feedback: question.choiceFeedback?.[text] ?? '',
      field: `choiceFeedback.${text}`,
    }))
  if (question.type !== 'single-choice' && question.type !== 'multiple-response') return []
  const keys = new Set([question.key].flat())
  return question.choices.map(({ id, text, feedback = '' }, index) => ({
    isRight: keys.has(id),
    text,
    feedback,
    field: `choices.${index}.feedback`,
  }))
}
