import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyQuestion } from '../../test/contract/awkward.js'
import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'
import { exportBank, type FormatName, formats, importBank, isFormatName } from './index.js'
import { lossesBetween } from './losses.js'
import { htmlFrom } from './markup.js'

const names = Object.keys(formats)
  .filter(isFormatName)
  .filter(name => formats[name].read && formats[name].write)

/** Texts for people count as they are shown: how Markdown spells them is of no account. */
const shown = new Set(
  'stem text feedback general correct partial incorrect unanswered true false solution'.split(' '),
)

function asShown(value: unknown, name = ''): unknown {
  if (typeof value === 'string')
    return shown.has(name) ? htmlFrom(value, false).replace(/\s+/g, ' ').trim() : value
  if (Array.isArray(value)) return value.map(one => asShown(one, name))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([field, inner]) => {
    // What is accepted counts to the letter.
    const isKey = name === 'key' && field === 'text'
    return [field, isKey ? inner : asShown(inner, field)]
  })
  return Object.fromEntries(fields)
}

function roundTrip(question: BuiltInQuestion, format: FormatName) {
  const objectives = [{ id: 'recall', text: 'recall' }]
  const bank: Bank<BuiltInQuestion> = { id: 'b', title: 'B', objectives, questions: [question] }
  const { content, report } = exportBank(bank, format)
  const there = importBank(content, { format, id: 'b' }).bank?.questions[0]
  // Aiken has no ids.
  const back = there && { ...there, ...(format === 'aiken' && { id: question.id }) }
  return { report, before: asShown(question), after: back ? asShown(back) : null }
}

describe.each(names)('a question through %s and back', format => {
  // A package takes longer than a text.
  const numRuns = format.startsWith('qti') ? 60 : 300

  it('is equal in all that the report does not name', () => {
    fc.assert(
      fc.property(anyQuestion(), question => {
        const { report, before, after } = roundTrip(question, format)
        const fates = report.map(({ fate }) => fate)
        const codes = report.map(({ code }) => code)
        expect(after === null).toBe(fates.includes('dropped') || codes.includes('not-read-again'))
        if (after === null) return
        const lost = [...lossesBetween(before, after)]
        if (fates.every(fate => fate === 'kept')) expect(lost).toEqual([])
        const isTurned = codes.some(code => code !== 'kept' && code !== 'fields-lost')
        const named = report.flatMap(({ message }) => message.match(/[\w-]+(?:\.[\w*-]+)*/g) ?? [])
        const isNamed = (field: string) => named.some(name => field === name || field.startsWith(`${name}.`))
        // What a question was turned into is told in words.
        if (!isTurned) expect(lost.filter(field => !isNamed(field))).toEqual([])
      }),
      { numRuns },
    )
  }, 120_000)

  it('keeps whatever the format has a place for', () => {
    fc.assert(
      fc.property(anyQuestion(0), question => {
        const { before, after } = roundTrip(question, format)
        if (after === null) return
        for (const path of placesIn(format, question.type))
          expect([path, valuesAt(after, path)]).toEqual([path, valuesAt(before, path)])
      }),
      { numRuns },
    )
  }, 120_000)
})

/** Fields that each format holds: those of all kinds, and those of each kind. */
const places: { readonly [Format in FormatName]?: { readonly [kind: string]: string } } = {
  gift: {
    all: 'id stem tags feedback.general',
    'single-choice': 'choices.text choices.feedback key',
    'multiple-response': 'choices.text choices.feedback key',
    'true-false': 'key choiceFeedback.true choiceFeedback.false',
    'short-answer': 'key.text key.wildcard key.fraction key.feedback feedback.incorrect',
    numeric: 'key.feedback feedback.incorrect',
  },
  aiken: { 'single-choice': 'stem choices.text key' },
  csv: {
    all: 'id stem points objective tags difficulty hints.text feedback.general solution',
    'single-choice': 'choices.id choices.text choices.feedback key',
    'multiple-response': 'choices.id choices.text choices.feedback key',
    'true-false': 'key',
    'short-answer': 'key.text',
    numeric: 'key.value key.min key.max key.tolerance',
    ordering: 'items.id items.text key',
  },
  'moodle-xml': {
    all: 'id stem tags penalty feedback.general media.src media.alt',
    'single-choice':
      'points choices.text choices.feedback choices.media.src choices.media.alt key shuffle hints.text feedback.correct feedback.partial feedback.incorrect',
    'multiple-response':
      'points choices.text choices.feedback choices.media.src key shuffle hints.text feedback.correct feedback.partial feedback.incorrect',
    'true-false': 'points key choiceFeedback.true choiceFeedback.false hints.text',
    'short-answer':
      'points key.text key.wildcard key.fraction key.feedback match.case hints.text feedback.incorrect',
    numeric: 'points key.feedback units.unit unitPenalty.share hints.text feedback.incorrect',
    ordering: 'points hints.text feedback.correct feedback.partial feedback.incorrect',
    matching: 'points prompts.text prompts.media.src shuffle hints.text feedback.correct feedback.incorrect',
    cloze: 'hints.text gaps.choices.text gaps.choices.feedback gaps.key.feedback gaps.match.case',
    essay: 'words.min words.max',
  },
  qti: {
    all: 'id stem hints.text solution',
    'single-choice': 'choices.id choices.text choices.feedback choices.pinned key shuffle',
    'multiple-response': 'choices.id choices.text choices.pinned key shuffle',
    'true-false': 'points key',
    'short-answer': 'points key.text key.wildcard key.fraction match.case',
    numeric: 'points',
    ordering: 'points items.id items.text key',
    matching: 'prompts.id prompts.text choices.id choices.text key shuffle',
    categorization: 'items.id items.text categories.id categories.text key shuffle',
    cloze: 'points text gaps.id gaps.choices.id gaps.choices.text gaps.choices.pinned',
    'hot-text': 'text key',
    essay: 'points',
  },
  qti12: {
    all: 'id stem points feedback.general',
    'single-choice': 'choices.id choices.text choices.feedback key',
    'multiple-response': 'choices.id choices.text choices.feedback key feedback.correct feedback.incorrect',
    'true-false': 'key feedback.correct feedback.incorrect',
    'short-answer': 'key.text',
    matching: 'prompts.id prompts.text',
  },
  markdown: {
    all: 'id stem points tags hints.text feedback.general solution',
    'single-choice': 'choices.text choices.feedback key',
    'multiple-response': 'choices.text choices.feedback key',
    'true-false': 'key',
    'short-answer': 'key.text',
    numeric: 'key.value key.min key.max key.tolerance',
    essay: 'words.min words.max',
  },
}

function placesIn(format: FormatName, type: string): readonly string[] {
  const { all = '', [type]: own = '' } = places[format === 'tsv' ? 'csv' : format] ?? {}
  return `${all} ${own}`.split(' ').filter(path => path !== '')
}

/** What stands under a path, in each entry of the lists on the way. */
function valuesAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((all, name) => {
    const at = (one: unknown) => (one as { readonly [field: string]: unknown } | undefined)?.[name]
    return Array.isArray(all) ? all.map(at) : at(all)
  }, value)
}
