import { asId, type Note } from '../collect.js'
import {
  type Asked,
  bestOf,
  blank,
  choicesIn,
  pointsField,
  type Row,
  rawIds,
  sampleOf,
  unsupported,
} from './qti.asked.js'
import { attributeOf, below } from './qti.elements.js'
import type { Plan, Score } from './qti.fit.js'
import { numberPlan } from './qti.number-rows.js'
import type { Sample } from './qti.spaces.js'
import { isNumeric } from './qti.values.js'

/** What is typed, set or picked within a text. */
export const textRows: { readonly [interaction: string]: Row } = {
  textEntryInteraction: asked => (isNumeric(asked.declaration.type) ? numberPlan(asked) : textPlan(asked)),
  /** A long text that rules compare is a short one; one that they leave alone never comes here. */
  extendedTextInteraction: textPlan,
  inlineChoiceInteraction(asked) {
    const choices = choicesIn(asked, 'inlineChoice')
    const samples = [
      blank,
      ...rawIds(asked, 'inlineChoice').map(id => sampleOf(asked, [id], { [asked.response]: asId(id) })),
    ]
    return {
      fields: { type: 'cloze', text: `{{${asId(asked.response)}}}` },
      samples,
      candidates(score) {
        const best = bestOf(samples, score)
        const points = score(best.given)
        if (points <= 0) return []
        const [key] = Object.values((best.ours ?? {}) as { readonly [gap: string]: string })
        return [
          { gaps: [{ id: asId(asked.response), type: 'choice', choices, key }], ...pointsField(points) },
        ]
      },
    }
  },
  sliderInteraction: asked =>
    isNumeric(asked.declaration.type) ? numberPlan(asked) : unsupported('Its response is no number.'),
}

/** Longer lists of texts are not tried out. */
const mostTexts = 200

/** Texts that an item names: what is right, what its map lists, what its rules compare with. */
function textsIn({ declaration, rules }: Asked): readonly string[] {
  const compared = rules ? below(rules, name => name === 'baseValue') : []
  const texts = [
    ...declaration.correct.scalars,
    ...(declaration.mapping?.entries ?? []).map(({ key }) => key),
    ...compared
      .filter(value => ['string', undefined].includes(attributeOf(value, 'baseType')))
      .map(value => value.text.trim()),
  ]
  return [...new Set(texts.map(String))].filter(text => /\S/.test(text))
}

function textPlan(asked: Asked): Plan | Note {
  if (asked.declaration.type !== 'string')
    return unsupported(`A text is typed for a response of ${asked.declaration.type}s.`)
  if (asked.declaration.cardinality !== 'single')
    return unsupported('Several texts are typed into one field.')
  const texts = textsIn(asked)
  if (texts.length > mostTexts) return unsupported(`It names more than ${mostTexts} texts.`)
  const variants = (text: string) => [
    text.toLowerCase(),
    text.toUpperCase(),
    `${text}x`,
    `x${text}`,
    text.slice(1),
  ]
  const all = [...texts, ...texts.flatMap(variants), 'something else']
  const tried = [...new Set(all)].filter(text => text === text.trim() && text !== '')
  const samples = [blank, ...tried.map(text => sampleOf(asked, [text], text))]
  return { fields: { type: 'short-answer' }, samples, candidates: score => textKeys(texts, samples, score) }
}

/** What is accepted, the best first, with capitals that count or don't. */
function* textKeys(texts: readonly string[], samples: readonly Sample[], score: Score) {
  const worthOf = (text: string) => score(samples.find(({ ours }) => ours === text)?.given ?? new Map())
  const worth = texts.map(text => [text, worthOf(text)] as const).filter(([, points]) => points > 0)
  const best = [...worth].sort(([, one], [, other]) => other - one)
  const [, most] = best[0] ?? ['', 0]
  if (most <= 0) return
  const share = (points: number) => (points === most ? {} : { fraction: points / most })
  const key = best.map(([text, points]) => ({ text, ...share(points) }))
  // Where capitals don't count, a text that differs only in them is there twice.
  const known = new Set<string>()
  const distinct = key.filter(({ text }) => !known.has(text.toLowerCase()) && known.add(text.toLowerCase()))
  const anywhere = (entries: typeof key) =>
    entries.map(({ text, ...rest }) => ({
      text: `*${text.replaceAll('*', '\\*')}*`,
      wildcard: true,
      ...rest,
    }))
  for (const [entries, match] of [
    [distinct, { space: 'exact' }],
    [key, { case: true, space: 'exact' }],
  ] as const) {
    yield { key: entries, match, ...pointsField(most) }
    yield { key: anywhere(entries), match, ...pointsField(most) }
  }
}
