import { renderLine, renderText, slotSign } from './markdown.js'
import { toggled } from './pick.widget.js'
import { type Listed, placeOf, type Widget } from './widget.js'

/** A run of text: what has an id can be marked. */
export interface Segment {
  readonly id: string | null
  readonly text: string
}

/** Words to mark in a running text. */
export function markWords(segments: readonly Segment[], marked: readonly string[], at = 0): Widget {
  const words = wordsOf(segments)
  const widget: Widget = {
    response: marked.length > 0 ? marked : null,
    typing: false,
    keys: [
      ['←→', 'move'],
      ['space', 'mark'],
    ],
    press(key) {
      const place = key.name === 'space' ? at : placeOf(key, words.length)
      const word = words[place]
      if (word) return markWords(segments, toggled(words, marked, word.id), place)
      const next = stepAlong(key, at, words.length)
      return next === at ? widget : markWords(segments, marked, next)
    },
    settled: () => widget,
    draw(sheet) {
      const { paint, open } = sheet
      const slots = words.map((word, index) => {
        const isMarked = marked.includes(word.id)
        const label = renderLine(word.text, sheet).replaceAll(' ', '\u00a0')
        const drawn = isMarked
          ? `◼\u00a0${paint.strong(label)}`
          : `${paint.faint('◻')}\u00a0${paint.link(label)}`
        if (open && index === at) return paint.cursor(drawn)
        return isMarked ? paint.accent(drawn) : drawn
      })
      return renderText(withSlots(segments), { ...sheet, slots })
    },
  }
  return widget
}

/** The runs that can be marked. */
export function wordsOf(segments: readonly Segment[]): readonly Listed[] {
  return segments.flatMap(({ id, text }) => (id === null ? [] : [{ id, text }]))
}

/** The text with a sign wherever something is drawn in place of it. */
export function withSlots(segments: readonly Segment[]): string {
  let slot = 0
  return segments.map(({ id, text }) => (id === null ? text : slotSign(slot++))).join('')
}

/** Along a text, round at both ends. */
export function stepAlong(
  { name, shift }: Parameters<Widget['press']>[0],
  at: number,
  count: number,
): number {
  if (count === 0) return at
  if (name === 'left' || name === 'up' || (name === 'tab' && shift)) return (at + count - 1) % count
  if (name === 'right' || name === 'down' || name === 'tab') return (at + 1) % count
  return at
}
