import type { Moment, QuizRules } from './quiz.rules.js'

/** Each rule that some rules break, in words. */
export function contradictionsIn(rules: QuizRules): readonly string[] {
  const together = rules.submit === 'together'
  const shown = (moment: Moment) =>
    (['outcome', 'score', 'feedback', 'solution'] as const).filter(what =>
      rules.reveal[what].includes(moment),
    )
  const early = [...new Set([...shown('during'), ...shown('after-question')])]
  const broken: readonly (string | false | undefined)[] = [
    together &&
      early.length > 0 &&
      `submit 'together' scores at the end, but reveal shows ${early.join(', ')} before: leave out 'during' and 'after-question'.`,
    together && rules.maxTries > 1 && `submit 'together' allows one try, but maxTries is ${rules.maxTries}.`,
    together &&
      rules.showSolution &&
      `showSolution needs submit 'each': together, responses could still be changed.`,
    together && rules.redo && `redo needs submit 'each'.`,
    (!Number.isInteger(rules.maxTries) || rules.maxTries < 1) &&
      `maxTries is ${rules.maxTries}, but must be a whole number from 1.`,
    rules.maxTries > 1 &&
      rules.reveal.solution.includes('during') &&
      `maxTries is ${rules.maxTries}, but the solution is shown between tries: leave 'during' out of reveal.solution.`,
    rules.timeUp === 'grace' && !rules.grace && `timeUp 'grace' needs grace, the seconds that it lasts.`,
    rules.grace !== undefined && rules.timeUp !== 'grace' && `grace is set, but timeUp is not 'grace'.`,
    rules.blueprint &&
      rules.sections &&
      `blueprint and sections are both set: give each section its own blueprint.`,
    rules.timeLimit !== undefined &&
      rules.minTime !== undefined &&
      rules.minTime > rules.timeLimit &&
      `minTime (${rules.minTime} s) is longer than timeLimit (${rules.timeLimit} s).`,
    rules.opensAt !== undefined &&
      rules.closesAt !== undefined &&
      rules.opensAt >= rules.closesAt &&
      `opensAt is not before closesAt.`,
    rules.closesAt === undefined &&
      Object.values(rules.reveal).some(
        moments => moments.includes('after-close') && !moments.includes('after-attempt'),
      ) &&
      `reveal waits for 'after-close', but closesAt is not set.`,
    [
      rules.timeLimit,
      rules.questionTimeLimit,
      ...(rules.sections ?? []).map(section => section.timeLimit),
    ].some(limit => limit !== undefined && !(limit > 0)) && 'a time limit must be more than 0 seconds.',
    (rules.sections?.length ?? 0) !== new Set(rules.sections?.map(({ id }) => id)).size &&
      'two sections have the same id.',
    rules.pass !== undefined &&
      !(rules.pass >= 0 && rules.pass <= 1) &&
      `pass is ${rules.pass}, but is a share from 0 to 1.`,
  ]
  return broken.filter(text => typeof text === 'string')
}
