import type { MoodleAnswer, MoodleKind, MoodleQuestion, MoodleText } from '../moodle/index.js'
import type { Block } from './gift.blocks.js'

export type Parsed =
  | { readonly is: 'question'; readonly question: MoodleQuestion }
  | { readonly is: 'category'; readonly path: string }
  | { readonly is: 'broken'; readonly code: string; readonly message: string }

const broken = (code: string, message: string): Parsed => ({ is: 'broken', code, message })

/** What stands for escaped signs while the text is taken apart: Unicode keeps these for a program's own use. */
const hidden: { readonly [sign: string]: string } = {
  ':': '\uFDD0',
  '#': '\uFDD1',
  '=': '\uFDD2',
  '{': '\uFDD3',
  '}': '\uFDD4',
  '~': '\uFDD5',
  n: '\uFDD6',
  '\\': '\\',
}
const shown: { readonly [sign: string]: string } = {
  '\uFDD0': ':',
  '\uFDD1': '#',
  '\uFDD2': '=',
  '\uFDD3': '{',
  '\uFDD4': '}',
  '\uFDD5': '~',
  '\uFDD6': '\n',
}
const hide = (text: string) =>
  !text.includes('\\') ? text : text.replace(/\\([:#={}~n\\])/g, (_, sign: string) => hidden[sign] ?? sign)
const show = (text: string) =>
  !/[\uFDD0-\uFDD6]/.test(text) ? text : text.replace(/[\uFDD0-\uFDD6]/g, sign => shown[sign] ?? sign)

/** Takes a block apart as Moodle does (question/format/gift/format.php, readquestion), in time linear in it. */
export function parseBlock({ text: written, comments }: Block): Parsed {
  let text = hide(written)
  if (text.startsWith('$CATEGORY:')) return { is: 'category', path: show(text.slice(10)).trim() }
  let name = ''
  if (text.startsWith('::')) {
    text = text.slice(2)
    const end = text.indexOf('::')
    if (end !== -1) {
      name = show(text.slice(0, end)).trim()
      text = text.slice(end + 2).trim()
    }
  }
  const open = text.indexOf('{')
  const close = text.indexOf('}')
  const isDescription = open === -1 && close === -1
  if (!isDescription && (open === -1 || close === -1))
    return broken(
      'unclosed-answers',
      open === -1 ? "There is a '}' without a '{'." : "There is a '{' without a '}'.",
    )
  if (!isDescription && close < open)
    return broken('unclosed-answers', "A '}' stands before the first '{'; write \\} where a brace is meant.")
  let answers = isDescription ? '' : text.slice(open + 1, close).trim()
  const before = isDescription ? text : text.slice(0, open)
  const after = isDescription ? '' : text.slice(close + 1)
  const asked = isDescription || text.endsWith('}') ? before + after : `${before}_____${after}`
  const at = answers.lastIndexOf('####')
  const general = at === -1 ? '' : answers.slice(at + 4)
  if (at !== -1) answers = answers.slice(0, at).trim()
  const stem = textOf(asked, 'moodle')
  const base = {
    name,
    stem,
    general: general.trim() === '' ? null : textOf(general, stem.format),
    id: /\[id:((?:\\.|[^\]\\])+)\]/.exec(comments)?.[1]?.trim() ?? null,
    tags: [...comments.matchAll(/\[tag:([^<>`\]]+)\]/g)].map(([, tag = '']) => tag.trim()),
    answers: [],
    pairs: [],
    isTrue: false,
    several: false,
  }
  const kind = isDescription ? 'description' : kindOf(answers)
  return kinds[kind](answers, { ...base, kind })
}

function kindOf(answers: string): MoodleKind {
  if (answers === '') return 'essay'
  if (answers.startsWith('#')) return 'numerical'
  if (answers.includes('~')) return 'multichoice'
  if (answers.includes('=') && answers.includes('->')) return 'match'
  const sharp = answers.indexOf('#')
  const claim = sharp > 0 ? answers.slice(0, sharp).trim() : answers
  return ['T', 'TRUE', 'F', 'FALSE'].includes(claim) ? 'truefalse' : 'shortanswer'
}

const done = (question: MoodleQuestion): Parsed => ({ is: 'question', question })

const kinds: { readonly [Kind in MoodleKind]: (answers: string, base: MoodleQuestion) => Parsed } = {
  description: (_, base) => done(base),
  essay: (_, base) => done(base),
  multichoice(answers, base) {
    const pieces = piecesOf(answers.replaceAll('=', '~='), '~')
    if (pieces.length < 2)
      return broken('too-few-answers', 'A question to choose from needs two answers or more.')
    const read = pieces.map(piece =>
      piece.startsWith('=')
        ? answerOf(piece.slice(1), 1, base.stem.format, false)
        : answerOf(piece, 0, base.stem.format),
    )
    return done({ ...base, answers: read, several: !answers.includes('=') })
  },
  match(answers, base) {
    const pieces = piecesOf(answers, '=')
    if (pieces.length < 2) return broken('too-few-answers', 'A question to match needs two pairs or more.')
    const pairs = pieces.map(piece => {
      const arrow = piece.indexOf('->')
      return arrow === -1
        ? null
        : {
            left: textOf(piece.slice(0, arrow), base.stem.format),
            right: show(piece.slice(arrow + 2)).trim(),
          }
    })
    const whole = pairs.filter(pair => pair !== null)
    if (whole.length < pairs.length)
      return broken(
        'pair-without-arrow',
        "Each '=' of a question to match needs a '->' between its two sides.",
      )
    return done({ ...base, pairs: whole })
  },
  truefalse(answers, base) {
    const [claim = '', wrong = '', right = ''] = splitAt(answers, '#', 3)
    const isTrue = claim.trim().startsWith('T')
    const feedback = (text: string) => (text.trim() === '' ? null : textOf(text, base.stem.format))
    const said = (yes: boolean): MoodleAnswer => ({
      text: { text: yes ? 'true' : 'false', format: 'plain' },
      fraction: yes === isTrue ? 1 : 0,
      feedback: feedback(yes === isTrue ? right : wrong),
    })
    return done({ ...base, isTrue, answers: [said(true), said(false)] })
  },
  shortanswer(answers, base) {
    const pieces = piecesOf(answers, '=')
    if (pieces.length === 0) return broken('too-few-answers', 'There is no answer between the braces.')
    return done({ ...base, answers: pieces.map(piece => answerOf(piece, 1, base.stem.format)) })
  },
  numerical(answers, base) {
    const text = answers.slice(1)
    const tilde = text.indexOf('~')
    const pieces = piecesOf(tilde === -1 ? text : text.slice(0, tilde), '=')
    if (pieces.length === 0) return broken('too-few-answers', "There is no number after the '#'.")
    const read = pieces.map(piece => answerOf(piece, 1, base.stem.format))
    if (tilde !== -1) {
      const { feedback } = answerOf(text.slice(tilde), 0, base.stem.format)
      read.push({ text: { text: '*', format: 'plain' }, fraction: 0, feedback })
    }
    return done({ ...base, answers: read })
  },
}

/** What stands between the signs; nothing before the first one is no piece. */
function piecesOf(text: string, sign: string): readonly string[] {
  const [first = '', ...others] = text.split(sign)
  const head = first.trim()
  return head === '' || head === '0'
    ? others.map(piece => piece.trim())
    : [head, ...others.map(piece => piece.trim())]
}

/** At most so many pieces, the last with all that is left. */
function splitAt(text: string, sign: string, most: number): readonly string[] {
  const pieces = text.split(sign)
  return pieces.length <= most ? pieces : [...pieces.slice(0, most - 1), pieces.slice(most - 1).join(sign)]
}

const weight = /^%(-*\d{1,2}\.?\d*)%/

/** `mayWeigh` is false after the '=' of a choice, where Moodle takes a weight for text. */
function answerOf(piece: string, unweighted: number, format: string, mayWeigh = true): MoodleAnswer {
  const weighted = mayWeigh ? weight.exec(piece) : null
  const rest = weighted ? piece.slice(weighted[0].length) : piece
  const [text = '', feedback] = splitAt(rest, '#', 2)
  return {
    text: textOf(text, format),
    fraction: weighted ? Number(weighted[1]?.replace(/^--+/, '-')) / 100 : unweighted,
    feedback: feedback === undefined || feedback.trim() === '' ? null : textOf(feedback, format),
  }
}

/** A text without the name of its format, where it begins with one. */
function textOf(text: string, format: string): MoodleText {
  const trimmed = text.trim()
  const named = /^\[(html|markdown|plain|moodle)\]/.exec(trimmed)
  return { text: show(named ? trimmed.slice(named[0].length) : trimmed).trim(), format: named?.[1] ?? format }
}
