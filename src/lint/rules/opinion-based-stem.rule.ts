import { pick, questionRule } from '../rule.js'

/** A judgement that nobody is named for. */
export const opinionBasedStem = questionRule(
  {
    id: 'opinion-based-stem',
    severity: 'info',
    english: true,
    advice: 'What is best is a view. Say whose: according to …',
    from: 'Haladyna, Downing & Rodriguez (2002), guideline 6',
    bad: [pick('What is the best way to end it?', '*Talks', 'A vote', 'A court')],
    better: [pick('According to Duda, what is the best way to end it?', '*Talks', 'A vote', 'A court')],
  },
  ({ stem }) =>
    /\b(?:best|worst|most important|should|ought)\b/i.test(stem) &&
    !/\b(?:according to|by (?:the|an?|its|\w+'s)|says?|said|wants?|wanted|asked|held|account|view|think|believes?)\b|['‘“]/i.test(
      stem,
    )
      ? { field: 'stem', message: 'It asks for a judgement, and names nobody whose it is.' }
      : null,
)
