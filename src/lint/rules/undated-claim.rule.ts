import { pick, questionRule } from '../rule.js'

/** An office or a state of things that may have changed, without its date. */
export const undatedClaim = questionRule(
  {
    id: 'undated-claim',
    severity: 'info',
    english: true,
    advice: 'Offices change hands. Say when it was so.',
    from: 'banks of news that aged',
    bad: [pick('Who is now the director of the agency?', '*Burns', 'Duda', 'Scholz')],
    better: [pick('Who was the director of the agency in April 2023?', '*Burns', 'Duda', 'Scholz')],
  },
  ({ stem }) =>
    /\b(?:is|are|has)\b(?: \w+){0,3} (?:president|minister|director|secretary|ambassador|leader|head|chair|chancellor|king|queen)\b/i.test(
      stem,
    ) && !/\b(?:1[0-9]|20)\d\d\b/.test(stem)
      ? { field: 'stem', message: 'It tells of an office without a date.' }
      : null,
)
