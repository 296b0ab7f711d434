import type { XmlElement } from '@rgrove/parse-xml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import { asId } from '../collect.js'
import { attributeOf, below, htmlIn } from './qti.elements.js'
import type { Mark } from './qti.fit.js'
import type { Outcomes, Processing } from './qti.process.js'
import { printedIn } from './qti.refused.js'
import type { Sample } from './qti.spaces.js'

/** Where a bank has feedback, and for which responses it shows it. */
interface Place {
  /** What an item would call it, where two places are shown for the same responses. */
  readonly name: string
  readonly shows: (sample: Sample, outcome: string, accepted: number | undefined) => boolean
  readonly put: (question: BuiltInQuestion, text: string) => BuiltInQuestion
}

const kinds = ['modalFeedback', 'feedbackInline', 'feedbackBlock']

/**
 * Gives a question the feedback that its item's rules show: each text goes where a bank shows it for just the same
 * responses. What has no such place is told.
 */
export function withFeedback(
  question: BuiltInQuestion,
  item: XmlElement,
  samples: readonly Sample[],
  marks: readonly Mark[],
  processing: Processing,
  read: (html: string) => string,
  note: (code: string, message: string) => void,
): BuiltInQuestion {
  // What holds an interaction is asked, and says nothing of the response.
  const elements = below(item, name => kinds.includes(name)).filter(
    element => below(element, name => name.endsWith('Interaction')).length === 0,
  )
  if (elements.length === 0) return question
  const runs = marks.flatMap((mark, at) => {
    const sample = samples[at]
    return sample ? [{ sample, outcomes: processing.run(sample.given), ...mark }] : []
  })
  const places = placesIn(question)
  let told = question
  const taken = new Set<string>()
  for (const element of elements) {
    const text = read(htmlIn(element))
    if (text === '') continue
    if (printedIn(element).length > 0) {
      note('feedback-lost', 'Feedback that prints a value is left out.')
      continue
    }
    const shown = runs.map(({ outcomes }) => isShown(element, outcomes))
    const place = places
      .filter(({ name }) => !taken.has(name))
      .filter(({ shows }) =>
        runs.every(({ sample, outcome, accepted }, at) => shows(sample, outcome, accepted) === shown[at]),
      )
      .sort((one, other) => Number(isNamed(element, other.name)) - Number(isNamed(element, one.name)))[0]
    if (!place) {
      note('feedback-lost', 'Feedback that is shown for other responses than a bank could is left out.')
      continue
    }
    const title = attributeOf(element, 'title')
    if (title) note('feedback-lost', `The title '${title}' of feedback is left out.`)
    taken.add(place.name)
    told = place.put(told, text)
  }
  return told
}

const isNamed = (element: XmlElement, name: string) => asId(attributeOf(element, 'identifier') ?? '') === name

function isShown(element: XmlElement, outcomes: Outcomes): boolean {
  const value = outcomes.get(attributeOf(element, 'outcomeIdentifier') ?? '')
  const holds = value?.scalars.includes(attributeOf(element, 'identifier') ?? '') ?? false
  return attributeOf(element, 'showHide') === 'hide' ? !holds : holds
}

function placesIn(question: BuiltInQuestion): readonly Place[] {
  const whole = (['correct', 'partial', 'incorrect', 'unanswered'] as const).map(
    (name): Place => ({
      name,
      shows: (_, outcome) => outcome === name,
      put: (told, text) => ({ ...told, feedback: { ...told.feedback, [name]: text } }),
    }),
  )
  const always = (name: string, shows: Place['shows']): Place => ({
    name,
    shows,
    put: (told, text) => ({ ...told, feedback: { ...told.feedback, general: text } }),
  })
  return [
    ...whole,
    always('general', () => true),
    always('general', (_, outcome) => outcome !== 'unanswered'),
    ...choicePlaces(question),
  ]
}

/** Feedback on one thing that was picked. */
function choicePlaces(question: BuiltInQuestion): readonly Place[] {
  if (question.type === 'true-false')
    return [true, false].map(said => ({
      name: String(said),
      shows: ({ ours }) => ours === said,
      put: (told, text) =>
        told.type === 'true-false'
          ? { ...told, choiceFeedback: { ...told.choiceFeedback, [String(said)]: text } }
          : told,
    }))
  if (question.type === 'short-answer' || question.type === 'numeric')
    return question.key.map((_, at) => ({
      name: `key-${at + 1}`,
      shows: (_, __, accepted) => accepted === at,
      put: (told, text) =>
        'key' in told && Array.isArray(told.key)
          ? ({
              ...told,
              key: told.key.map((entry, place) => (place === at ? { ...entry, feedback: text } : entry)),
            } as BuiltInQuestion)
          : told,
    }))
  if (question.type !== 'single-choice' && question.type !== 'multiple-response') return []
  return question.choices.map(({ id }) => ({
    name: id,
    shows: ({ ours }) => ours === id || (Array.isArray(ours) && ours.includes(id)),
    put: (told, text) =>
      told.type === 'single-choice' || told.type === 'multiple-response'
        ? ({
            ...told,
            choices: told.choices.map(choice => (choice.id === id ? { ...choice, feedback: text } : choice)),
          } as BuiltInQuestion)
        : told,
  }))
}
