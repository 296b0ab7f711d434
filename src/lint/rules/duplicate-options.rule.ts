import { languageOf } from '../language.js'
import { evenFigures } from '../quantity.js'
import { pick, questionRule } from '../rule.js'
import { asksForSpelling, likeness } from '../text.js'
import { listsOf } from '../texts.js'

/** Two choices, or two entries of another list, that say the same. */
export const duplicateOptions = questionRule(
  {
    id: 'duplicate-options',
    severity: 'error',
    advice: 'Two choices that are the same can’t both be told right from wrong. Change one, or take it out.',
    from: 'SAQUET item-writing flaws (Moore et al. 2023)',
    bad: [pick('Which city hosted the summit?', '*Paris', 'paris ', 'Rome', 'Oslo')],
    better: [pick('Which city hosted the summit?', '*Paris', 'Riga', 'Rome', 'Oslo')],
  },
  (question, { bank }) => {
    for (const [field, texts] of listsOf(question)) {
      const message = asksForSpelling(question.stem)
        ? firstSame(texts, text => text.trim())
        : sameIn(texts, languageOf(question, bank))
      if (message !== null) return { field, message }
    }
    return null
  },
)

function sameIn(texts: readonly string[], language: string | undefined): string | null {
  const caseCounts = texts.some(text => /\p{Ll}\p{Lu}/u.test(text)) || texts.every(isSymbol)
  return firstSame(
    texts,
    text =>
      `${evenFigures(likeness(text), language)}${caseCounts ? ` ${text.normalize('NFKC').trim()}` : ''}` ||
      text,
  )
}

/** Names the first two texts that are the same when looked at so. */
function firstSame(texts: readonly string[], look: (text: string) => string): string | null {
  const seen = new Map<string, string>()
  for (const given of texts) {
    // Importers write it where a choice is a picture alone.
    if (given.trim() === '…') continue
    const text = look(given)
    const same = seen.get(text)
    if (same !== undefined) return `'${same}' and '${given}' are the same.`
    seen.set(text, given)
  }
  return null
}

/** A genotype, a unit or a chemical symbol, such as `Aa`, `Pa` or `Co`, where capitals say something. */
const isSymbol = (text: string) => text.trim().length <= 2
