import type { FeedbackView, QuizView } from '../quiz/index.js'
import { actionsPart } from './actions.parts.js'
import { authored, createDesk, type Desk, mediaPart, type Setting } from './desk.js'
import { directionOf } from './direction.js'
import { feedbackPart } from './feedback.parts.js'
import type { KindUi } from './kinds/index.js'
import { fill, problemText } from './messages.js'
import { type Part, part, type UiEvent } from './part.js'
import { headingPart } from './shell.parts.js'

/** A view with a question in it. */
export type QuestionView = Extract<QuizView, { readonly question: unknown }>

/** The question at hand as a form: stem, answer, hints, feedback, and what may be done. */
export function questionPart(setting: Setting, view: QuestionView, kind: KindUi | undefined): Part {
  const { messages } = setting
  const { question, response, review, can } = view
  const shown = view.phase === 'feedback' ? review : null
  const desk = createDesk(setting, question, { response, review: shown, locked: !can.respond })
  return {
    ...part(
      'question',
      'form',
      {
        'data-kind': question.type,
        'data-phase': view.phase,
        novalidate: true,
        'aria-labelledby': desk.id('heading'),
        onsubmit(event) {
          event.preventDefault()
          handIn(setting, view, desk, event)
        },
      },
      [
        questionHeading(setting, view, desk),
        part('body', 'div', { lang: desk.language, dir: directionOf(desk.language) }, [
          authored(desk, part('stem', 'div', { id: desk.id('stem') }, question.stem), 'block'),
          ...question.media.map((media, index) => mediaPart(desk, media, `media-${index}`)),
          ...answerParts(desk, kind),
        ]),
        certaintyPart(setting, view, desk),
        hintsPart(view, desk),
        view.phase === 'answering' && view.problem !== null
          ? part('problem', 'p', { id: desk.id('problem') }, problemText(messages, view.problem))
          : null,
        view.phase === 'scoring' ? part('scoring', 'p', { role: 'status' }, messages.scoring) : null,
        view.phase === 'scoringFailed'
          ? part('scoring-failed', 'p', { role: 'alert' }, messages.scoringFailed)
          : null,
        shown === null ? null : feedbackPart(desk, question, shown, kind, focusAfter(view as FeedbackView)),
        actionsPart(setting, view),
      ],
    ),
    key: desk.id('question'),
  }
}

/** Enter in a field, or the button: hands in, goes on, or says why not. */
function handIn({ send, messages }: Setting, view: QuestionView, desk: Desk, event: UiEvent): void {
  if (view.can.submit) send({ type: 'submit' })
  else if (view.phase === 'answering' && view.response !== null && view.problem === null && view.can.next)
    send({ type: 'next' })
  else if (view.phase === 'answering')
    desk.announce(event, view.problem === null ? messages.nothingGiven : problemText(messages, view.problem))
}

const focusAfter = ({ question, tries }: FeedbackView) => `feedback:${question.id}:${tries.used}`

function questionHeading({ messages }: Setting, view: QuestionView, desk: Desk): Part {
  const { progress, question, section, tries, flagged } = view
  const facts = [
    section?.title ?? '',
    question.points === null ? '' : fill(messages, messages.points, { n: question.points }),
    view.phase === 'answering' && tries.used > 0 && tries.used < tries.max
      ? fill(messages, messages.tryOf, { number: tries.used + 1, max: tries.max })
      : '',
    flagged ? `⚑ ${messages.flagged}` : '',
  ].filter(fact => fact !== '')
  const focus = view.phase === 'feedback' && view.review ? null : `question:${question.id}:${tries.used}`
  const heading = headingPart('h2', focus, [
    part('number', 'span', {}, fill(messages, messages.question, { ...progress })),
    ...facts.map((fact, index) => ({ ...part('fact', 'span', {}, fact), key: `fact-${index}` })),
  ])
  return { ...heading, props: { ...heading.props, id: desk.id('heading') } }
}

function answerParts(desk: Desk, kind: KindUi | undefined): readonly Part[] {
  if (!kind)
    return [part('unsupported', 'p', {}, desk.say(desk.messages.unsupported, { kind: desk.question.type }))]
  const instruction = kind.instruct(desk)
  return [
    part('instruction', 'p', { id: desk.id('instruction'), lang: desk.messages.language }, instruction),
    part(
      'answer',
      'div',
      {
        role: kind.radios ? 'radiogroup' : 'group',
        'data-kind': desk.question.type,
        'aria-labelledby': desk.id('stem'),
        'aria-describedby': desk.id('instruction'),
      },
      kind.answer(desk),
    ),
  ]
}

function certaintyPart(
  { messages, send }: Setting,
  { certainty, can }: QuestionView,
  desk: Desk,
): Part | null {
  if (certainty === null) return null
  const levels = Array.from({ length: certainty.levels }, (_, index) => index + 1)
  return part('certainty', 'fieldset', { disabled: !can.certainty }, [
    part('legend', 'legend', {}, messages.certainty),
    ...levels.map(level => ({
      ...part('choice', 'label', { 'data-checked': level === certainty.level ? '' : undefined }, [
        part('choice-input', 'input', {
          type: 'radio',
          name: desk.id('certainty'),
          value: level,
          checked: level === certainty.level,
          onchange: () => send({ type: 'certainty', level }),
        }),
        part(
          'choice-text',
          'span',
          {},
          fill(messages, messages.certaintyLevel, { level, levels: certainty.levels }),
        ),
      ]),
      key: `level-${level}`,
    })),
  ])
}

/** Said aloud when one is taken, as its region is there before. */
function hintsPart({ hints, question }: QuestionView, desk: Desk): Part | null {
  if (question.hints === 0) return null
  return part(
    'hints',
    'div',
    { role: 'status', 'data-empty': hints.length === 0 ? '' : undefined },
    hints.map((text, index) => ({
      ...part('hint', 'div', {}, [
        part('hint-title', 'p', {}, desk.say(desk.messages.hint, { number: index + 1 })),
        authored(desk, part('hint-text', 'div', { lang: desk.language }, text), 'block'),
      ]),
      key: `hint-${index}`,
    })),
  )
}
