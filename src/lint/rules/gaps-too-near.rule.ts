import type { BuiltInQuestion } from '../../interactions/index.js'
import { words } from '../../text/index.js'
import { questionRule } from '../rule.js'

/** Gaps without enough words around them. */
export const gapsTooNear = questionRule(
  {
    id: 'gaps-too-near',
    severity: 'warning',
    advice:
      'A gap is filled from its surroundings. Leave at least four words between two, and some before the first.',
    from: 'Taylor (1953) on cloze; SAQUET item-writing flaws (2023)',
    bad: [cloze('The summit was in {{a}} {{b}} last.')],
    better: [cloze('The summit was held in {{a}}, and it was chaired by {{b}}.')],
  },
  question => {
    if (question.type !== 'cloze') return null
    const runs = question.text.split(/\{\{[\w.:-]+\}\}/)
    const between = runs.slice(1, -1).findIndex(run => words(run).length < 2)
    if (between !== -1)
      return { field: 'text', message: `Gaps ${between + 1} and ${between + 2} are too near together.` }
    return words(runs[0] ?? '').length === 0
      ? { field: 'text', message: 'The text begins with a gap.' }
      : null
  },
)

function cloze(text: string): BuiltInQuestion {
  const gaps = ['a', 'b'].map(id => ({ id, type: 'text' as const, key: [{ text: id }] }))
  return { id: 'example', type: 'cloze', stem: 'Fill the gaps.', text, gaps }
}
