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
    asksForOwn.test(stem) ||
    (judgement.test(stem) &&
      !/\b(?:according to|by (?:the|an?|its|\w+'s)|says?|said|wants?|wanted|asked|held|account|view|think|believes?)\b|['‘“]/i.test(
        stem,
      ))
      ? { field: 'stem', message: 'It asks for a judgement, and names nobody whose it is.' }
      : null,
)

/** The best of several descriptions is no matter of taste, nor is a next step that a profession has agreed on, or what the rules of the road
 * ask of you. */
const judgement =
  /(?<!\bat )\b(?:best|worst)\b(?![ -](?:describe|explain|summari[sz]e|define|represent|characteri[sz]e|match|fit|illustrate|complete|reflect|capture|express|answer|known|selling|seller|next|initial|first|practi[cs]e|option|choice|response|estimate|approximat|support|account))|\bmost (?:important|beautiful|interesting|exciting|convincing)\b|(?<!\b(?:you|I|one) )\b(?:should|ought)\b(?! (?:you|I|one)\b)/i

/** What a learner thinks of it is right whatever it is. */
const asksForOwn = /\bin your (?:own )?(?:opinion|view)\b|\bwhat do you (?:think|feel) (?:of|about)\b/i
