import type { DayLoad, ReviewQueue } from '../schedule/spaced/index.js'
import { counted } from './terminal/layout.js'

/** How many questions fall due on the coming days, as bars: `Wed 25 Nov  ▇▇▇ 3`. */
export function loadText(days: readonly DayLoad[]): string {
  const most = Math.max(1, ...days.map(({ due }) => due))
  const lines = days.map(({ date, due }) => {
    const name = new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: '2-digit',
      month: 'short',
      timeZone: 'UTC',
    }).format(new Date(date))
    const bar = '▇'.repeat(due === 0 ? 0 : Math.max(1, Math.round((due / most) * 20)))
    return `${name.replace(',', '')}  ${bar === '' ? '' : `${bar} `}${due}`
  })
  return ['Coming up', ...lines].join('\n')
}

/** `3 questions to go over again, 2 new ones`, without what there is none of. */
export function countsText({ due, fresh }: ReviewQueue): string {
  const again = due.length > 0 ? `${counted(due.length, 'question')} to go over again` : ''
  const first = fresh.length > 0 ? counted(fresh.length, again ? 'new one' : 'new question') : ''
  return [again, first].filter(part => part !== '').join(', ')
}
