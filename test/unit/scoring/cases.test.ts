import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { scoreResponse } from '../../../src/index.js'
import { builtInSchemas } from '../../../src/interactions/schema.js'
import { asQuestion, type Case } from './as-questions.js'

const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as readonly Case[]

const picture = 'No kind here marks points on a picture.'
const dependent = 'No rule here lets one part count only where another is right.'

/** Cases that this library scores otherwise, or not at all, and why. */
const apart: { readonly [id: string]: string } = {
  'moodle-035': picture,
  'moodle-037': picture,
  'moodle-039': picture,
  'qti-oat-137': picture,
  'qti-oat-139': picture,
  'qti-oat-141': picture,
  'qti-pie-357': picture,
  'perseus-171': 'Several questions together are an attempt here: see the results of the engine.',
  'perseus-173':
    'Several questions together are an attempt here, and an invalid one earns nothing of its own points alone.',
  'pie-330': dependent,
  'pie-332': dependent,
  'pie-334': dependent,
  'qti-pie-355':
    'PIE looks for the response in small letters where it finds none as written; here the question says whether capitals count.',
  'surveyjs-199':
    'SurveyJS contradicts itself here: an order that is wrong counts as right in the sum alone.',
  'quizland-core-358': 'Picking everything would score all points; no rule here gives that.',
}

describe('what other systems score', () => {
  it.each(
    cases.filter(({ id }) => !Object.hasOwn(apart, id)).map(one => [one.id, one.question_type, one] as const),
  )('%s: %s', (_, _type, one) => {
    const scorable = asQuestion(one)
    expect(scorable, `no adapter for: ${one.system} ${one.question_type} ${one.rule}`).not.toBeNull()
    if (!scorable) return
    const { question, response, rules, circumstances } = scorable
    const plain = JSON.parse(JSON.stringify(question))
    const schema = builtInSchemas[question.type as keyof typeof builtInSchemas]
    if (!(plain.items?.length < 2)) expect(z.safeParse(schema, plain).error?.issues).toBeUndefined()
    const { outcome, score } = scoreResponse(plain, response, rules, circumstances)
    if (one.expected_fraction_or_mark === 'invalid') expect(outcome).toBe('invalid')
    else
      expect(score.raw).toBeCloseTo(
        Number(one.expected_fraction_or_mark) *
          (one.max &&
          question.points === undefined &&
          one.max !== score.max &&
          question.type !== 'single-choice'
            ? score.max / one.max
            : 1),
        5,
      )
  })

  it('are all accounted for', () => {
    const ids = new Set(cases.map(({ id }) => id))
    expect(Object.keys(apart).filter(id => !ids.has(id))).toEqual([])
  })
})
