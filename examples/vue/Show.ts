import type { Part } from 'quizwright/ui'
import { type FunctionalComponent, h } from 'vue'
import { toHtml } from '../shared/learning.js'

/** A part and all that is in it. */
export const Show: FunctionalComponent<{ readonly part: Part<Record<string, unknown>> }> = ({ part }) => {
  const { tag, props, text, format, children } = part
  if (text !== null && format !== 'plain') return h(tag, { ...props, innerHTML: toHtml(text, format) })
  return h(tag, props, text ?? children.map(child => h(Show, { key: child.key, part: child })))
}
Show.props = ['part']
