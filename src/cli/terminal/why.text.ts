import type { Review } from '../../quiz/index.js'
import { figure } from './layout.js'
import { renderText, type TextStyle } from './markdown.js'

/** The way to the points, step by step. */
export function whyText({ score, trace }: Review, style: TextStyle): string {
  const lines = (trace ?? []).map(step => JSON.stringify(step))
  return renderText([`Why ${figure(score?.raw ?? 0)}?`, ...lines].join('\n'), { ...style, plain: true })
}
