import { isId, type Objective } from '../../bank/index.js'
import type { BuiltInKind, BuiltInQuestion } from '../../interactions/index.js'
import type { Ask } from './ask.js'
import { forms, type Own, type Say } from './kinds.js'
import { isNumber, numberFault } from './numbers.js'

/** A question on its way into a bank. */
export interface Draft {
  readonly question: BuiltInQuestion
  readonly objectives: readonly Objective[]
  /** The tags that the bank declares; null where it lets any be. */
  readonly tags: readonly string[] | null
  /** What goes into the bank's objectives with the question. */
  readonly objective: Objective | null
}

/** What can be added to any question, by its option or from a menu. */
interface Extra {
  /** The option that stands for it. */
  readonly option: string
  readonly label: string
  add(ask: Ask, draft: Draft): Promise<Draft>
  /** Whether it makes sense for this question; always when left out. */
  fits?(draft: Draft): boolean
}

export const extras: readonly Extra[] = [
  {
    option: 'choice-feedback',
    label: 'Feedback, answer by answer',
    fits: ({ question }) => forms[question.type].explain !== null,
    async add(ask, draft) {
      const { explain } = forms[draft.question.type] as (typeof forms)['single-choice']
      const say: Say = about =>
        ask.optional({ option: 'choice-feedback', message: `What do those read who answered '${about}'?` })
      return explain
        ? changed(draft, await explain(draft.question as Own<BuiltInKind> as Own<'single-choice'>, say))
        : draft
    },
  },
  {
    option: 'correct',
    label: 'Feedback for those who are right',
    add: addFeedback('correct', 'What do those read who are right?'),
  },
  {
    option: 'incorrect',
    label: 'Feedback for those who are wrong',
    add: addFeedback('incorrect', 'What do those read who are wrong?'),
  },
  {
    option: 'solution',
    label: 'Why the key is right',
    add: addText('solution', 'Why is the key right, and where can one look?'),
  },
  {
    option: 'hint',
    label: 'A hint',
    async add(ask, draft) {
      const text = await ask.optional({ option: 'hint', message: 'The hint' })
      if (text === null) return draft
      const check = (given: string) =>
        isNumber(given) && Number(given) >= 0 && Number(given) <= 1
          ? null
          : `'${given}' is no share of the points: write 0.1 for a tenth.`
      const cost = await ask.optional({
        option: 'hint-cost',
        message: 'What share of the points does it cost?',
        example: '0.1',
        check,
      })
      const hint = { text, ...(cost !== null && { cost: Number(cost) }) }
      return changed(draft, { hints: [...(draft.question.hints ?? []), hint] })
    },
  },
  { option: 'objective', label: 'The objective it belongs to', add: addObjective },
  { option: 'tag', label: 'Tags', add: addTags },
  { option: 'difficulty', label: 'How hard it is', add: addOneOf('difficulty', ['easy', 'medium', 'hard']) },
  {
    option: 'level',
    label: 'What it asks of the learner',
    add: addOneOf('level', ['remember', 'understand', 'apply', 'analyse']),
  },
  {
    option: 'points',
    label: 'What it is worth',
    async add(ask, draft) {
      const points = await ask.optional({
        option: 'points',
        message: 'How many points?',
        blank: '1',
        example: '2',
        check: numberFault,
      })
      return points === null ? draft : changed(draft, { points: Number(points) })
    },
  },
  {
    option: 'image',
    label: 'A picture',
    async add(ask, draft) {
      const src = await ask.optional({
        option: 'image',
        message: 'Address of the picture, from the bank’s folder',
        example: 'map.svg',
      })
      if (src === null) return draft
      const alt = await ask.text({
        option: 'alt',
        message: 'What does someone need to know who can’t see it?',
        instead: null,
      })
      return changed(draft, { media: [...(draft.question.media ?? []), { type: 'image', src, alt }] })
    },
  },
]

const changed = (draft: Draft, fields: object): Draft => ({
  ...draft,
  question: { ...draft.question, ...fields } as BuiltInQuestion,
})

function addText(option: string, message: string): Extra['add'] {
  return async (ask, draft) => {
    const text = await ask.optional({ option, message })
    return text === null ? draft : changed(draft, { [option]: text })
  }
}

function addFeedback(option: 'correct' | 'incorrect', message: string): Extra['add'] {
  return async (ask, draft) => {
    const text = await ask.optional({ option, message })
    return text === null
      ? draft
      : changed(draft, { feedback: { ...draft.question.feedback, [option]: text } })
  }
}

function addOneOf(option: string, values: readonly string[]): Extra['add'] {
  return async (ask, draft) => {
    const among = values.map(value => ({ value, label: value }))
    return changed(draft, {
      [option]: await ask.pick({ option, message: `The ${option}`, among, instead: null }),
    })
  }
}

const other = ''

async function addObjective(ask: Ask, draft: Draft): Promise<Draft> {
  const among = draft.objectives.map(({ id, text }) => ({ value: id, label: text }))
  const objective = await ask.pick({
    option: 'objective',
    message: 'Which objective?',
    among: [...among, { value: other, label: 'Another one' }],
    instead: null,
  })
  if (objective !== other) return changed(draft, { objective })
  const text = await ask.text({
    option: null,
    message: 'What can learners do who meet it?',
    example: 'Compare the lengths of rivers.',
    instead: null,
  })
  const ids = draft.objectives.map(({ id }) => id)
  const check = (id: string) =>
    idFault(id) ?? (ids.includes(id) ? `There is an objective '${id}' already.` : null)
  const id = await ask.text({
    option: null,
    message: 'A short name for it',
    example: 'compare-lengths',
    check,
    instead: null,
  })
  return { ...changed(draft, { objective: id }), objective: { id, text } }
}

async function addTags(ask: Ask, draft: Draft): Promise<Draft> {
  const declared = draft.tags
  if (declared) {
    const among = declared.map(value => ({ value, label: value }))
    return changed(draft, {
      tags: await ask.several({ option: 'tag', message: 'Which tags?', among, instead: null }),
    })
  }
  const tags = await ask.list({ option: 'tag', message: 'Tag', check: idFault, least: 0, instead: [] })
  return tags.length > 0 ? changed(draft, { tags }) : draft
}

/** What is wrong with an id; null where nothing is. */
export function idFault(id: string): string | null {
  return isId(id)
    ? null
    : `'${id}' can't be an id: write letters from A to Z or a to z, digits and hyphens; 'constructor' and 'prototype' are none.`
}
