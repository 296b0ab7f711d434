import type { BuiltInQuestion } from '../../interactions/index.js'
import { placesCalledRight } from '../places.js'
import { itemOf, pick, questionRule } from '../rule.js'
import { fold, lengthOf } from '../text.js'

/** A hint that says the key, or where it stands. */
export const hintGivesKey = questionRule(
  {
    id: 'hint-gives-key',
    severity: 'warning',
    advice: 'A hint says where to look or what to ask, not what is there.',
    from: 'Aleven & Koedinger (2000) on the abuse of hints',
    bad: [
      {
        ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'),
        hints: [{ text: 'It was in Vilnius.' }],
      } as BuiltInQuestion,
    ],
    better: [
      {
        ...pick('Where was it held?', '*Vilnius', 'Riga', 'Oslo'),
        hints: [{ text: 'It is the capital of Lithuania.' }],
      } as BuiltInQuestion,
    ],
  },
  question => {
    if (!question.hints?.length) return null
    const keys = keyTexts(question).map(fold)
    const stem = ` ${fold(question.stem)} `
    for (const [index, { text }] of question.hints.entries()) {
      const hasKey = keys.some(key => isTelling(key) && !stem.includes(` ${key} `) && holds(fold(text), key))
      const field = `hints.${index}`
      if (hasKey || judges(text, question)) return { field, message: 'The hint has the key in it.' }
      if (pointsAtKey(text, question)) return { field, message: 'The hint names the key by its place.' }
    }
    return null
  },
)

function judges(hint: string, question: BuiltInQuestion): boolean {
  const [, not, said] = verdict.exec(hint) ?? []
  if (question.type !== 'true-false' || said === undefined) return false
  return (said.toLowerCase() === 'true') === (question.key === (not === undefined))
}

/** What a hint on a claim says of it. English. */
const verdict =
  /(?:^\W*|\b(?:answer|claim|statement|sentence|it|this|that)(?: is|[’']s)( not|n[’']t)? )(true|false)(?=[.!,;]|\s*$)/i

function pointsAtKey(hint: string, question: BuiltInQuestion): boolean {
  if (question.type !== 'single-choice' && question.type !== 'multiple-response') return false
  const keys = [question.key].flat()
  const places = placesCalledRight(hint, question.choices.length)
  return places.length > 0 && places.every(place => keys.includes(question.choices[place]?.id ?? ''))
}

/** A letter or two say little; a number or a Chinese character may be all that is asked. */
const isTelling = (key: string) =>
  lengthOf(key) > 2 || /^\p{Nd}+$|[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(key)

const holds = (text: string, key: string) =>
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(key)
    ? text.includes(key)
    : ` ${text} `.includes(` ${key} `)

/** The texts that are right by themselves, each enough to answer with. */
function keyTexts(question: BuiltInQuestion): readonly string[] {
  if (question.type === 'short-answer') return fullTexts(question.key)
  if (question.type === 'numeric')
    return question.key.flatMap(({ value }) => (value === undefined ? [] : [String(value)]))
  if (question.type !== 'cloze') return itemOf(question)?.keys ?? []
  return question.gaps.flatMap(gap => {
    if (gap.type === 'text') return fullTexts(gap.key)
    return gap.type === 'choice' ? gap.choices.flatMap(({ id, text }) => (id === gap.key ? [text] : [])) : []
  })
}

const fullTexts = (key: readonly { readonly text: string; readonly fraction?: number | undefined }[]) =>
  key.flatMap(({ text, fraction = 1 }) => (fraction === 1 ? [text] : []))
