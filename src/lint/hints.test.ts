import { expect, it } from 'vitest'
import type { BuiltInQuestion } from '../interactions/index.js'
import { lintBank } from './index.js'
import { pick } from './rule.js'

/** What is said of a question with such a hint. */
function told(question: BuiltInQuestion, hint: string, language = 'en'): readonly string[] {
  const questions = [{ ...question, hints: [{ text: hint }] } as BuiltInQuestion]
  return lintBank({ id: 'b', title: 'B', language, questions }, { only: ['hint-gives-key'] }).map(
    ({ message }) => message,
  )
}

const second = pick('Where was it held?', 'Vilnius', '*Riga', 'Oslo', 'Rome')
const last = pick('Where was it held?', 'Vilnius', 'Riga', 'Oslo', '*Rome')
const two = pick('Where was it held?', '*Vilnius', 'Riga', '*Oslo', 'Rome')

it.each([
  'The answer is B.',
  'The right answer is (b).',
  'Answer: B',
  'answer - b',
  'The correct option is "B"',
  'It is B.',
  'It’s B!',
  'It must be option B.',
  'Option B is right.',
  'B is the correct answer, as you will see.',
  'Choice b is the one that fits.',
  '**B** is correct.',
  'Look again: B is right.',
  'Choose B.',
  'Please tick (B).',
  'Go for option B, not for C.',
  'It is the second one.',
  'It is the 2nd.',
  'The second choice is right.',
  'The right one is the second.',
  'The answer is number 2.',
  'Option 2 is correct.',
  'Pick the second answer.',
])('a hint that names the place of the key gives it away: %s', hint => {
  expect(told(second, hint)).toEqual([expect.stringMatching(/place/)])
})

it.each(['It is the last one.', 'The fourth is right.', 'The answer is D.', 'Choose the last option.'])(
  'from whichever side the place is counted: %s',
  hint => {
    expect(told(last, hint)).toHaveLength(1)
    expect(told(second, hint)).toEqual([])
  },
)

it.each([
  ['A and C are right.', 1],
  ['The answers are A and C.', 1],
  ['Option C is right.', 1],
  ['Options B and D are right.', 0],
])('where several are right, too: %s', (hint, count) => {
  expect(told(two, hint)).toHaveLength(count)
})

it.each([
  ['de', 'Die Antwort ist B.'],
  ['de', 'Antwort B ist richtig.'],
  ['de', 'Es ist die zweite Antwort.'],
  ['fr', 'La réponse est B.'],
  ['fr', 'C’est la deuxième.'],
  ['es', 'La respuesta es la B.'],
  ['es', 'La segunda opción es la correcta.'],
  ['pl', 'Odpowiedź B jest poprawna.'],
  ['ru', 'Правильный ответ — Б.'],
  ['uk', 'Правильна відповідь — Б.'],
])('in other languages, too: %s %s', (language, hint) => {
  expect(told(second, hint, language)).toHaveLength(1)
})

it.each([
  'Option B is wrong.',
  'The answer is not B.',
  'It is not the second one.',
  'Do not choose B.',
  'Is it B?',
  'The answer is B or C.',
  'The answer is A.',
  'The answer is a Baltic capital.',
  'Answer: a port on the Baltic.',
  'To answer, look at paragraph 2.',
  'Number 2 of the agenda names it.',
  'The second paragraph names the answer.',
  'It is the second largest city of the three.',
  'It is the second city of the Baltic.',
  'In its second year, the alliance met there.',
  'If B is right, it lies by the sea.',
  'The second one who spoke says where.',
  'Vitamin B is the right track.',
  'Choose between two Baltic cities.',
  'Pick a capital.',
  'Second: the correct order matters.',
  'The answer is number 2.5.',
])('a hint that says where to look gives nothing away: %s', hint => {
  expect(told(second, hint)).toEqual([])
})

it.each([
  [true, 'The claim is true.', 1],
  [true, 'It’s true.', 1],
  [false, 'The answer is false.', 1],
  [false, 'This statement is false.', 1],
  [true, 'True!', 1],
  [false, 'It isn’t true.', 1],
  [true, 'It is not true.', 0],
  [true, 'True or false: ask who signed.', 0],
  [true, 'The answer is false.', 0],
  [true, 'Is it true of all states?', 0],
  [true, 'It is true of all but one.', 0],
  [false, 'It is not false that states have borders.', 0],
])('of a claim that is %s, a hint may not say so: %s', (key, hint, count) => {
  const claim = { id: 'q', type: 'true-false' as const, stem: 'The states signed a pact.', key }
  expect(told(claim, hint)).toHaveLength(count)
})
