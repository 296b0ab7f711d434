import type { Fault } from '../../question/index.js'
import { readingGrade } from '../../text/index.js'
import {
  blocksOf,
  type Lesson,
  marksIn,
  sentencesIn,
  termsIn,
  withoutMarks,
  withoutTerms,
} from '../lesson.blocks.js'
import { below, type FaultInText, unknownId } from './fault.js'
import { checkFigure } from './figure.check.js'
import type { Module } from './module.schema.js'

/** What is wrong inside one lesson, its figures with it. Paths start at the lesson. */
export function checkLesson(module: Module, lesson: Lesson): readonly Fault[] {
  const { figures = [], body } = lesson
  return [
    ...checkPlaces(lesson),
    ...checkText(module, body, ['body']),
    ...checkGrade(module, lesson),
    ...figures.flatMap((figure, index) =>
      [...checkFigure(figure.svg), ...checkText(module, figure.text, ['text'])].map(
        below(['figures', index]),
      ),
    ),
  ]
}

/** Each figure and check stands in the body once, and nothing else does. */
function checkPlaces({ body, figures = [], checks = [] }: Lesson): readonly Fault[] {
  const blocks = blocksOf(body)
  const places = {
    figure: blocks.flatMap(block => (block.type === 'figure' ? [block.figure] : [])),
    check: blocks.flatMap(block => (block.type === 'check' ? [block.check] : [])),
  }
  return (['figure', 'check'] as const).flatMap(what => {
    const declared = (what === 'figure' ? figures : checks).map(({ id }) => id)
    const unknown = places[what]
      .filter(id => !declared.includes(id))
      .map(id => unknownId(what, id, declared, ['body']))
    const misplaced = declared.flatMap((id, index) => {
      const times = places[what].filter(placed => placed === id).length
      if (times === 1) return []
      const message = `The ${what} '${id}' stands ${times === 0 ? 'nowhere' : `${times} times`} in the body: put {{${what}: ${id}}} on a line of its own, once.`
      return [{ code: 'not-placed', path: [`${what}s`, index, 'id'], message }]
    })
    return [...unknown, ...misplaced]
  })
}

/**
 * Whether each sentence says where it comes from, and each mark and link leads somewhere. A question needs no mark.
 */
export function checkText(module: Module, text: string, path: Fault['path']): readonly FaultInText[] {
  const { source, references = [], glossary = [] } = module
  const known = references.map(({ id }) => id)
  const terms = glossary.map(({ id }) => id)
  const unmarked = sentencesIn(text)
    .filter(sentence => marksIn(sentence).length === 0 && !/\?[”’"')*_]*$/.test(sentence))
    .map(sentence => ({
      code: 'uncited-sentence',
      path,
      within: lineOf(text, sentence),
      message: `“${shorten(sentence)}” says nothing of where it comes from. End it with the paragraphs, such as [¶3] or [¶3,5], a reference, such as [@${known[0] ?? 'id'}], or [-] where it states no fact.`,
    }))
  const marks = text.split('\n').flatMap((line, within) =>
    marksIn(line).flatMap(entries =>
      entries.flatMap(entry =>
        checkMark(entry, { alone: entries.length === 1, source, known, path }).map(fault => ({
          ...fault,
          within,
        })),
      ),
    ),
  )
  const links = termsIn(text)
    .filter(id => !terms.includes(id))
    .map(id => ({ ...unknownId('term', id, terms, path), within: lineOf(text, `](#${id})`) }))
  return [...unmarked, ...marks, ...links]
}

/** In which line of the text, from 0, these words begin, however they are broken there. */
function lineOf(text: string, words: string): number {
  const escaped = words
    .split(/\s+/)
    .slice(0, 8)
    .map(word => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const found = new RegExp(escaped.join('\\s+'), 'u').exec(text)
  return text.slice(0, found?.index ?? 0).split('\n').length - 1
}

interface Marked {
  readonly alone: boolean
  readonly source: Module['source']
  readonly known: readonly string[]
  readonly path: Fault['path']
}

function checkMark(entry: string, { alone, source, known, path }: Marked): readonly Fault[] {
  if (entry === '-' && alone) return []
  const paragraph = /^¶?\s*(\d+)$/.exec(entry)?.[1]
  if (paragraph !== undefined) {
    if (Number(paragraph) >= 1 && Number(paragraph) <= source.paragraphs) return []
    const message = `There is no paragraph ${paragraph}: the source has ${source.paragraphs}.`
    return [{ code: 'unknown-paragraph', path, message }]
  }
  const reference = /^@(.+)$/.exec(entry)?.[1]
  if (reference === undefined)
    return [
      {
        code: 'bad-mark',
        path,
        message: `'[${entry}]' is no mark: write [¶3], [¶3,5], [@reference] or [-].`,
      },
    ]
  return known.includes(reference) ? [] : [unknownId('reference', reference, known, path)]
}

function checkGrade({ readability, language = 'en' }: Module, { body }: Lesson): readonly Fault[] {
  if (!readability || !language.startsWith('en')) return []
  const grade = readingGrade(withoutTerms(withoutMarks(sentencesIn(body).join(' '))))
  if (grade <= readability.grade) return []
  const message = `It reads as for grade ${grade.toFixed(1)}; the module says ${readability.grade}. Shorter sentences and words help.`
  return [{ code: 'too-hard', path: ['body'], message }]
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
