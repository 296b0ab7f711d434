import type { XmlElement } from '@rgrove/parse-xml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Note } from '../collect.js'
import { type Asked, blank, gapSign, promptOf, sampleOf, unsupported } from './qti.asked.js'
import { besideOf, bodyText, clozeTexts, type Item, noteOmitted } from './qti.body.js'
import { inlineAsChoice } from './qti.choice-rows.js'
import { gapsPlan } from './qti.cloze.js'
import { UnknownRule } from './qti.comparisons.js'
import { numberOf } from './qti.declarations.js'
import { allOf, attributeOf, below, firstOf, nameOf } from './qti.elements.js'
import { withFeedback } from './qti.feedback.js'
import { type Fit, marksFor, type Plan, type Score, scoredAlike } from './qti.fit.js'
import { gapsAsPairs } from './qti.gap-match-row.js'
import { addsUp, type Made } from './qti.joint.js'
import { languageOf, spokenIn } from './qti.language.js'
import { processingOf } from './qti.process.js'
import { givenByOthers, refusalOf } from './qti.refused.js'
import { isInline, rowOf } from './qti.rows.js'
import { askedIn, createTexts, type Place } from './qti.texts.js'
import { isSame, nothing } from './qti.values.js'

/** What came of an item: questions, each with what is to be told of it, or why there are none. */
export type ReadItem =
  | { readonly questions: readonly { readonly question: BuiltInQuestion; readonly notes: readonly Note[] }[] }
  | Note

/**
 * Reads one item, whatever its version of QTI.
 *
 * @param tries how many responses are tried about at most.
 * @param outer the language of what the item stands in.
 */
export function readItem(
  element: XmlElement,
  place: Place,
  tries: number,
  outer: string | undefined,
): ReadItem {
  const body = firstOf(element, 'itemBody') ?? element
  const rules = firstOf(element, 'responseProcessing')
  const interactions = below(body, name => name.endsWith('Interaction')).filter(one => !isMedia(one, rules))
  if (interactions.length === 0) return { code: 'no-interaction', message: 'It asks nothing.' }
  const strange = interactions.find(one => !rowOf(nameOf(one)))
  if (strange) return { code: 'unsupported-kind', message: `A bank has no questions like <${strange.name}>.` }
  const refusal = refusalOf(element, body, interactions, rules)
  if (refusal) return refusal
  try {
    const processing = processingOf(element)
    const texts = createTexts(place)
    const { language = outer, note } = languageOf(body)
    if (note) texts.note(note.code, note.message)
    const item = { element, body, interactions, processing, texts, tries, language }
    noteOmitted(item)
    return interactions.length === 1 ? readOne(item) : readSeveral(item)
  } catch (error) {
    if (!(error instanceof UnknownRule)) throw error
    return unsupported(`Its rules have what is not understood here: ${error.message}.`)
  }
}

/** True for a sound or a film whose plays no rule counts: it is shown, and asks nothing. */
function isMedia(interaction: XmlElement, rules: XmlElement | undefined): boolean {
  if (nameOf(interaction) !== 'mediaInteraction') return false
  const response = attributeOf(interaction, 'responseIdentifier')
  return !rules || below(rules, () => true).every(one => attributeOf(one, 'identifier') !== response)
}

function askedOf({ element, processing, texts, tries }: Item, interaction: XmlElement): Asked | Note {
  const response = attributeOf(interaction, 'responseIdentifier') ?? 'RESPONSE'
  const declaration = processing.declared.responses.get(response)
  if (!declaration) return { code: 'no-key', message: `Its response '${response}' is not declared.` }
  const rules = firstOf(element, 'responseProcessing')
  const { read, readApart, note } = texts
  return { element: interaction, response, declaration, rules, tries, read, readApart, note }
}

/** The points that the rules give; where there are none, 1 for what is right. */
function scoreIn({ processing }: Item, asked: readonly Asked[]): Score {
  if (processing.hasRules) return processing.score
  return given =>
    asked.filter(({ response, declaration }) => {
      const value = given.get(response) ?? nothing
      return value.scalars.length > 0 && isSame(value, declaration.correct)
    }).length
}

const notScored: Note = {
  code: 'not-scored',
  message: 'It has no rules that score it; what is right counts all or nothing here.',
}

function readOne(item: Item): ReadItem {
  const [interaction] = item.interactions
  const asked = interaction && askedOf(item, interaction)
  if (!asked || 'code' in asked) return asked ?? { code: 'no-interaction', message: 'It asks nothing.' }
  return asQuestions(item, [asked], scoreIn(item, [asked]))
}

function readSeveral(item: Item): ReadItem {
  const all = item.interactions.map(interaction => askedOf(item, interaction))
  const undeclared = all.find((one): one is Note => 'code' in one)
  if (undeclared) return undeclared
  const asked = all as readonly Asked[]
  if (new Set(asked.map(({ response }) => response)).size < asked.length)
    return { code: 'several-interactions', message: 'Several interactions share one response.' }
  const score = scoreIn(item, asked)
  if (!asked.every(({ element }) => isInline(nameOf(element)))) return asQuestions(item, asked, score)
  const plan = gapsPlan(asked, score)
  if ('code' in plan) return plan
  const fit = scoredAlike(plan, score, item.language)
  if (!fit) return unsupported('Its gaps are scored in a way that a bank has not.')
  const signs = new Map(asked.map(({ element, response }) => [element, gapSign(response)]))
  const { stem, text } = clozeTexts(item, child => signs.get(child) ?? null)
  return { questions: [whole(item, { stem, ...fit.fields, text }, plan, fit, item.texts.notes)] }
}

/** A question for each interaction: one alone is worth what the item is, several have to add up to it. */
function asQuestions(item: Item, asked: readonly Asked[], score: Score): ReadItem {
  const made: Made[] = []
  for (const one of asked) {
    const { plan, fit } = planFor(one, score, item.language)
    if (!fit) return plan
    made.push({ plan, fit, asked: one })
  }
  if (asked.length > 1 && !addsUp(made, score))
    return {
      code: 'several-interactions',
      message: `Its ${asked.length} interactions are scored together, and a question has one.`,
    }
  const split: readonly Note[] =
    asked.length > 1
      ? [{ code: 'split', message: `An item of ${asked.length} interactions; each is a question here.` }]
      : []
  const body = bodyText(item, asked)
  return {
    questions: made.map(({ plan, fit, asked: one }) => {
      const { fields } = fit
      const prompt = promptOf(one.element)
      const said = [body, prompt ? item.texts.read(askedIn(prompt)) : '']
        .filter(text => text !== '')
        .join('\n\n')
      const stem = said || defaultStem(fields) || attributeOf(item.element, 'title') || '…'
      const suffix = asked.length > 1 ? { part: one.response } : {}
      const question =
        'text' in fields && 'gaps' in fields && isInline(nameOf(one.element))
          ? {
              ...fields,
              ...clozeTexts(item, child => (child === one.element ? gapSign(one.response) : null)),
            }
          : { ...fields, stem: 'stem' in fields ? [said, fields.stem].filter(Boolean).join('\n\n') : stem }
      return whole(item, { ...question, ...suffix }, plan, fit, [...split, ...item.texts.notes])
    }),
  }
}

const defaultStem = (fields: object) => ('gaps' in fields ? 'Fill the gaps.' : '')

/** What is asked in another way where a gap can't be scored so: it has one right choice, and costs no more than its points. */
const others: { readonly [interaction: string]: (asked: Asked) => Plan } = {
  inlineChoiceInteraction: inlineAsChoice,
  gapMatchInteraction: gapsAsPairs,
}

type Planned = { readonly plan: Plan; readonly fit: Fit } | { readonly plan: Note; readonly fit: null }

function planFor(asked: Asked, score: Score, language: string | undefined): Planned {
  const name = nameOf(asked.element)
  const refuse = (plan: Note): Planned => ({ plan, fit: null })
  if (name === 'extendedTextInteraction') {
    const named = (asked.declaration.mapping?.entries ?? []).map(({ key }) => key)
    const texts = ['x', ...asked.declaration.correct.scalars, ...named]
    const tried = [blank, ...texts.map(text => sampleOf(asked, [text], null))]
    const fields = { type: 'essay' as const }
    const plan = { fields, samples: tried, candidates: () => [{}] }
    if (asked.rules === undefined || tried.every(({ given }) => score(given) === 0))
      return { plan, fit: { fields: spokenIn(language, fields), marks: marksFor(fields, tried) } }
  }
  const plan = rowOf(name)?.(asked) ?? unsupported('')
  if ('code' in plan) return refuse(plan)
  if (asked.rules === undefined) asked.note(notScored.code, notScored.message)
  if (plan.samples.every(({ given }) => score(given) <= 0))
    return refuse({ code: 'no-key', message: 'No response that it names earns anything.' })
  const fit = scoredAlike(plan, score, language)
  if (fit) return { plan, fit }
  const other = Object.hasOwn(others, name) ? others[name]?.(asked) : undefined
  const otherFit = other && scoredAlike(other, score, language)
  if (other && otherFit) return { plan: other, fit: otherFit }
  return refuse(unsupported('It is scored in a way that a bank has not.'))
}

function whole(
  item: Item,
  { part, ...fields }: { readonly part?: string; readonly [field: string]: unknown },
  { samples }: Plan,
  { marks }: Fit,
  notes: readonly Note[],
) {
  const { element, texts, processing } = item
  const name = attributeOf(element, 'identifier') ?? ''
  const told: Note[] = []
  const by = givenByOthers(element).get('SCORE')
  if (by !== undefined && fields.type !== 'essay')
    told.push({
      code: 'scored-elsewhere',
      message: `There ${by} gives its score, which is here by its rules or key.`,
    })
  const question = withFeedback(
    { id: part === undefined ? name : `${name}-${part}`, ...fields } as unknown as BuiltInQuestion,
    element,
    samples,
    marks,
    processing,
    texts.read,
    (code, message) => told.push({ code, message }),
  )
  const media = texts.media.length > 0 ? { media: texts.media } : {}
  return {
    question: { ...question, ...media, ...besideOf(item), ...essayPoints(question, item) },
    notes: [...notes, ...told],
  }
}

/** What an essay is worth, whoever marks it. */
function essayPoints({ type }: BuiltInQuestion, { element, processing }: Item) {
  const score = allOf(element, 'outcomeDeclaration').find(one => attributeOf(one, 'identifier') === 'SCORE')
  const stated = processing.declared.outcomes.get('MAXSCORE')?.fallback.scalars[0]
  const most = Number(stated ?? (score && numberOf(score, 'normalMaximum')) ?? 1)
  return type === 'essay' && most > 0 && most !== 1 ? { points: most } : {}
}
