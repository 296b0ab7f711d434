import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** Lines of at most `width` columns, broken between words where there is room. Wide characters count two columns. */
export function wrap(text: string, width: number): readonly string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n')
}

/** A text behind a mark, its other lines indented below its first: `1. text`. */
export function hang(mark: string, text: string, width: number): string {
  const indent = stringWidth(mark)
  return wrap(text, width - indent)
    .map((line, index) => (index === 0 ? mark : ' '.repeat(indent)) + line)
    .join('\n')
}

/** Each line behind the same mark. */
export function prefix(mark: string, text: string): string {
  return text
    .split('\n')
    .map(line => (mark + line).trimEnd())
    .join('\n')
}

/** As much of a line as fits, an ellipsis where some is missing. */
export function clip(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept + segment) >= width) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** As many lines as fit, those around the one that holds a mark; `⋮` where some are left out. */
export function windowed(text: string, height: number, mark: RegExp): string {
  const lines = text.split('\n')
  if (lines.length <= height) return text
  const at = Math.max(
    0,
    lines.findIndex(line => mark.test(line)),
  )
  const start = Math.max(0, Math.min(at - Math.floor(height / 2), lines.length - height))
  const shown = lines.slice(start, start + height)
  if (start > 0) shown[0] = '⋮'
  if (start + height < lines.length) shown[shown.length - 1] = '⋮'
  return shown.join('\n')
}

/** Filled out with spaces on the right. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

/** A share from 0 to 1 as a bar of that many columns: what is full and what is empty. */
export function bar(share: number, columns: number): { readonly full: string; readonly empty: string } {
  const full = Math.round(Math.min(1, Math.max(0, share)) * columns)
  return { full: '█'.repeat(full), empty: '░'.repeat(columns - full) }
}

/** Milliseconds as `m:ss`, or `h:mm:ss` from an hour on; a started second counts. */
export function clockTime(milliseconds: number): string {
  const total = Math.max(0, Math.ceil(milliseconds / 1000))
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** Points as people write them: two decimals at most. */
export function figure(points: number): string {
  return String(Math.round(points * 100) / 100 + 0)
}

/** `1 point`, `2 points`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : many}`
}
