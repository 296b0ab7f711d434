import fc from 'fast-check'
import { checkBank } from '../../src/bank/index.js'
import { createRandom, type Random } from '../../src/draw/index.js'
import type { BuiltInQuestion } from '../../src/interactions/index.js'
import { everyQuestion } from './every-question.js'

/** Texts that one format or another gives a meaning, or that are easily lost. */
const awkward: readonly string[] = [
  '*one* and **two**, `three`',
  'a_b_c and 2*3*4',
  'back\\slash \\* and \\\\',
  'sets {a, b} = {~x} # one : two',
  '<b>not bold</b> & &amp; &lt;br&gt;',
  '=1+1',
  '+1 or -1',
  '-2 apples',
  '@SUM(A1)',
  '＝1',
  '\'=quoted\' and "quoted"',
  'one\ntwo',
  'one\n\ntwo',
  'As follows:\n\n- one\n- two',
  '1. one\n2. two',
  '> said\n\nthen',
  'Code:\n\n```\nif (a < b) {\n  c = "d"\n}\n```',
  '```js\n# no heading\n\n::x::\n```',
  '$x_1^2 \\le \\frac{1}{2}$ and $$y$$',
  'שלום, עולם: ٣٫٥',
  '😀 👩‍👩‍👧 é',
  'tab\there',
  'a | b || c',
  '[a link](https://example.org/?a=1&b=2) and http://example.org/_x_',
  '# no heading',
  'A. one',
  'B) two',
  'ANSWER: A',
  '// no comment',
  '::no title:: x',
  '$CATEGORY: none',
  '%50%half',
  'ends with \\',
  'no\u00a0break, zero\u200bwidth',
  'semi;colon, comma',
  '<!-- hidden --> ]]>',
  '{1:SHORTANSWER:=x}',
  'a -> b',
  'TRUE',
  '007',
  '1e3',
  '- [x] no choice',
  '**Answer:** none',
  '| a | b |',
  '_____',
  'a * b',
  '&nbsp;&copy;',
  '__proto__',
  '[html]<p>x</p>',
  'line\\\nbreak',
  '!important ![no picture](x.png)',
  '`` a`b ``',
]

const required = new Set(
  'id type stem text choices items prompts categories gaps key value min max rule fractions map orders order fraction src alt unit a b c d document paragraphs longerThan allow share'.split(
    ' ',
  ),
)
const texts = new Set(
  'stem text feedback correct partial incorrect unanswered general true false solution caption alt'.split(
    ' ',
  ),
)

/** A value with some of its optional fields left out and some of its texts others. */
function varied(value: unknown, chance: Random, share: number, name = ''): unknown {
  if (Array.isArray(value)) return value.map(one => varied(one, chance, share, name))
  if (typeof value === 'string')
    return texts.has(name) && chance() < share ? awkward[Math.floor(chance() * awkward.length)] : value
  if (typeof value !== 'object' || value === null) return value
  const left = chance() < 0.6 ? 0.15 : 0.7
  const fields = Object.entries(value).flatMap(([field, inner]) =>
    required.has(field) || chance() < left ? [[field, varied(inner, chance, share, field)]] : [],
  )
  return Object.fromEntries(fields)
}

/**
 * Any question of any kind, with any of its fields and awkward texts, as far as a bank may hold it.
 *
 * @param awkwardTexts which share of the texts is awkward.
 */
export function anyQuestion(awkwardTexts = 0.3): fc.Arbitrary<BuiltInQuestion> {
  return fc.tuple(fc.constantFrom(...everyQuestion), fc.nat()).map(([question, seed]) => {
    const other = varied(question, createRandom(seed), awkwardTexts) as BuiltInQuestion
    // Running text has to name its gaps.
    const made = 'text' in question ? ({ ...other, text: question.text } as BuiltInQuestion) : other
    const { issues } = checkBank({ ...withParts, questions: [made] })
    return issues.length === 0 ? made : question
  })
}

/** What the questions name of their bank. */
const withParts = {
  id: 'b',
  title: 'B',
  objectives: [{ id: 'recall', text: 'Recall it.' }],
  sources: [{ id: 'report', title: 'Report' }],
}
