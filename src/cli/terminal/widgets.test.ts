import { describe, expect, it } from 'vitest'
import { fillGaps } from './cloze.widget.js'
import { markWords } from './mark.widget.js'
import { putInOrder } from './order.widget.js'
import { colourless } from './paint.js'
import { pairUp } from './pair.widget.js'
import { pickMany, pickOne } from './pick.widget.js'
import { type Press, restful, type Widget } from './widget.js'
import { write } from './write.widget.js'

const choices = ['a', 'b', 'c'].map(id => ({ id, text: `Choice ${id}` }))
const sheet = { paint: colourless, width: 40, plain: false, open: true }

/** Presses keys by name, or by the character that they type. */
const press = (widget: Widget, ...keys: readonly string[]): Widget =>
  keys.reduce((now, key) => now.press(pressOf(key)), widget)
const pressOf = (key: string): Press => (key.length === 1 ? { name: key, char: key } : { name: key })

describe('Picking', () => {
  it('hands in the one at the cursor', () => {
    expect(press(pickOne(choices, null), 'down', 'down').settled().response).toBe('c')
    expect(press(pickOne(choices, null), 'up').settled().response).toBe('c')
    expect(press(pickOne(choices, null), '2').response).toBe('b')
  })

  it('marks as many as wanted, in the order of the choices', () => {
    expect(press(pickMany(choices, []), '3', '1').response).toEqual(['a', 'c'])
    expect(press(pickMany(choices, ['a']), 'space').response).toBeNull()
  })

  it('marks nothing beside one that stands alone', () => {
    const widget = pickMany(choices, [], { exclusive: ['c'] })
    expect(press(widget, '1', '3').response).toEqual(['c'])
    expect(press(widget, '3', '1').response).toEqual(['a'])
  })
})

describe('Putting in order', () => {
  it('carries what is held', () => {
    expect(press(putInOrder(choices), 'space', 'down', 'down', 'space').response).toEqual(['b', 'c', 'a'])
  })

  it('stops at the ends, and carries to a place by its number', () => {
    expect(press(putInOrder(choices), 'space', 'up').response).toBeNull()
    expect(press(putInOrder(choices), 'space', '2').response).toEqual(['b', 'a', 'c'])
  })

  it('takes the order shown first for a response only when it is handed in', () => {
    expect(putInOrder(choices).response).toBeNull()
    expect(putInOrder(choices).settled().response).toEqual(['a', 'b', 'c'])
  })

  it('puts down by Enter before it hands in', () => {
    const held = press(putInOrder(choices), 'space')
    expect(held.press({ name: 'return' })).not.toBe(held)
    const free = putInOrder(choices)
    expect(free.press({ name: 'return' })).toBe(free)
  })
})

describe('Pairing', () => {
  const rows = ['x', 'y'].map(id => ({ id, text: `Row ${id}` }))

  it('gives by number and goes on to the next that is open', () => {
    expect(press(pairUp(rows, choices, {}), '3', '1').response).toEqual({ x: 'c', y: 'a' })
  })

  it('changes by left and right, through nothing', () => {
    expect(press(pairUp(rows, choices, {}), 'right', 'right').response).toEqual({ x: 'b' })
    expect(press(pairUp(rows, choices, { x: 'a' }), 'left').response).toBeNull()
  })

  it('takes away', () => {
    expect(press(pairUp(rows, choices, { x: 'a', y: 'b' }), '0').response).toEqual({ y: 'b' })
  })

  it('shows pairs side by side where there is room, and below one another where not', () => {
    const widget = pairUp(rows, choices, { x: 'a' })
    expect(widget.draw({ ...sheet, open: false })).toContain('Row x → Choice a')
    expect(widget.draw({ ...sheet, open: false, width: 19 })).toContain('Row x\n  → Choice a')
  })
})

describe('Marking words', () => {
  const segments = [
    { id: null, text: 'It was ' },
    { id: 'a', text: 'Poland' },
    { id: null, text: ' and ' },
    { id: 'b', text: 'the *US*' },
  ]

  it('goes from word to word', () => {
    expect(press(markWords(segments, []), 'right', 'space', 'left', 'space').response).toEqual(['a', 'b'])
  })

  it('shows in the text what is marked, without colour too', () => {
    const drawn = markWords(segments, ['b']).draw({ ...sheet, open: false })
    expect(drawn.replaceAll('\u00a0', ' ')).toBe('It was ◻ Poland and ◼ the *US*')
  })
})

describe('Filling gaps', () => {
  const segments = [
    { id: null, text: 'In ' },
    { id: 'city', text: '' },
    { id: null, text: ' by ' },
    { id: 'who', text: '' },
  ]
  const gaps = [
    { id: 'city', choices: null },
    { id: 'who', choices },
  ]

  it('types in one and picks in the other, Enter going on', () => {
    const widget = press(fillGaps(segments, gaps, {}), 'B', 'o', 'return', '2')
    expect(widget.response).toEqual({ city: 'Bo', who: 'b' })
    expect(widget.press({ name: 'return' })).toBe(widget)
  })

  it('types letters only where there is something to type', () => {
    const widget = fillGaps(segments, gaps, {})
    expect(widget.typing).toBe(true)
    expect(press(widget, 'down').typing).toBe(false)
  })

  it('empties a gap again', () => {
    expect(press(fillGaps(segments, gaps, { city: 'B' }), 'backspace').response).toBeNull()
  })

  it('shows what the gaps hold', () => {
    const drawn = fillGaps(segments, gaps, { who: 'b' }).draw({ ...sheet, open: false })
    expect(drawn.replaceAll('\u00a0', ' ')).toBe('In [1: ____] by [2: Choice b]')
  })
})

describe('Writing', () => {
  it('takes what is typed, and nothing where there is nothing', () => {
    expect(press(write(''), 'o', 'k').response).toBe('ok')
    expect(press(write('o'), 'backspace').response).toBeNull()
  })
})

describe('A widget at rest', () => {
  it('takes no keys and shows no cursor', () => {
    const widget = restful(pickOne(choices, 'b'))
    expect(widget.press({ name: '1', char: '1' })).toBe(widget)
    expect(widget.draw(sheet)).not.toContain('❯')
    expect(widget.settled().response).toBe('b')
  })
})
