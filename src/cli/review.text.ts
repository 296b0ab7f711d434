import type { DayLoad } from '../schedule/spaced/index.js'

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
