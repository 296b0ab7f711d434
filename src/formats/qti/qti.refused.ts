import type { XmlElement } from '@rgrove/parse-xml'
import { asId, type Note } from '../collect.js'
import { unsupported } from './qti.asked.js'
import { allOf, attributeOf, below, nameOf } from './qti.elements.js'
import { isInline } from './qti.rows.js'

/** Why no question is made of an item whose interactions are all known; null where nothing stands against it. */
export function refusalOf(
  item: XmlElement,
  body: XmlElement,
  interactions: readonly XmlElement[],
  rules: XmlElement | undefined,
): Note | null {
  return (
    changing(item, body) ??
    scoredByOthers(item, rules) ??
    otherDigits(interactions) ??
    idsAlike(interactions) ??
    tooLarge(item, rules, interactions.length)
  )
}

const ofTemplates = new Set(['templateDeclaration', 'templateProcessing', 'templateBlock', 'templateInline'])

function changing(item: XmlElement, body: XmlElement): Note | null {
  const isMade = below(item, name => ofTemplates.has(name)).length > 0
  if (attributeOf(item, 'adaptive') === 'true' || isMade)
    return { code: 'unsupported-item', message: 'It changes while it is answered, or is made by a template.' }
  const inFeedback = new Set(below(body, name => name.startsWith('feedback')).flatMap(printedIn))
  return printedIn(body).every(one => inFeedback.has(one))
    ? null
    : { code: 'unsupported-item', message: 'Its text prints a value that its rules give.' }
}

export const printedIn = (element: XmlElement) => below(element, name => name === 'printedVariable')

/** Outcomes that are not for rules to give, each with who gives it. */
export const givenByOthers = (item: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    allOf(item, 'outcomeDeclaration').flatMap(one => {
      const who = attributeOf(one, 'externalScored')
      const outcome = attributeOf(one, 'identifier') ?? ''
      return who === undefined ? [] : [[outcome, who === 'human' ? 'a person' : 'another program'] as const]
    }),
  )

/** Rules that count in what others give say only a part of the score. */
function scoredByOthers(item: XmlElement, rules: XmlElement | undefined): Note | null {
  const given = givenByOthers(item)
  const used = rules
    ? below(rules, name => name === 'variable').map(one => attributeOf(one, 'identifier'))
    : []
  const [outcome, who] = [...given].find(([name]) => name !== 'SCORE' && used.includes(name)) ?? []
  return who === undefined ? null : unsupported(`Its rules count in '${outcome}', which ${who} gives.`)
}

/** Numbers that are typed in other digits than those of everyday, as hexadecimal ones are. */
function otherDigits(interactions: readonly XmlElement[]): Note | null {
  const base = interactions.map(one => attributeOf(one, 'base')).find(said => said && Number(said) !== 10)
  return base ? unsupported(`Its numbers are typed in base ${base}.`) : null
}

const parts = new Set(
  'simpleChoice inlineChoice hottext simpleAssociableChoice gapText gapImg gap'.split(' '),
)

/** Ids that a bank has not, or that are one and the same to it. */
function idsAlike(interactions: readonly XmlElement[]): Note | null {
  const holders = interactions.flatMap(one => {
    const sets = allOf(one, 'simpleMatchSet')
    return sets.length > 0 ? sets : [one]
  })
  const idOf = (one: XmlElement) => attributeOf(one, 'identifier') ?? ''
  const lists = holders.flatMap(holder => {
    const all = below(holder, name => parts.has(name))
    const isGap = (one: XmlElement) => nameOf(one) === 'gap'
    return [all.filter(isGap).map(idOf), all.filter(one => !isGap(one)).map(idOf)]
  })
  const gaps = interactions.filter(one => isInline(nameOf(one)))
  const responses = gaps.map(one => attributeOf(one, 'responseIdentifier') ?? 'RESPONSE')
  for (const ids of [...lists, [...new Set(responses)]]) {
    const none = ids.find(id => asId(id) === '')
    if (none !== undefined)
      return {
        code: 'no-id',
        message: `'${none}' is no id here: give it one of letters from A to Z and digits.`,
      }
    const known = new Map<string, string>()
    for (const id of ids) {
      const other = known.get(asId(id))
      known.set(asId(id), id)
      if (other === id) return { code: 'duplicate-id', message: `The id '${id}' is there twice.` }
      if (other !== undefined)
        return {
          code: 'duplicate-id',
          message: `The ids '${other}' and '${id}' are one here, without accents and signs.`,
        }
    }
  }
  return null
}

const mostParts = 400
const mostRules = 5000
const mostSteps = 200_000

/** Why an item is not tried out: it would take longer than anyone waits. */
function tooLarge(element: XmlElement, rules: XmlElement | undefined, interactions: number): Note | null {
  const found = below(element, name => parts.has(name)).length
  const steps = rules ? below(rules, () => true).length : 0
  if (found <= mostParts && steps <= mostRules && steps * interactions <= mostSteps) return null
  return {
    code: 'too-many',
    message: `It has ${found} things to choose from and ${steps} rules for ${interactions} interactions, too many to be tried out.`,
  }
}
