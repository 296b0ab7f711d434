import { asId } from '../collect.js'
import {
  type Asked,
  bestOf,
  blank,
  choiceOf,
  gapSign,
  identifierOf,
  pairsIn,
  pairsTried,
  pointsField,
  type Row,
  sampleOf,
  shuffleField,
  withGaps,
} from './qti.asked.js'
import { allOf, attributeOf, below, htmlIn, nameOf } from './qti.elements.js'
import type { Plan, Score } from './qti.fit.js'
import { pairedFields, pairing } from './qti.pair-rows.js'

/** Gaps in a text, into which things are put: a text with gaps that each have the same choices. */
export const gapMatchRow: { readonly [interaction: string]: Row } = {
  gapMatchInteraction(asked) {
    const { element, read, response, declaration } = asked
    const texts = [...allOf(element, 'gapText'), ...allOf(element, 'gapImg')]
    const choices = texts.map(text => choiceOf(text, asked))
    const gaps = below(element, name => name === 'gap')
    const html = htmlIn(element, child => {
      if (nameOf(child) === 'gap') return gapSign(attributeOf(child, 'identifier') ?? '')
      return ['prompt', 'gapText', 'gapImg'].includes(nameOf(child)) ? '' : null
    })
    const correct = pairsIn(asked)
    const rawOf = (one: (typeof gaps)[number]) => attributeOf(one, 'identifier') ?? ''
    const rightIn = (gap: string) => correct.find(pair => pair[1] === gap)?.[0]
    const rows = pairsTried(asked, gaps.map(rawOf), texts.map(rawOf), (gap, text) => `${text} ${gap}`)
    const samples = rows.map(row => {
      const filled = row.flatMap((id, at) => (id === null ? [] : [[rawOf(gaps[at] as never), id] as const]))
      if (filled.length === 0) return blank
      const ours = Object.fromEntries(filled.map(([gap, id]) => [asId(gap), asId(id)]))
      return sampleOf(
        asked,
        filled.map(([gap, id]) => `${id} ${gap}`),
        ours,
      )
    })
    const alone = (score: Score, gap: string, choice: string) =>
      score(new Map([[response, { ...declaration, scalars: [`${choice} ${gap}`] }]]))
    return {
      fields: { type: 'cloze', text: withGaps(read(html)) },
      samples,
      *candidates(score) {
        const whole = score(new Map([[response, declaration.correct]]))
        const best = whole > 0 ? whole : score(bestOf(samples, score).given)
        if (best <= 0) return
        const keys = gaps.map(gap => {
          const right = rightIn(rawOf(gap))
          const scored = texts.map(text => ({
            id: rawOf(text),
            worth: alone(score, rawOf(gap), rawOf(text)),
          }))
          const most = scored.reduce(
            (one, other) => (other.worth > one.worth ? other : one),
            scored[0] as never,
          )
          return {
            gap,
            key: right ?? most?.id ?? '',
            worth: right ? alone(score, rawOf(gap), right) : (most?.worth ?? 0),
          }
        })
        const gapsWith = (weighs: boolean) =>
          keys.map(({ gap, key, worth }) => ({
            id: identifierOf(gap),
            type: 'choice',
            choices,
            key: asId(key),
            ...(weighs && worth > 0 && { weight: worth }),
          }))
        const isEven = keys.every(({ worth }) => Math.abs(worth - (keys[0]?.worth ?? 0)) < 1e-9)
        for (const marking of [
          {},
          { marking: { rule: 'all-or-nothing' } },
          { marking: { rule: 'right-minus-wrong' } },
        ])
          yield { gaps: gapsWith(!isEven), ...marking, ...pointsField(best) }
      },
    }
  },
}

/** The same as pairs of a numbered gap and what goes there, which can be scored by a map. */
export function gapsAsPairs(asked: Asked): Plan {
  const { element, read, note } = asked
  const texts = [...allOf(element, 'gapText'), ...allOf(element, 'gapImg')]
  const gaps = below(element, name => name === 'gap')
  const numbers = new Map(gaps.map((gap, at) => [gap, `(${at + 1})`]))
  const html = htmlIn(element, child => {
    const number = numbers.get(child)
    return number ?? (['prompt', 'gapText', 'gapImg'].includes(nameOf(child)) ? '' : null)
  })
  note(
    'gaps-as-pairs',
    'Its gaps are numbered and paired with what goes there, as gaps are not scored so here.',
  )
  const prompts = gaps.map(gap => ({ id: identifierOf(gap), text: numbers.get(gap) ?? '' }))
  const choices = texts.map(text => choiceOf(text, asked))
  const fields = { ...pairedFields(prompts, choices, shuffleField(element)), stem: read(html) }
  return pairing(asked, fields, gaps, texts, true)
}
