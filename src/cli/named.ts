import type { FormatName } from '../formats/index.js'
import type { BuiltInKind } from '../interactions/index.js'
import { UsageError } from './command.js'

/** Names that people know from elsewhere, in small letters, and what they are called here. Only where that is clear. */
export type OtherNames = { readonly [name: string]: string }

export const otherNames = {
  commands: { import: 'convert', export: 'convert', check: 'validate', add: 'new', create: 'new' },
  formats: {
    canvas: 'qti12',
    moodle: 'moodle-xml',
    excel: 'csv',
    xlsx: 'csv',
    xls: 'csv',
    spreadsheet: 'csv',
    md: 'markdown',
    apkg: 'anki',
    qti3: 'qti',
    'qti3.0': 'qti',
  },
  kinds: {
    'multiple-choice': 'single-choice',
    mcq: 'single-choice',
    'multiple-answer': 'multiple-response',
    'multiple-answers': 'multiple-response',
    checkbox: 'multiple-response',
    checkboxes: 'multiple-response',
    boolean: 'true-false',
    'fill-in-the-blank': 'cloze',
    'fill-in-the-blanks': 'cloze',
    gaps: 'cloze',
    number: 'numeric',
    order: 'ordering',
    sequence: 'ordering',
    match: 'matching',
    pairs: 'matching',
    'long-answer': 'essay',
  },
} satisfies {
  readonly commands: OtherNames
  readonly formats: { readonly [name: string]: FormatName }
  readonly kinds: { readonly [name: string]: BuiltInKind }
}

/** What a name from elsewhere is called here; other names as they are. */
export function ownName(name: string, others: OtherNames): string {
  const small = name.toLowerCase()
  return (Object.hasOwn(others, small) ? others[small] : undefined) ?? name
}

/**
 * A value that someone gave, as one of those that there are.
 *
 * @param none how to say that there isn't: `There is no format`.
 * @throws UsageError naming those that there are, and the one that may have been meant.
 */
export function namedAmong<Name extends string>(
  none: string,
  given: string,
  known: readonly Name[],
  others: OtherNames = {},
): Name {
  const found = known.find(name => name === given)
  if (found !== undefined) return found
  throw new UsageError([`${none} '${given}'. There are: ${known.join(', ')}.`], {
    name: ownName(given, others),
    known,
  })
}
