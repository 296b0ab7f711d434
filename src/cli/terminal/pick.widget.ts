import { hang } from './layout.js'
import { type Listed, labelOf, moved, numeral, placeOf, type Sheet, type Widget } from './widget.js'

/** One of several: the one at the cursor. */
export function pickOne(
  choices: readonly Listed[],
  picked: string | null,
  at = indexOf(choices, picked),
): Widget {
  const widget: Widget = {
    response: picked,
    typing: false,
    keys: [['↑↓', 'move']],
    press(key) {
      const place = placeOf(key, choices.length)
      if (place >= 0) return pickOne(choices, choices[place]?.id ?? null, place)
      if (key.name === 'space') return pickOne(choices, choices[at]?.id ?? null, at)
      const next = moved(key, at, choices.length)
      return next === at ? widget : pickOne(choices, picked, next)
    },
    settled: () => pickOne(choices, choices[at]?.id ?? null, at),
    draw(sheet) {
      const chosen = sheet.open ? at : choices.findIndex(({ id }) => id === picked)
      return drawChoices(choices, sheet, at, index => (index === chosen ? '●' : '○'))
    },
  }
  return widget
}

interface ManyOptions {
  /** Ids of those that can't be picked with others. */
  readonly exclusive?: readonly string[]
  readonly at?: number
}

/** Any number of several. */
export function pickMany(
  choices: readonly Listed[],
  picked: readonly string[],
  { exclusive = [], at = 0 }: ManyOptions = {},
): Widget {
  const widget: Widget = {
    response: picked.length > 0 ? picked : null,
    typing: false,
    keys: [
      ['↑↓', 'move'],
      ['space', 'mark'],
    ],
    press(key) {
      const place = key.name === 'space' ? at : placeOf(key, choices.length)
      const choice = choices[place]
      if (choice)
        return pickMany(choices, toggled(choices, picked, choice.id, exclusive), { exclusive, at: place })
      const next = moved(key, at, choices.length)
      return next === at ? widget : pickMany(choices, picked, { exclusive, at: next })
    },
    settled: () => widget,
    draw: sheet =>
      drawChoices(choices, sheet, at, index => (picked.includes(choices[index]?.id ?? '') ? '◼' : '◻')),
  }
  return widget
}

/** Picked or no longer picked, in the order of the choices; an exclusive one drives out the others. */
export function toggled(
  choices: readonly Listed[],
  picked: readonly string[],
  id: string,
  exclusive: readonly string[] = [],
): readonly string[] {
  if (picked.includes(id)) return picked.filter(other => other !== id)
  if (exclusive.includes(id)) return [id]
  const kept = picked.filter(other => !exclusive.includes(other))
  return choices.map(choice => choice.id).filter(other => other === id || kept.includes(other))
}

function drawChoices(
  choices: readonly Listed[],
  sheet: Sheet,
  at: number,
  markOf: (index: number) => string,
): string {
  const { paint, open, width } = sheet
  return choices
    .map((choice, index) => {
      const mark = markOf(index)
      const here = open && index === at
      const picked = mark === '●' || mark === '◼'
      const label = labelOf(choice, sheet)
      const front = `${here ? paint.accent('❯') : ' '} ${picked ? paint.accent(mark) : paint.faint(mark)} `
      const number = open ? `${paint.faint(numeral(index))} ` : ''
      const text = here ? paint.accent(label) : picked && !open ? paint.strong(label) : label
      return hang(front + number, picked || open ? text : paint.faint(text), width)
    })
    .join('\n')
}

function indexOf(choices: readonly Listed[], picked: string | null): number {
  return Math.max(
    0,
    choices.findIndex(({ id }) => id === picked),
  )
}
