import { checkNumberKey, checkTextKey, unknownChoice } from '../../marking/index.js'
import { checkIds, type Fault } from '../../question/index.js'
import { didYouMean } from '../../text/index.js'
import type { Gap, GapType } from './cloze.gaps.js'
import { segmentsOf } from './cloze.segments.js'
import type { ClozeQuestion } from './index.js'

type Checks = {
  readonly [Type in GapType]: (
    gap: Extract<Gap, { readonly type: Type }>,
    language: string | undefined,
  ) => readonly Fault[]
}

const checks: Checks = {
  text: ({ key, match }, language) => checkTextKey(key, match, language),
  numeric: (gap, language) => checkNumberKey(gap, language),
  choice({ choices, key }) {
    const ids = choices.map(({ id }) => id)
    return [...checkIds('choices', choices), ...(ids.includes(key) ? [] : [unknownChoice(['key'], key, ids)])]
  },
}

/** What is wrong with the question that its schema alone can't see. */
export function checkCloze({ text, gaps, language }: ClozeQuestion): readonly Fault[] {
  const segments = segmentsOf(text)
  const shown = segments.flatMap(segment => ('gap' in segment ? [segment.gap] : []))
  const ids = gaps.map(({ id }) => id)
  const strays = shown.filter(id => !ids.includes(id))
  const faults: Fault[] = [...checkIds('gaps', gaps)]
  const brace = segments.flatMap(segment => ('text' in segment ? aroundBraces(segment.text) : []))[0]
  const report = (code: string, path: Fault['path'], message: string) => faults.push({ code, path, message })
  if (brace)
    report('broken-gap', ['text'], `The text has braces that make no gap, at '${brace}'; write {{id}}.`)
  for (const [index, gap] of gaps.entries()) {
    if (!shown.includes(gap.id))
      report(
        'gap-not-in-text',
        ['gaps', index, 'id'],
        `The text has no {{${gap.id}}}; put the gap where it belongs.${didYouMean(gap.id, strays)}`,
      )
    for (const { code, path, message } of (checks[gap.type] as Checks['text'])(gap as never, language))
      report(code, ['gaps', index, ...path], message)
  }
  for (const [index, id] of shown.entries()) {
    if (!ids.includes(id))
      report(
        'unknown-gap',
        ['text'],
        `The text has {{${id}}}, which is none of the gaps; describe it under 'gaps'.${didYouMean(id, ids)}`,
      )
    if (shown.indexOf(id) < index)
      report('repeated-gap', ['text'], `The text has {{${id}}} twice; each gap stands once.`)
  }
  return faults
}

/** The first braces in a run of text, and what stands around them. */
function aroundBraces(text: string): readonly string[] {
  const at = text.search(/\{\{|\}\}/)
  return at === -1 ? [] : [text.slice(Math.max(0, at - 15), at + 17)]
}
