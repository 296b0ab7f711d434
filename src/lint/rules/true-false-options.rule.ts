import { itemRule, pick } from '../rule.js'
import { fold } from '../text.js'

/** 'True' and 'false' among the choices. */
export const trueFalseOptions = itemRule(
  {
    id: 'true-false-options',
    severity: 'warning',
    advice: 'A claim to be judged is a kind of its own: true-false.',
    from: 'SAQUET item-writing flaws (Moore et al. 2023)',
    bad: [pick('Is the claim about the summit true?', '*True', 'False', 'Yes', 'No')],
    better: [pick('What does the claim about the summit leave out?', '*The place', 'The month', 'The host')],
  },
  ({ choices }) => (areJudgements(choices) ? 'The choices are true and false, or yes and no.' : null),
)

/** Whether choices judge a claim: a fault that other rules need not tell of as well. */
export const areJudgements = (choices: readonly string[]) =>
  choices.filter(text => judgements.has(fold(text))).length >= 2

/** In the languages that are met most. */
const judgements = /* @__PURE__ */ new Set(
  'true false yes no wahr richtig falsch ja nein vrai faux oui non verdadero falso sí vero sì verdadeiro sim não waar onwaar nee sant falskt nej prawda fałsz tak nie правда ложь верно неверно да нет неправда правильно неправильно так ні 正しい 正しくない はい いいえ 正 誤 对 错 對 錯 是 否 正确 错误 正確 錯誤 صحيح خطأ نعم لا'.split(
    ' ',
  ),
)
