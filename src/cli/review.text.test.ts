import { expect, it } from 'vitest'
import { countsText } from './review.text.js'

it.each([
  [0, 1, '1 new question'],
  [0, 2, '2 new questions'],
  [1, 0, '1 question to go over again'],
  [3, 1, '3 questions to go over again, 1 new one'],
  [3, 2, '3 questions to go over again, 2 new ones'],
])('says of %d due and %d new what there is', (due, fresh, text) => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `q${index}`)
  expect(countsText({ due: ids(due), fresh: ids(fresh) })).toBe(text)
})
