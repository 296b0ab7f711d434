import { describe, expect, it } from 'vitest'
import { askOne, askPairs, askSome, askText, numbered } from './lines.js'
import { colourless } from './paint.js'

const choices = [
  { id: 'x', text: 'Poland' },
  { id: 'y', text: 'Germany' },
  { id: 'z', text: 'Hungary' },
]
const style = { paint: colourless, width: 40, plain: false }

describe('Answers in a line', () => {
  it('lists by number', () => {
    expect(numbered(choices, style)).toBe('1. Poland\n2. Germany\n3. Hungary')
  })

  it.each([
    ['a number', '2', { response: 'y' }],
    ['the text itself', ' germany ', { response: 'y' }],
    ['a number that there is not', '4', { problem: 'Give a number from 1 to 3.' }],
    ['nothing', '', { problem: 'Give a number from 1 to 3.' }],
  ])('takes %s for one', (_, line, reading) => {
    expect(askOne(choices).read(line, null)).toEqual(reading)
  })

  it.each([
    ['3 1', { response: ['x', 'z'] }],
    ['1,3;1', { response: ['x', 'z'] }],
    ['1 9', { problem: 'Give numbers from 1 to 3, with spaces between.' }],
  ])('takes %s for some', (line, reading) => {
    expect(askSome(choices, '').read(line, null)).toEqual(reading)
  })

  it.each([
    ['3 1 2', { response: ['z', 'x', 'y'] }],
    ['3 1', { problem: 'Give each number from 1 to 3 once.' }],
    ['3 1 1', { problem: 'Give each number from 1 to 3 once.' }],
  ])('takes %s for an order', (line, reading) => {
    expect(askSome(choices, '', true).read(line, null)).toEqual(reading)
  })

  it('asks for pairs row by row, leaves one as it is, and takes one away', () => {
    const [first, second] = askPairs(choices.slice(0, 2), choices, style)
    expect(first?.read('3', null)).toEqual({ response: { x: 'z' } })
    expect(second?.read('', { x: 'z' })).toEqual({ response: { x: 'z' } })
    expect(first?.read('0', { x: 'z', y: 'x' })).toEqual({ response: { y: 'x' } })
  })

  it('takes a text as it is', () => {
    expect(askText('').read(' a ', null)).toEqual({ response: ' a ' })
    expect(askText('').read('  ', null)).toEqual({ response: null })
  })
})
