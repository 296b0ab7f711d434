import type { XmlElement } from '@rgrove/parse-xml'
import type { Note } from '../collect.js'
import { answersOf, type Built, feedbackOn, fractionOf, full } from './moodle-xml.answers.js'
import { acceptedNumber } from './moodle-xml.cloze.js'
import { childOf, childrenOf, isOn, saidIn, typedNumber, valueAt } from './moodle-xml.document.js'
import { unitGrading } from './moodle-xml.names.js'
import type { Texts } from './moodle-xml.texts.js'

/** A number with its tolerance, and the units that it may have. */
export function readNumerical(question: XmlElement, texts: Texts): Built | Note {
  const answers = answersOf(question)
  const other = answers.find(({ said, fraction }) => said === '*' && fraction <= 0)
  const incorrect = other ? texts.read(childOf(other.element, 'feedback')) : ''
  const key: object[] = []
  for (const answer of full(
    answers.filter(one => one !== other),
    texts.note,
  )) {
    const number = acceptedNumber(answer.said)
    if (!number) return { code: 'not-a-number', message: `'${answer.said}' is no number.` }
    const margin = valueAt(answer.element, 'tolerance')
    const tolerance = typedNumber(margin || '0')
    if (tolerance === null)
      return { code: 'not-a-number', message: `The tolerance '${margin}' is no number.` }
    key.push({
      ...number,
      ...(tolerance !== 0 && { tolerance: Math.abs(tolerance) }),
      ...fractionOf(answer.fraction),
      ...feedbackOn(answer, texts),
    })
  }
  return { type: 'numeric', key, ...unitsOf(question), ...(incorrect && { feedback: { incorrect } }) }
}

function unitsOf(question: XmlElement) {
  const list = childOf(question, 'units')
  const before = isOn(valueAt(question, 'unitsleft')) ? { before: true } : {}
  const units = (list ? childrenOf(list, 'unit') : []).flatMap(element => {
    const unit = saidIn(childOf(element, 'unit_name'))
    const factor = typedNumber(saidIn(childOf(element, 'multiplier'))) ?? 1
    return unit === '' ? [] : [{ unit, ...(factor !== 1 && { factor }), ...before }]
  })
  if (units.length === 0) return {}
  const of = unitGrading[valueAt(question, 'unitgradingtype')]
  const share = typedNumber(valueAt(question, 'unitpenalty')) ?? 0.1
  return { units, ...(of && { unitPenalty: { share, of } }) }
}
