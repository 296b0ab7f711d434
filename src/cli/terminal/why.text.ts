import type { PresentedQuestion } from '../../index.js'
import type { Review } from '../../quiz/index.js'
import { explainScore } from '../../results/index.js'
import { safeLine } from '../plain-text.js'
import { hang } from './layout.js'
import { renderLine, type TextStyle } from './markdown.js'

/** The way to the points: what each part earned, then step by step. Empty where the rules hold it back. */
export function whyText(
  { score, parts, trace }: Review,
  question: PresentedQuestion,
  style: TextStyle,
): string {
  if (!score || !trace) return ''
  const { title, parts: earned, steps } = explainScore({ score, parts: parts ?? [], trace }, { question })
  const lines = [
    ...earned.map(text => hang('  · ', renderLine(text, style), style.width)),
    ...steps.map(text => hang('  ', renderLine(text, style), style.width)),
  ]
  return [style.paint.strong(safeLine(title)), ...lines].join('\n')
}
