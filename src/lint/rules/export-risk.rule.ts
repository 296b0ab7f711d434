import { pick, questionRule } from '../rule.js'

/** A text that another system would misread. */
export const exportRisk = questionRule(
  {
    id: 'export-risk',
    severity: 'info',
    advice: 'Begin the stem otherwise, where the bank goes to Moodle as Aiken.',
    from: "Moodle's Aiken importer",
    bad: [pick('A. Duda wrote to whom?', '*Burns', 'Scholz', 'Blair')],
    better: [pick('To whom did A. Duda write?', '*Burns', 'Scholz', 'Blair')],
  },
  ({ type, stem }) =>
    type === 'single-choice' && /^(?:[A-Z][).]|ANSWER:)/.test(stem)
      ? { field: 'stem', message: 'Aiken takes this beginning for a choice.' }
      : null,
)
