import { type Fault, type Line, linesOf, settingsIn } from './markdown.lines.js'

/** A question's lines, from its heading on. */
export interface Part {
  readonly line: number
  readonly stem: string
  readonly lines: readonly string[]
}

/** A box to tick, with its sign and its text. */
export const box = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s+\[([ xX])\]\s+(.*)$/s

/** A name with a colon, as in `**Hint:**`, `**Hint**:` and `Hint:`, that begins a line. */
export const named =
  /^ {0,3}(?:>\s*)?[*_]{0,2}(Answer|Number|True or false|Essay|Hint|Feedback|Solution)(?::[*_]{0,2}|[*_]{1,2}:)\s*(.*)$/is

/** A line across, as people draw it between questions. */
export const ruler = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/

/** An id where other dialects have it. */
export const idInHeading = /(?:<!--[^<>`]*-->|\{#[^{}\s`]+\})$/

/** The title of a page, what stands below it, its questions, and what stands where no question can take it. */
export function partsOf(page: readonly string[]): {
  readonly title: string | null
  readonly description: string
  readonly parts: readonly Part[]
  readonly faults: readonly Fault[]
} {
  const { lines, unclosed } = linesOf(page)
  let title: string | null = null
  const about: Line[] = []
  /** Between the title and the next heading, up to something that belongs to a question. */
  let isAbout = false
  const parts: { line: number; stem: string; lines: string[] }[] = []
  const faults: Fault[] = []
  /** Null between a heading of the page and the next question. */
  let part: (typeof parts)[number] | null = null
  /** What was told since the heading of the page. */
  let told = new Set<string>()
  const tell = (line: number, kind: string, code: string, message: string) => {
    if (told.has(kind)) return
    told.add(kind)
    faults.push({ line, kind, code, message })
  }
  for (const line of lines) {
    const { number, text, is } = line
    const [, mark = '', rest = ''] = is === 'text' ? (/^ {0,3}(##?)\s(.*)$/s.exec(text) ?? []) : []
    const heading = rest
      .trim()
      .replace(/(?<=\s)#+$/, '')
      .trim()
    if (heading !== '' && mark === '#') {
      part = null
      told = new Set()
      isAbout = title === null
      if (title === null) title = heading
      else {
        const message = `'${heading}' is a second title, and is left out. Questions below it are of the same bank.`
        faults.push({ line: number, kind: 'text', code: 'left-out', message })
      }
    } else if (heading !== '') {
      part = { line: number, stem: heading, lines: [] }
      parts.push(part)
    } else if (part) part.lines.push(text)
    else if (is === 'comment') {
      const settings = [...settingsIn(text)].map(setting => setting.join(': '))
      if (settings.length > 0) {
        const message = `'${settings.join('; ')}' is said of no question, and is left out. Such a comment stands below the ## of one.`
        tell(number, 'settings', 'left-out', message)
      }
    } else if (is === 'text' && box.test(text)) {
      isAbout = false
      const message = 'Choices stand under no question, and are left out. A question begins with ##.'
      tell(number, 'choices', 'no-question-heading', message)
    } else if (isAbout && (is === 'code' || !named.test(text))) about.push(line)
    else if (says(line)) {
      isAbout = false
      const message = `'${text.trim()}' stands under no question, and is left out with the text below it. A question begins with ##.`
      tell(number, 'text', 'left-out', message)
    }
  }
  const from = about.findIndex(says)
  const description = about
    .slice(from, about.findLastIndex(says) + 1)
    .map(({ text }) => text)
    .join('\n')
    .trim()
  // A bank's check takes no longer ones.
  if (description.length <= 20_000) return { title, description, parts, faults: [...faults, ...unclosed] }
  const message =
    'The text below the title is left out, as it has more than 20,000 characters: shorten it, or put it into the questions.'
  const tooLong = { line: about[from]?.number ?? 1, kind: 'text', code: 'left-out', message }
  return { title, description: '', parts, faults: [...faults, ...unclosed, tooLong] }
}

const says = ({ text }: Line) => text.trim() !== '' && !ruler.test(text)
