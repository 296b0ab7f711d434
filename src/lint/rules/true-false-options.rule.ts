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
  ({ choices }) =>
    choices.filter(text => /^(?:true|false|yes|no|wahr|falsch|ja|nein|vrai|faux|oui|non)$/.test(fold(text)))
      .length >= 2
      ? 'The choices are true and false, or yes and no.'
      : null,
)
