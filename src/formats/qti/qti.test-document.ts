import { XmlElement } from '@rgrove/parse-xml'
import type { Note } from '../collect.js'
import { folderOf, insidePath, type PackageDocument } from '../package.js'
import { decodePath } from '../shelf.js'
import { headOf, readXml } from '../xml.js'
import { numberOf } from './qti.declarations.js'
import { allOf, attributeOf, below, firstOf, nameOf } from './qti.elements.js'
import { languageOf } from './qti.language.js'

/** An item as a test asks it, or a section that is a document of its own. */
export interface TestRef {
  /** As the test has it: a path, or the name of a resource. */
  readonly href: string
  readonly identifier: string
  /** Null where no package can hold it, such as an address on the web. */
  readonly path: string | null
  /** Seconds that the test allows for the item. */
  readonly timeLimit: number | undefined
  /** How else the test counts it than it counts here. */
  readonly notes: readonly Note[]
}

/** A test: which items it asks, in which order. */
export interface TestDocument {
  readonly path: string
  readonly title: string | undefined
  readonly language: string | undefined
  /** False for a section, which a test may hold. */
  readonly isTest: boolean
  readonly refs: readonly TestRef[]
  /** What it says of how the items are asked, which rules of a quiz say here. */
  readonly notes: readonly Note[]
}

/** What belongs to how a test is run, in words. */
const runs: { readonly [element: string]: string } = {
  selection: 'picks some of its items',
  ordering: 'shuffles its items',
  branchRule: 'branches',
  preCondition: 'leaves items out by what was answered',
  outcomeProcessing: 'has outcomes of its own',
}

/** What attributes of a test and its sessions say of that, where it is not what is usual; null where it is. */
const ways: { readonly [attribute: string]: (value: string, element: XmlElement) => string | null } = {
  maxTime: (value, { parent }) =>
    Number(value) === 0 || (parent instanceof XmlElement && secondsFor(parent) !== undefined)
      ? null
      : 'has a time limit',
  minTime: value => (Number(value) === 0 ? null : 'has a least time'),
  allowLateSubmission: value => (value === 'true' ? 'takes late responses' : null),
  navigationMode: value => (value === 'linear' ? 'lets nobody go back' : null),
  submissionMode: value => (value === 'simultaneous' ? 'takes all responses in at its end' : null),
  maxAttempts: value =>
    value === '1' ? null : value === '0' ? 'allows any number of tries' : `allows ${value} tries`,
  showFeedback: value => (value === 'true' ? 'shows feedback' : null),
  showSolution: value => (value === 'true' ? 'shows what is right' : null),
  allowReview: value => (value === 'false' ? 'lets nobody see again what was answered' : null),
  allowSkipping: value => (value === 'false' ? 'lets nobody skip an item' : null),
  allowComment: value => (value === 'true' ? 'takes comments' : null),
  validateResponses: value => (value === 'true' ? 'takes no response that breaks its bounds' : null),
  category: () => 'puts its items into categories',
}

/** The test in a document; null where it holds none that names its items, but items themselves. */
export function testOf({ path, text }: PackageDocument): TestDocument | null {
  if (!/assessment-?(?:Test|Section)[\s>]/i.test(headOf(text))) return null
  const xml = readXml(text)
  if (xml.is === 'broken' || !['assessmentTest', 'assessmentSection'].includes(nameOf(xml.root))) return null
  const { root } = xml
  const isRef = (name: string) => name === 'assessmentItemRef' || name === 'assessmentSectionRef'
  const folderAt = (element: XmlElement): string =>
    folderOf(element, element.parent instanceof XmlElement ? folderAt(element.parent) : path)
  const refs = below(root, isRef).map(ref => {
    const href = (attributeOf(ref, 'href') ?? '').trim()
    const path = href && insidePath(decodePath(href).replaceAll('\\', '/'), folderAt(ref))
    const identifier = attributeOf(ref, 'identifier') ?? ''
    return { href, identifier, path: path || null, timeLimit: secondsFor(ref), notes: countedBy(ref) }
  })
  const found = howItRuns(root)
  const message = `The test ${found.join(', ')}: say so in the rules of the quiz.`
  return {
    path,
    title: attributeOf(root, 'title'),
    language: languageOf(root).language,
    isTest: nameOf(root) === 'assessmentTest',
    refs,
    notes: [
      ...(found.length > 0 ? [{ code: 'rules-of-test', message }] : []),
      ...(below(root, name => texts.has(name)).length > 0 ? [textsLost] : []),
      ...(below(root, name => name === 'timeLimits').some(isNoTime) ? [noTime] : []),
    ],
  }
}

const isNoTime = (limits: XmlElement) => numberOf(limits, 'maxTime') === 0
const noTime: Note = {
  code: 'time-limit-lost',
  message: 'A time limit of 0 seconds, in which nobody can answer, is taken for none.',
}

/** What a test makes of an item's score, where that is not the score itself. */
function countedBy(ref: XmlElement): readonly Note[] {
  const weights = allOf(ref, 'weight').flatMap(one => numberOf(one, 'value') ?? [])
  const names = allOf(ref, 'variableMapping').map(
    one => [attributeOf(one, 'sourceIdentifier'), attributeOf(one, 'targetIdentifier')] as const,
  )
  return [
    ...weights
      .filter(weight => weight !== 1)
      .map(weight => ({
        code: 'weight-lost',
        message:
          weight === 0
            ? 'Its test counts its points for nothing, and here they count.'
            : `Its test counts its points ${weight} times: say so in its 'points'.`,
      })),
    ...names
      .filter(([source, target]) => source !== target && (source === 'SCORE' || target === 'SCORE'))
      .map(([source, target]) => ({
        code: 'other-score',
        message: `Its test takes its outcome '${source}' as '${target}', and here its score is SCORE.`,
      })),
  ]
}

/** Seconds for an item, where they are some that a question may have. */
function secondsFor(ref: XmlElement): number | undefined {
  const limits = nameOf(ref) === 'assessmentItemRef' ? firstOf(ref, 'timeLimits') : undefined
  const seconds = (limits && numberOf(limits, 'maxTime')) ?? 0
  return seconds > 0 && Number.isFinite(seconds) ? seconds : undefined
}

function howItRuns(root: XmlElement): readonly string[] {
  const elements = below(root, () => true)
  const named = elements
    .filter(one => !(isSum(one) || keepsOrder(one)))
    .flatMap(one => runs[nameOf(one)] ?? [])
  const said = Object.entries(ways).flatMap(([attribute, inWords]) =>
    elements.flatMap(one => {
      const value = attributeOf(one, attribute)
      return value === undefined ? [] : (inWords(value, one) ?? [])
    }),
  )
  return [...new Set([...named, ...said])]
}

/** What a test says beside its items. */
const texts = new Set(['rubricBlock', 'testFeedback'])
const textsLost: Note = {
  code: 'text-lost',
  message: 'What the test says beside its items is left out: put it into the questions that need it.',
}

/**
 * The items that tests ask, in their order, each section where a test has it.
 *
 * @param byId paths of the manifest's resources, by whose identifiers some tests name what they ask.
 */
export function itemsOf(
  documents: readonly TestDocument[],
  known: Iterable<string>,
  byId: ReadonlyMap<string, string>,
): readonly TestRef[] {
  const byPath = new Map(documents.map(document => [document.path, document]))
  // Whoever wrote it may have had a disk on which capitals don't count.
  const paths = new Set(known)
  const byLowerCase = new Map([...paths].map(path => [path.toLowerCase(), path]))
  const placeOf = ({ path, href, identifier }: TestRef) =>
    (path !== null && (paths.has(path) ? path : byLowerCase.get(path.toLowerCase()))) ||
    (byId.get(href || identifier) ?? path)
  const taken = new Set<TestDocument>()
  const itemsIn = (document: TestDocument): readonly TestRef[] => {
    if (taken.has(document)) return []
    taken.add(document)
    return document.refs.flatMap(ref => {
      const path = placeOf(ref)
      const section = path === null ? undefined : byPath.get(path)
      return section ? itemsIn(section) : [{ ...ref, path }]
    })
  }
  return [...documents].sort((one, other) => Number(other.isTest) - Number(one.isTest)).flatMap(itemsIn)
}

/** True for an order that is no other than the one its items stand in. */
const keepsOrder = (element: XmlElement) =>
  nameOf(element) === 'ordering' && attributeOf(element, 'shuffle') !== 'true'

/** True for outcomes that only add up what the items give, as a quiz does itself. */
const isSum = (element: XmlElement) =>
  nameOf(element) === 'outcomeProcessing' &&
  below(element, () => true)
    .map(nameOf)
    .join() === 'setOutcomeValue,sum,testVariables'
