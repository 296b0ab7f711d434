import { type Editor, edit, editorOf } from './editor.js'
import { prefix, wrap } from './layout.js'
import type { Sheet, Widget } from './widget.js'

interface WriteOptions {
  /** Whether the text may have several lines: Enter breaks them, and Tab hands in. */
  readonly lines?: boolean
  /** Said below the text, of what is written so far: the number of words, the unit asked for. */
  readonly note?: (text: string) => string
}

/** A text to type. */
export function write(editor: Editor | string, options: WriteOptions = {}): Widget {
  const typed = typeof editor === 'string' ? editorOf(editor) : editor
  const { lines = false, note } = options
  const widget: Widget = {
    response: typed.text === '' ? null : typed.text,
    typing: true,
    keys: lines ? [['enter', 'new line']] : [],
    ...(lines && { handsInBy: 'tab' }),
    press(key) {
      const next = edit(typed, key, lines)
      return next === typed ? widget : write(next, options)
    },
    settled: () => widget,
    draw(sheet) {
      const text = prefix(
        sheet.paint.accent(sheet.open ? '❯ ' : '  '),
        drawEditor(typed, sheet, sheet.width - 3),
      )
      const said = sheet.open ? note?.(typed.text) : undefined
      return said ? `${text}\n${sheet.paint.faint(`  ${said}`)}` : text
    },
  }
  return widget
}

/** The text with the cursor in it. */
export function drawEditor(
  { text, at }: Editor,
  { paint, open }: Pick<Sheet, 'paint' | 'open'>,
  width: number,
): string {
  const drawn = open ? text.slice(0, at) + cursorAt(text, at, paint.cursor) : text
  return drawn
    .replaceAll('\t', '  ')
    .split('\n')
    .flatMap(line => wrap(line, width))
    .join('\n')
}

function cursorAt(text: string, at: number, draw: (text: string) => string): string {
  const [next] = new Intl.Segmenter().segment(text.slice(at))
  const under = next?.segment ?? ''
  if (under === '' || under === '\n') return draw(' ') + text.slice(at)
  return draw(under) + text.slice(at + under.length)
}
