import stringWidth from 'fast-string-width'
import { hang, padded } from './layout.js'
import { type Listed, labelOf, moved, numeral, placeOf, type Sheet, type Widget } from './widget.js'

/** What is given to each row: id of the row → id of the target. */
export type Pairs = { readonly [row: string]: string }

/** Rows that each get one of the targets: prompts and choices, items and categories. */
export function pairUp(rows: readonly Listed[], targets: readonly Listed[], pairs: Pairs, at = 0): Widget {
  const row = rows[at]?.id ?? ''
  const given = targets.findIndex(({ id }) => id === pairs[row])
  const widget: Widget = {
    response: Object.keys(pairs).length > 0 ? pairs : null,
    typing: false,
    keys: [
      ['↑↓', 'move'],
      [targets.length > 1 ? `1-${Math.min(9, targets.length)}` : '1', 'give'],
      ['←→', 'change'],
      ['0', 'take away'],
    ],
    press(key) {
      const place = placeOf(key, targets.length)
      if (place >= 0) {
        const next = withPair(pairs, row, targets[place]?.id)
        return pairUp(rows, targets, next, nextOpen(rows, next, at))
      }
      const step = key.name === 'right' ? 1 : key.name === 'left' ? -1 : 0
      if (step !== 0) {
        const turns = targets.length + 1
        const turned = ((given + 1 + step + turns) % turns) - 1
        return pairUp(rows, targets, withPair(pairs, row, targets[turned]?.id), at)
      }
      if (key.char === '0' || key.name === 'backspace' || key.name === 'delete')
        return row in pairs ? pairUp(rows, targets, withPair(pairs, row, undefined), at) : widget
      const next = moved(key, at, rows.length)
      return next === at ? widget : pairUp(rows, targets, pairs, next)
    },
    settled: () => widget,
    draw(sheet) {
      const list = drawRows(rows, targets, pairs, at, sheet)
      return sheet.open ? `${list}\n\n${drawTargets(targets, given, sheet)}` : list
    },
  }
  return widget
}

function withPair(pairs: Pairs, row: string, target: string | undefined): Pairs {
  const { [row]: _, ...rest } = pairs
  return target === undefined ? rest : { ...rest, [row]: target }
}

/** The next row that has nothing yet, round from here; the row itself where all have something. */
function nextOpen(rows: readonly Listed[], pairs: Pairs, at: number): number {
  for (let step = 1; step < rows.length; step++) {
    const next = (at + step) % rows.length
    if (!((rows[next]?.id as string) in pairs)) return next
  }
  return at
}

function drawRows(
  rows: readonly Listed[],
  targets: readonly Listed[],
  pairs: Pairs,
  at: number,
  sheet: Sheet,
): string {
  const { paint, open, width } = sheet
  const texts = rows.map(row => labelOf(row, sheet))
  const left = Math.max(...texts.map(text => stringWidth(text)))
  const right = Math.max(...targets.map(target => stringWidth(labelOf(target, sheet))))
  const beside = 2 + left + 3 + right + 2 <= width
  return rows
    .map((row, index) => {
      const here = open && index === at
      const place = targets.findIndex(({ id }) => id === pairs[row.id])
      const target = targets[place]
      const front = here ? `${paint.accent('❯')} ` : '  '
      const text = here ? paint.accent(texts[index] ?? '') : (texts[index] ?? '')
      const given = target
        ? `${open ? `${paint.faint(numeral(place))} ` : ''}${paint.strong(labelOf(target, sheet))}`
        : paint.faint('…')
      const arrow = target ? paint.accent('→') : paint.faint('→')
      if (beside) return `${front}${padded(text, left)} ${arrow} ${given}`
      return `${hang(front, text, width)}\n${hang(`  ${arrow} `, given, width)}`
    })
    .join('\n')
}

function drawTargets(targets: readonly Listed[], given: number, sheet: Sheet): string {
  return targets
    .map((target, index) => {
      const label = labelOf(target, sheet)
      return hang(
        `  ${sheet.paint.accent(numeral(index))} `,
        index === given ? sheet.paint.strong(label) : label,
        sheet.width,
      )
    })
    .join('\n')
}
