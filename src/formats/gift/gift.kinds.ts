import type { Media } from '../../question/index.js'
import { letter } from '../collect.js'
import { labelled } from '../shelf.js'
import { numerical, shortanswer } from './gift.accepted.js'
import { answersIn } from './gift.answers.js'
import type { Block } from './gift.block.js'
import { multichoice } from './gift.choices.js'
import { type Draft, fewerThanMoodleTakes, type Row, tooFew } from './gift.draft.js'
import { pastSpaces, tilde } from './gift.lines.js'
import { eachBlock } from './gift.scan.js'
import { imageAfter, readRight, readText, wordsAt } from './gift.texts.js'

/** Moodle's names for the kinds of question that GIFT has. */
type GiftKind = 'multichoice' | 'truefalse' | 'shortanswer' | 'numerical' | 'match' | 'essay' | 'description'

const claims = new Set(['T', 'TRUE', 'F', 'FALSE'])

/** As Moodle decides, in this order (question/format/gift/format.php, readquestion). */
export function kindOf(block: Block): GiftKind {
  const { text, open, answers, answersEnd, isNumerical, firstSharp } = block
  if (open === -1) return 'description'
  if (answers.length < 2 && pastSpaces(text, open + 1, answersEnd) === answersEnd) return 'essay'
  if (isNumerical) return 'numerical'
  if (answers.some(({ sign }) => sign === tilde)) return 'multichoice'
  const isAnswered = answers.some(({ sign }) => sign !== null)
  if (isAnswered && answers.some(({ arrow }) => arrow !== -1)) return 'match'
  const claim = wordsAt(block, open + 1, firstSharp === -1 ? answersEnd : firstSharp)
  return claims.has(claim) ? 'truefalse' : 'shortanswer'
}

/**
 * What Moodle makes of a block whose first '}' stands before its first '{': of what follows the '{' it leaves off as many
 * bytes as there are between the two.
 */
export function garbledKindOf({ text, open, close, end }: Block): GiftKind {
  const bytes = new TextEncoder().encode(text.slice(open + 1, end).trimEnd())
  const between = new TextEncoder().encode(text.slice(close, open)).length
  const answers = new TextDecoder().decode(bytes.slice(0, -between - 1))
  let kind: GiftKind = 'essay'
  eachBlock(`{${answers.replaceAll('}', ')').replaceAll('\n', ' ')} }`, block => {
    kind = kindOf(block)
  })
  return kind
}

/** Made once, as a key takes a name that it knows in less time. */
const promptIds = Array.from({ length: 26 }, (_, index) => `p${index + 1}`)

/** What a bank makes of each kind; null where it has nothing like it. */
export const kinds: { readonly [Kind in GiftKind]: Row | null } = {
  description: null,
  essay: (_, stem) => ({ id: '', type: 'essay', stem }),
  multichoice,
  shortanswer,
  numerical,
  truefalse(texts, stem) {
    const { text, open, firstSharp: first, secondSharp: second, answersEnd } = texts.block
    const wrong = first === -1 ? '' : readText(texts, first + 1, second === -1 ? answersEnd : second)
    const right = second === -1 ? '' : readText(texts, second + 1, answersEnd)
    const key = text.charAt(pastSpaces(text, open + 1, answersEnd)) === 'T'
    const [yes, no] = key ? [right, wrong] : [wrong, right]
    const question: Draft = { id: '', type: 'true-false', stem, key }
    const choiceFeedback: { true?: string; false?: string } = {}
    if (yes) choiceFeedback.true = yes
    if (no) choiceFeedback.false = no
    if (yes || no) question.choiceFeedback = choiceFeedback
    return question
  },
  match(texts, stem) {
    const { block } = texts
    const pairs = answersIn(block)
    if (pairs.length < 2) return fewerThanMoodleTakes('A question to match needs two pairs or more.')
    if (pairs.some(pair => pair.arrow === -1)) {
      const message = "Each '=' of a question to match needs a '->' between its two sides."
      return { code: 'pair-without-arrow', message, isNone: true }
    }
    // Of a few choices, a look at each takes less time than a map.
    const ids = pairs.length > 16 ? new Map<string, string>() : null
    const choices: { readonly id: string; readonly text: string }[] = []
    const prompts: { readonly id: string; readonly text: string; readonly media?: Media }[] = []
    const key: { [prompt: string]: string } = {}
    for (const pair of pairs) {
      const right = readRight(texts, pair.arrow + 2, pair.to, pair.isFolded)
      if (right === '') continue
      let choice = ids ? ids.get(right) : choices.find(({ text }) => text === right)?.id
      if (choice === undefined) {
        choice = letter(choices.length)
        ids?.set(right, choice)
        choices.push({ id: choice, text: right })
      }
      const id = promptIds[prompts.length] ?? `p${prompts.length + 1}`
      const before = texts.images.length
      const left = readText(texts, pair.from, pair.arrow, pair.isFolded)
      const media = imageAfter(texts, before)
      if (left === '' && !media) continue
      prompts.push(media ? { id, text: labelled(left, media, id), media } : { id, text: left })
      key[id] = choice
    }
    if (pairs.some(pair => pastSpaces(block.text, pair.arrow + 2, pair.to) === pair.to))
      texts.notes.push({ code: 'empty-choice', message: 'A pair without a right side is left out.' })
    if (prompts.length === 0) return tooFew('No pair has two sides.')
    return { id: '', type: 'matching', stem, prompts, choices, key }
  },
}
