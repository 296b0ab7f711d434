import { describe, expect, it } from 'vitest'
import { bar, clip, clockTime, counted, figure, hang, padded, windowed } from './layout.js'

describe('Layout', () => {
  it('indents what goes on below its mark', () => {
    expect(hang('1. ', 'one two three', 8)).toBe('1. one\n   two\n   three')
  })

  it('cuts what is too long, by columns and not in the middle of a character', () => {
    expect(clip('short', 10)).toBe('short')
    expect(clip('much too long', 9)).toBe('much too…')
    expect(clip('漢字漢字', 5)).toBe('漢字…')
  })

  it.each([
    ['a\nb\n❯c\nd\ne', 5, 'a\nb\n❯c\nd\ne'],
    ['a\nb\n❯c\nd\ne', 3, '⋮\n❯c\n⋮'],
    ['❯a\nb\nc\nd', 3, '❯a\nb\n⋮'],
    ['a\nb\nc\n❯d', 3, '⋮\nc\n❯d'],
  ])('keeps the cursor of %j in %d lines', (text, height, shown) => {
    expect(windowed(text, height, /❯/)).toBe(shown)
  })

  it('fills up by columns', () => {
    expect(padded('漢', 4)).toBe('漢  ')
  })

  it.each([
    [0, '', '░░░░'],
    [0.5, '██', '░░'],
    [1.4, '████', ''],
    [-1, '', '░░░░'],
  ])('draws a share of %d', (share, full, empty) => {
    expect(bar(share, 4)).toEqual({ full, empty })
  })

  it.each([
    [0, '0:00'],
    [59_001, '1:00'],
    [754_000, '12:34'],
    [3_600_000, '1:00:00'],
    [-5, '0:00'],
  ])('tells %d milliseconds', (time, told) => {
    expect(clockTime(time)).toBe(told)
  })

  it('writes points as people do', () => {
    expect([figure(2 / 3), figure(2), figure(-0), counted(1, 'point'), counted(1.5, 'point')]).toEqual([
      '0.67',
      '2',
      '0',
      '1 point',
      '1.5 points',
    ])
  })
})
