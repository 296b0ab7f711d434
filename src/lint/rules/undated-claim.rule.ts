import { pick, questionRule } from '../rule.js'

/** An office, a record or a state of things that may have changed, without its date. */
export const undatedClaim = questionRule(
  {
    id: 'undated-claim',
    severity: 'info',
    english: true,
    advice: 'Offices change hands, and records fall. Say when it was so.',
    from: 'banks of news that aged',
    bad: [pick('Who is now the director of the agency?', '*Burns', 'Duda', 'Scholz')],
    better: [pick('Who was the director of the agency in April 2023?', '*Burns', 'Duda', 'Scholz')],
  },
  ({ stem }) =>
    (office.test(stem) || state.test(stem)) && !/\b(?:1\d|20)\d\d\b/.test(stem)
      ? { field: 'stem', message: 'It tells of what may have changed, without a date.' }
      : null,
)

/** Somebody who holds an office; not one who held it, nor the powers of the office itself. */
const office =
  /^\W*who (?:leads|heads|chairs|runs|governs) |\b(?:is|are)(?: (?:now|the|current|its|their|new|prime|vice|first|\w+['’]s)){1,4} (?:head of (?:state|government)|chief executive|president|minister|director|secretary(?:[ -]general)?|ambassador|leader|chair(?:man|woman|person)?|chancellor|king|queen|pope|ceo|mayor|governor|champion)\b/i

const state =
  /\b(?:the (?:current|present|latest|newest|reigning|incumbent)|is now|are now|to date|as of now|still the|world record|(?:largest|tallest|richest|fastest|oldest|biggest) \w+ in the world|the world[’']s (?:largest|tallest|richest|fastest|oldest|biggest)|the population of)\b/i
