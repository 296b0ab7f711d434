import type {
  CategorizationPresentation,
  MatchingPresentation,
  OrderingPresentation,
} from '../../interactions/index.js'
import { asList, asPairs, type KindPrompt } from './kind.prompt.js'
import { askPairs, askSome, numbered } from './lines.js'
import type { TextStyle } from './markdown.js'
import { putInOrder } from './order.widget.js'
import { pairUp } from './pair.widget.js'
import type { Listed } from './widget.js'

export const orderingPrompt: KindPrompt<OrderingPresentation> = {
  instruct: () => 'Put them in order.',
  widget: ({ items }, response) =>
    response === null ? putInOrder(items) : putInOrder(inOrder(items, asList(response)), { touched: true }),
  lines: ({ items }, style) => ({
    list: numbered(items, style),
    steps: [askSome(items, 'All the numbers in the right order', true)],
  }),
}

/** The items in the order of a response; those that it leaves out come last. */
function inOrder(items: readonly Listed[], ids: readonly string[]): readonly Listed[] {
  const named = ids.flatMap(id => items.filter(item => item.id === id))
  return [...named, ...items.filter(({ id }) => !ids.includes(id))]
}

export const matchingPrompt: KindPrompt<MatchingPresentation> = {
  instruct: () => 'Give each the one that fits.',
  widget: ({ prompts, choices }, response) => pairUp(prompts, choices, asPairs(response)),
  lines: ({ prompts, choices }, style) => linesForPairs(prompts, choices, style),
}

export const categorizationPrompt: KindPrompt<CategorizationPresentation> = {
  instruct: () => 'Put each where it belongs; one that belongs nowhere gets nothing.',
  widget: ({ items, categories }, response) => pairUp(items, categories, asPairs(response)),
  lines: ({ items, categories }, style) => linesForPairs(items, categories, style),
}

function linesForPairs(rows: readonly Listed[], targets: readonly Listed[], style: TextStyle) {
  return { list: numbered(targets, style), steps: askPairs(rows, targets, style) }
}
