import type { TraceStep } from '../../question/index.js'
import type { Review } from '../../quiz/index.js'
import { safeLine } from '../plain-text.js'
import { counted, figure, hang } from './layout.js'
import type { TextStyle } from './markdown.js'

type Said = {
  readonly [Name in TraceStep['step']]: (step: Extract<TraceStep, { readonly step: Name }>) => string
}

/** Each step to the points, in words. */
const said: Said = {
  rule: ({ rule, fraction, figures }) => {
    const counts = Object.entries(figures).map(([name, number]) => `${words(name)} ${figure(number)}`)
    return `By the rule “${words(rule)}”${counts.length > 0 ? ` (${counts.join(', ')})` : ''}: ${share(fraction)}`
  },
  penalty: ({ reason, amount, fraction }) =>
    `${share(amount)} off for ${words(reason)}: ${share(fraction)} left`,
  clamp: ({ bound, from, fraction }) =>
    bound === 'floor'
      ? `${share(from)} is not let fall below ${share(fraction)}`
      : `${share(from)} is not let rise above ${share(fraction)}`,
  certainty: ({ certainty, factor, fraction }) =>
    `Certainty ${certainty}, times ${figure(factor)}: ${share(fraction)}`,
  outcome: ({ outcome, raw }) => `${counted(raw, 'point')} for a response that is ${outcome}`,
  points: ({ points, raw }) => `Times ${counted(points, 'point')}: ${figure(raw)}`,
  override: ({ reason, raw }) => `Set by hand (${safeLine(reason)}): ${counted(raw, 'point')}`,
  round: ({ decimals, from, raw }) => `${from} rounded to ${counted(decimals, 'decimal')}: ${figure(raw)}`,
}

function share(fraction: number): string {
  return `${figure(fraction * 100)} %`
}

function words(code: string): string {
  return safeLine(code.replaceAll('-', ' '))
}

/** The way to the points, step by step. */
export function whyText({ score, trace }: Review, { paint, width }: TextStyle): string {
  const steps = (trace ?? []).map(step =>
    hang('· ', (said[step.step] as (step: TraceStep) => string)(step), width),
  )
  return [paint.strong(`Why ${figure(score?.raw ?? 0)}?`), ...steps].join('\n')
}
