import type {
  MultipleResponsePresentation,
  SingleChoicePresentation,
  TrueFalsePresentation,
} from '../../interactions/index.js'
import { asList, asText, type KindPrompt, sayBounds } from './kind.prompt.js'
import { askOne, askSome, numbered } from './lines.js'
import { pickMany, pickOne } from './pick.widget.js'
import type { Widget } from './widget.js'

export const singleChoicePrompt: KindPrompt<SingleChoicePresentation> = {
  instruct: () => '',
  widget: ({ choices }, response) => pickOne(choices, asText(response)),
  lines: ({ choices }, style) => ({ list: numbered(choices, style), steps: [askOne(choices)] }),
}

export const multipleResponsePrompt: KindPrompt<MultipleResponsePresentation> = {
  instruct: ({ choose }) => sayBounds('Pick', choose) ?? 'More than one may be right.',
  widget: ({ choices }, response) =>
    pickMany(choices, asList(response), {
      exclusive: choices.filter(({ exclusive }) => exclusive).map(({ id }) => id),
    }),
  lines: ({ choices }, style) => ({
    list: numbered(choices, style),
    steps: [askSome(choices, 'Numbers, with spaces between')],
  }),
}

const truths = [
  { id: 'true', text: 'True' },
  { id: 'false', text: 'False' },
]

export const trueFalsePrompt: KindPrompt<TrueFalsePresentation> = {
  instruct: () => '',
  widget: (_, response) => asTruth(pickOne(truths, response === null ? null : String(response))),
  lines(_, style) {
    const step = askOne(truths)
    return {
      list: numbered(truths, style),
      steps: [
        {
          ask: step.ask,
          read(line, soFar) {
            const reading = step.read(line, soFar)
            return 'problem' in reading ? reading : { response: reading.response === 'true' }
          },
        },
      ],
    }
  },
}

/** The same widget, with true and false for the ids of the two choices. */
function asTruth(widget: Widget): Widget {
  const wrapped: Widget = {
    ...widget,
    response: widget.response === null ? null : widget.response === 'true',
    press(key) {
      const next = widget.press(key)
      return next === widget ? wrapped : asTruth(next)
    },
    settled: () => asTruth(widget.settled()),
  }
  return wrapped
}
