import type { XmlElement } from '@rgrove/parse-xml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Media } from '../../question/index.js'
import type { Note } from '../collect.js'
import { textAt } from '../package.js'
import { readXml } from '../xml.js'
import type { Archive } from '../zip.js'
import { allOf, attributeOf, firstOf } from './qti.elements.js'
import { languageOf, languagesWithin } from './qti.language.js'
import { askedIn, createTexts, type Place } from './qti.texts.js'

/** What several items ask about, which stands in a document of its own. */
export interface Shared {
  readonly text: string
  readonly media: readonly Media[]
  /** Languages that it or parts of it say they are in. */
  readonly languages: readonly string[]
  readonly notes: readonly Note[]
}

/** Longer ones are left out, as each question that asks about it has all of it. */
const longest = 20_000

/** Of what can't be had there is only why. */
export const lostShared = (message: string): Shared => ({
  text: '',
  media: [],
  languages: [],
  notes: [{ code: 'stimulus-lost', message }],
})

/** Where documents say what items ask about, by their paths; each is read once. */
export function createShared(archive: Archive, placeFrom: (path: string) => Place) {
  const known = new Map<string, Shared>()
  return (path: string): Shared => {
    const before = known.get(path)
    if (before) return before
    const shared = sharedAt(archive, path, placeFrom(path))
    known.set(path, shared)
    return shared
  }
}

function sharedAt(archive: Archive, path: string, place: Place): Shared {
  const source = textAt(archive, path)
  const xml = source === null ? null : readXml(source)
  const body = xml?.is === 'read' ? firstOf(xml.root, 'stimulusBody') : undefined
  if (!body) return lostShared(`What it asks about is in '${path}', which can't be read.`)
  const texts = createTexts(place)
  const text = texts.read(askedIn(body))
  const { language } = languageOf(body)
  return text.length > longest
    ? lostShared(`What it asks about, in '${path}', has more than ${longest} characters.`)
    : {
        text,
        media: texts.media,
        languages: [...(language ? [language] : []), ...languagesWithin(body)],
        notes: texts.notes,
      }
}

/** Paths of what an item asks about, as it names them. */
export const sharedRefs = (item: XmlElement): readonly string[] => [
  ...new Set(allOf(item, 'assessmentStimulusRef').flatMap(ref => attributeOf(ref, 'href') ?? '')),
]

/** A question with what it asks about before its stem. */
export function withShared(question: BuiltInQuestion, all: readonly Shared[]): BuiltInQuestion {
  if (all.length === 0) return question
  const stem = [...all.map(({ text }) => text), question.stem].filter(text => text !== '').join('\n\n')
  const media = [...all.flatMap(one => one.media), ...(question.media ?? [])]
  return { ...question, stem, ...(media.length > 0 && { media }) }
}
