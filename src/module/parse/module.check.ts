import { didYouMean } from '../../bank/index.js'
import { type Bank, checkIds, type Fault } from '../../question/index.js'
import { termsIn } from '../lesson.blocks.js'
import { countsOf, reservedOf } from '../module.tests.js'
import { below, unknownId } from './fault.js'
import { checkLesson, checkText } from './lesson.check.js'
import type { Module } from './module.schema.js'

/** What is wrong with a module that its schema alone can't see. With banks: whether they have its questions. */
export function checkModule(module: Module, banks: readonly Bank[] | null): readonly Fault[] {
  const { lessons, glossary = [] } = module
  return [
    ...checkRepeats(module),
    ...checkNames(module),
    ...checkCircles(module),
    ...checkQuestions(module, banks),
    ...checkCoverage(module),
    ...checkMastery(module),
    ...lessons.flatMap((lesson, index) => checkLesson(module, lesson).map(below(['lessons', index]))),
    ...glossary.flatMap(({ text }, index) => checkText(module, text, ['glossary', index, 'text'])),
  ]
}

/** What is not wrong, but not as good as it could be: terms that no lesson leads to. */
export function warnModule({ lessons, glossary = [] }: Module): readonly Fault[] {
  const linked = new Set(
    lessons.flatMap(({ body, figures = [] }) => [body, ...figures.map(({ text }) => text)].flatMap(termsIn)),
  )
  return glossary.flatMap(({ id }, index) =>
    linked.has(id)
      ? []
      : [
          {
            code: 'unused-term',
            path: ['glossary', index, 'id'],
            message: `No lesson links to '${id}': write [words](#${id}) where the term first comes up.`,
          },
        ],
  )
}

function checkRepeats(module: Module): readonly Fault[] {
  const { objectives, lessons, glossary = [], references = [] } = module
  const seen = new Set<string>()
  const checks = lessons.flatMap((lesson, at) =>
    (lesson.checks ?? []).flatMap(({ id }, index) => {
      if (seen.size < seen.add(id).size) return []
      const message = `The id '${id}' belongs to another check already; each needs one of its own.`
      return [{ code: 'repeated-id', path: ['lessons', at, 'checks', index, 'id'], message }]
    }),
  )
  return [
    ...checkIds('objectives', objectives),
    ...checkIds('lessons', lessons),
    ...checkIds('glossary', glossary),
    ...checkIds('references', references),
    ...lessons.flatMap(({ figures = [] }, at) => checkIds('figures', figures).map(below(['lessons', at]))),
    ...checks,
  ]
}

/** Whether objectives and lessons that are named exist. */
function checkNames(module: Module): readonly Fault[] {
  const objectives = module.objectives.map(({ id }) => id)
  const lessons = module.lessons.map(({ id }) => id)
  const among = (what: string, known: readonly string[], ids: readonly string[], path: Fault['path']) =>
    ids.flatMap((id, index) => (known.includes(id) ? [] : [unknownId(what, id, known, [...path, index])]))
  const tests = (['preTest', 'postTest'] as const).flatMap(test =>
    (module[test]?.pick ?? []).flatMap((pick, index) =>
      among('objective', objectives, pick.objectives ?? [], [test, 'pick', index, 'objectives']),
    ),
  )
  return [
    ...module.lessons.flatMap((lesson, at) => [
      ...among('objective', objectives, lesson.objectives, ['lessons', at, 'objectives']),
      ...among('lesson', lessons, lesson.requires ?? [], ['lessons', at, 'requires']),
    ]),
    ...tests,
    ...(module.remediation ?? []).flatMap((remedy, at) => [
      ...('objective' in remedy && !objectives.includes(remedy.objective)
        ? [unknownId('objective', remedy.objective, objectives, ['remediation', at, 'objective'])]
        : []),
      ...(lessons.includes(remedy.lesson)
        ? []
        : [unknownId('lesson', remedy.lesson, lessons, ['remediation', at, 'lesson'])]),
    ]),
  ]
}

/** Lessons that wait for each other would never open. In order, a lesson can't wait for a later one either. */
function checkCircles({ lessons, unlocking }: Module): readonly Fault[] {
  const before = new Map(lessons.map(({ id, requires = [] }) => [id, requires]))
  const leadsTo = (from: string, to: string, seen: Set<string>): boolean =>
    (before.get(from) ?? []).some(id => {
      if (id === to) return true
      if (seen.has(id)) return false
      seen.add(id)
      return leadsTo(id, to, seen)
    })
  const ids = lessons.map(({ id }) => id)
  return lessons.flatMap(({ id, requires = [] }, at) => {
    const path = ['lessons', at, 'requires']
    if (leadsTo(id, id, new Set()))
      return [
        { code: 'circular', path, message: `The lesson '${id}' waits for itself: take one of these out.` },
      ]
    const later = requires.filter(one => ids.indexOf(one) > at)
    if (unlocking !== 'in-order' || later.length === 0) return []
    const message = `In order, '${id}' can't wait for a later lesson: ${later.join(', ')}. Move it down.`
    return [{ code: 'out-of-order', path, message }]
  })
}

/** Whether questions exist, belong to one objective each, and are in a bank that the module names. */
function checkQuestions(module: Module, banks: readonly Bank[] | null): readonly Fault[] {
  const owner = new Map<string, string>()
  const there = banks && new Set(banks.flatMap(bank => bank.questions.map(({ id }) => `${bank.id}/${id}`)))
  const exists = (id: string, path: Fault['path']): readonly Fault[] => {
    const [bank = ''] = id.split('/')
    if (!module.banks.includes(bank)) return [unknownId('bank', bank, module.banks, path)]
    if (!there || there.has(id)) return []
    return [
      {
        code: 'unknown-question',
        path,
        message: `There is no question '${id}'.${didYouMean(id, [...there])}`,
      },
    ]
  }
  const owned = module.objectives.flatMap(({ id, questions }, at) =>
    questions.flatMap((question, index) => {
      const path = ['objectives', at, 'questions', index]
      const other = owner.get(question)
      owner.set(question, other ?? id)
      if (other === undefined) return exists(question, path)
      const message = `'${question}' belongs to the objective '${other}' already: leave it with one of them.`
      return [{ code: 'repeated-question', path, message }]
    }),
  )
  const uses = [
    ...module.lessons.flatMap(({ checks = [] }, at) =>
      checks.map(({ questions }, index) => ({
        questions,
        path: ['lessons', at, 'checks', index, 'questions'],
      })),
    ),
    ...(module.remediation ?? []).map(({ questions = [] }, at) => ({
      questions,
      path: ['remediation', at, 'questions'],
    })),
  ]
  const strays = uses.flatMap(({ questions, path }) =>
    questions.flatMap((question, index) => {
      if (owner.has(question)) return []
      const message = `'${question}' belongs to no objective: add it to the questions of one.`
      return [{ code: 'stray-question', path: [...path, index], message }]
    }),
  )
  return [...owned, ...strays]
}

/** Each objective needs a lesson, a check, three questions, and enough of them for both tests apart. */
function checkCoverage(module: Module): readonly Fault[] {
  const reserved = reservedOf(module)
  return module.objectives.flatMap(({ id, questions }, at) => {
    const lessons = module.lessons.filter(({ objectives }) => objectives.includes(id))
    const asked = module.lessons.flatMap(({ checks = [] }) => checks.flatMap(check => check.questions))
    const free = questions.filter(question => !reserved.has(question)).length
    const wanted = countsOf(module.preTest, id) + countsOf(module.postTest, id)
    const fault = (code: string, field: string, message: string): Fault => ({
      code,
      path: ['objectives', at, field],
      message,
    })
    return [
      ...(lessons.length > 0 ? [] : [fault('no-lesson', 'id', `No lesson teaches the objective '${id}'.`)]),
      ...(asked.some(question => questions.includes(question))
        ? []
        : [
            fault(
              'no-check',
              'id',
              `No lesson checks the objective '${id}': ask one of its questions in one.`,
            ),
          ]),
      ...(questions.length >= 3
        ? []
        : [fault('too-few-questions', 'questions', `The objective '${id}' needs at least three questions.`)]),
      ...(free >= wanted
        ? []
        : [
            fault(
              'too-few-questions',
              'questions',
              `The tests ask for ${wanted} questions on '${id}', never the same twice; ${free} are left beside those of checks and remediation.`,
            ),
          ]),
    ]
  })
}

/** With more guesses and slips than this, a miss would speak for knowing. */
function checkMastery({ mastery }: Module): readonly Fault[] {
  if (mastery.method !== 'knowledge-tracing') return []
  const { guess = 0.25, slip = 0.1 } = mastery
  if (guess + slip < 1) return []
  const message = `'guess' and 'slip' are ${guess} and ${slip}: together they must stay below 1.`
  return [{ code: 'degenerate', path: ['mastery'], message }]
}
