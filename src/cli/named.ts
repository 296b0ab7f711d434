import type { FormatName } from '../formats/index.js'
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
} satisfies {
  readonly commands: OtherNames
  readonly formats: { readonly [name: string]: FormatName }
}

/**
 * A value that someone gave, as one of those that there are.
 *
 * @param none how to say that there isn't: `There is no format`.
 * @throws UsageError naming the one that may have been meant, or all that there are.
 */
export function namedAmong<Name extends string>(
  none: string,
  given: string,
  known: readonly Name[],
  others: OtherNames = {},
): Name {
  const found = known.find(name => name === given)
  if (found !== undefined) return found
  throw new UsageError([`${none} '${given}'.`], { name: given, known, others })
}
