import type { ModuleView, TestEntry } from '../../module/index.js'
import { barPart, percentOf } from '../bar.part.js'
import { fill } from '../messages.js'
import { keyed, type Part, part } from '../part.js'
import { spoken } from '../spoken.js'
import { commandPart, type ModuleSetting, say, written } from './module.desk.js'

/** Both tests with their bars, and what was gained between them. */
export function testsPart(setting: ModuleSetting, view: ModuleView): Part | null {
  const { words } = setting
  const tests = (['preTest', 'postTest'] as const).flatMap(name => {
    const test = view[name]
    return test ? [keyed(name, testPart(setting, words.activities[name], test))] : []
  })
  if (tests.length === 0) return null
  return part('tests', 'section', {}, [
    part('section-title', 'h3', {}, words.tests),
    part('test-list', 'ul', {}, tests),
    gainPart(setting, view.gain),
  ])
}

function testPart({ messages, words }: ModuleSetting, name: string, test: TestEntry): Part {
  const { share, pass, status, questions } = test
  const percent = (figure: number) => fill(messages, messages.percent, { share: percentOf(figure) })
  const passed = share !== null && pass !== null && share >= pass - 1e-9
  const facts = [
    fill(messages, messages.questions, { n: questions }),
    share === null ? words.notTaken : percent(share),
    share === null || pass === null ? '' : passed ? `✔ ${messages.passed}` : `✘ ${messages.notPassed}`,
    pass === null || passed ? '' : fill(messages, messages.passMark, { share: percentOf(pass) }),
    status === 'closed' ? words.tooLate : '',
    status === 'locked' ? words.afterAllLessons : '',
  ].filter(fact => fact !== '')
  return part('test', 'li', { 'data-status': status, 'data-passed': passed ? '' : undefined }, [
    part('test-name', 'p', {}, name),
    part('test-facts', 'p', {}, facts.join(' · ')),
    share === null ? null : barPart(messages, name, share),
  ])
}

function gainPart(setting: ModuleSetting, gain: ModuleView['gain']): Part | null {
  if (!gain) return null
  const { plain, normalised } = gain
  const signed = new Intl.NumberFormat(setting.words.language, {
    signDisplay: 'exceptZero',
    maximumFractionDigits: 0,
  })
  const texts = [
    say(setting, setting.words.gain, { points: signed.format(plain * 100) }),
    normalised === null ? '' : say(setting, setting.words.gainNormalised, { share: percentOf(normalised) }),
  ]
  return part('gain', 'p', {}, texts.filter(text => text !== '').join(' '))
}

/** Each objective with a bar of how far the learner is, and a way to practise it once something was asked. */
export function progressPart(setting: ModuleSetting, view: ModuleView): Part {
  return part('objectives', 'section', {}, [
    part('section-title', 'h3', {}, setting.words.progress),
    part(
      'objective-list',
      'ul',
      {},
      view.objectives.map(objective => keyed(objective.id, objectivePart(setting, view, objective))),
    ),
  ])
}

type Objective = ModuleView['objectives'][number]

function objectivePart(setting: ModuleSetting, view: ModuleView, { id, text, mastery }: Objective): Part {
  const { messages, words } = setting
  const { evidence, estimate, mastered } = mastery
  // Before a pre-test that is still to come, practice would give its questions away.
  const canPractise = view.phase === 'overview' && evidence > 0 && view.preTest?.status !== 'open'
  return part('objective', 'li', { 'data-mastered': mastered ? '' : undefined }, [
    written(setting, 'objective-text', 'p', text, 'inline'),
    barPart(messages, spoken(text), estimate ?? 0),
    part('objective-points', 'p', {}, standingText(setting, mastery)),
    canPractise
      ? commandPart(setting, { type: 'practise', objective: id }, words.practiseThis, { about: spoken(text) })
      : null,
  ])
}

function standingText(
  setting: ModuleSetting,
  { evidence, estimate, level, mastered }: Objective['mastery'],
): string {
  const { messages, words } = setting
  if (evidence === 0) return words.notAsked
  const share = estimate === null ? '' : fill(messages, messages.percent, { share: percentOf(estimate) })
  return [
    mastered ? `✔ ${words.mastered}` : share,
    mastered || level === null ? '' : words.levels[level],
    say(setting, words.responses, { n: evidence }),
  ]
    .filter(fact => fact !== '')
    .join(' · ')
}
