import { type Note, slugOf } from './collect.js'

/** Words of titles that nobody gave: what a question is called in some languages, and kinds of questions. */
const empty = new Set(
  'question item untitled title no new q frage aufgabe pregunta domanda vraag opgave fråga multiple single choice multiplechoice singlechoice answer response select true false yes either or short long essay text entry textentry extended hottext interaction matching match ordering order sequence fill in the blank blanks and numeric numerical'.split(
    ' ',
  ),
)

/**
 * What there is to say of a title that stands beside a question's text and its id, as a bank has no place for it: nothing
 * where these say as much, or where it says only that this is a question, of which kind, or the how many-th.
 *
 * @param text what it asks.
 */
export function titleNote(title: string, id: string, text: string): Note | null {
  const isEmpty = [...wordsOf(title)].every(
    word => /^(?:\p{N}*|[a-z])$/u.test(word) || empty.has(word.replace(/\d+$/, '')),
  )
  const slug = slugOf(title)
  const isInId = title === id || (slug !== '' && slugOf(id).includes(slug))
  if (isEmpty || isInId || beginsWith(text, title)) return null
  return { code: 'title-lost', message: `Its title '${title}' is left out, as a question has none.` }
}

/** True where a text begins with the letters and digits of a name, as some make names of texts and cut them. */
export function beginsWith(text: string, name: string): boolean {
  const wanted = [...wordsOf(name)].join('')
  let found = ''
  // A name is short, and what it names may be long.
  for (const word of wordsOf(text)) {
    if (found.length >= wanted.length || !wanted.startsWith(found)) break
    found += word
  }
  return found.startsWith(wanted)
}

function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) yield word.normalize('NFKC').toLowerCase()
}
