/** Year, month and day as one number that grows with time. */
export function dateIn(text: string, language: string | undefined): number | null {
  const made = (year: unknown, month: unknown = 0, day: unknown = 0) =>
    Number(year) * 10_000 + Number(month) * 100 + Number(day)
  const iso =
    /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? /^(\d{1,4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/.exec(text)
  if (iso) return made(iso[1], iso[2], iso[3])
  const numeric = /^(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d{4})$/.exec(text)
  if (numeric) {
    const [, one, , other, year] = numeric
    const monthFirst = /^en(?:-US)?$/i.test(language ?? 'en') && Number(one) <= 12
    return monthFirst ? made(year, one, other) : made(year, other, one)
  }
  const parts = text.toLowerCase().match(/\d+|\p{L}[\p{L}\p{M}]*/gu) ?? []
  const numbers = parts.filter(part => /^\d/.test(part)).map(Number)
  const named = parts.map(part => monthsOf(language ?? 'en').get(part)).find(month => month !== undefined)
  if (named === undefined || numbers.length === 0 || numbers.length > 2 || parts.length > 6) return null
  const [year, another] = numbers.filter(number => number > 31)
  if (year === undefined || another !== undefined) return null
  return made(
    year,
    named,
    numbers.find(number => number <= 31),
  )
}

const months = new Map<string, ReadonlyMap<string, number>>()

/** Names of months, short and long, as they stand in a date and by themselves: name → 1 to 12. */
function monthsOf(language: string): ReadonlyMap<string, number> {
  const known = months.get(language)
  if (known) return known
  const names = new Map<string, number>()
  for (const length of ['long', 'short'] as const)
    for (const day of ['numeric', undefined] as const)
      for (let month = 1; month <= 12; month++) {
        const name = formatMonth(language, { month: length, day }, month)
        if (name) names.set(name.toLowerCase().replace(/\.$/, ''), month)
      }
  months.set(language, names)
  return names
}

function formatMonth(
  language: string,
  options: Intl.DateTimeFormatOptions,
  month: number,
): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(
      Date.UTC(2023, month - 1, 1),
    )
    return parts.find(({ type }) => type === 'month')?.value
  } catch {
    return undefined
  }
}

/** What comes round again, the months every year and the hours every day: where it begins and ends in its round. */
export interface Recurring {
  readonly low: number
  readonly high: number
  readonly unit: 'month' | 'time'
}

/** Where the rounds begin and end: the year in days of months that are all as long, the day in minutes. */
export const rounds: { readonly [unit in Recurring['unit']]: readonly [begin: number, end: number] } = {
  month: [32, 13 * 32],
  time: [0, 24 * 60],
}

/** A month, or a day of one, of no year: `March`, `15. März`. */
export function monthIn(text: string, language: string | undefined): Recurring | null {
  const parts = text.toLowerCase().match(/\d+|\p{L}[\p{L}\p{M}]*/gu) ?? []
  if (parts.length > 4) return null
  const ofEast = /^(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text)
  let [month, day] = [numberOr(ofEast?.[1]), numberOr(ofEast?.[2])]
  for (const part of ofEast ? [] : parts) {
    const number = /^\d/.test(part) ? Number(part) : undefined
    const named = number === undefined ? monthsOf(language ?? 'en').get(part) : undefined
    if (named !== undefined && month === undefined) month = named
    else if (number !== undefined && number < 32 && day === undefined) day = number
    else if (!/^(?:the|of|st|nd|rd|th|er|de)$/.test(part)) return null
  }
  if (month === undefined) return null
  return { low: month * 32 + (day ?? 0), high: month * 32 + (day ?? 31), unit: 'month' }
}

const numberOr = (text: string | undefined) => (text === undefined ? undefined : Number(text))

/** A time of day: `9:00`, `10 a.m.`, `9 Uhr`. */
export const timeIn = (text: string): Recurring | null => hoursIn(text, text)

/** Two times of day. What makes one a time holds for the other too: `10–12 a.m.`, `9 bis 11 Uhr`. */
export function hoursIn(first: string, second: string): Recurring | null {
  const [one, other] = [readClock(first), readClock(second)]
  if (!one || !other || !(other.isTime || one.isTime)) return null
  const half = one.half ?? other.half
  const high = minutesOf(other, other.half ?? half)
  const low = minutesOf(one, half)
  const noon = 12 * 60
  // `11–1 p.m.` begins in the morning, `10–12 a.m.` ends at noon, and `22:00–02:00` on the next day.
  if (first !== second && low > high && one.half === undefined && low >= noon && half !== undefined)
    return { low: low - noon, high, unit: 'time' }
  const rest = high < low ? Math.ceil((low - high) / noon) * noon : 0
  return { low, high: high + rest, unit: 'time' }
}

interface Clock {
  readonly hour: number
  readonly minute: number
  readonly half: string | undefined
  /** Whether it can be nothing but a time. */
  readonly isTime: boolean
}

function readClock(text: string): Clock | null {
  const plain = text.trim().toLowerCase()
  if (/^(?:noon|midday)$/.test(plain)) return { hour: 12, minute: 0, half: undefined, isTime: true }
  if (plain === 'midnight') return { hour: 24, minute: 0, half: undefined, isTime: true }
  const found = clock.exec(plain)
  const [, article, hour = '', colon, point, half, word] = found ?? []
  if (!found || Number(hour) > 24) return null
  // `12 h` and `5 heures` may last so long, too, and are numbers then.
  const isTime = [article, colon, half].some(part => part !== undefined) || /^(?:uhr|o)/.test(word ?? '')
  return { hour: Number(hour), minute: Number(colon ?? point ?? 0), half, isTime }
}

const clock =
  /^(las? )?(\d{1,2})(?:[:h] ?([0-5]\d)|\.([0-5]\d))?(?: ?([ap])\.? ?m\b\.?)?(?: ?(uhr|o[’']clock|heures|h|год\.?|годин[аиу]?|час(?:а|ов)?))?$/u

function minutesOf({ hour, minute }: Clock, half: string | undefined): number {
  const ofDay = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return ofDay * 60 + minute
}
