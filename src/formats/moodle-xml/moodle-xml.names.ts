import type { SequenceMarking } from '../../marking/index.js'

/** Moodle's names for the rules that mark an order; the first name of a rule is written. Others are all read as one. */
export const gradingTypes: { readonly [name: string]: SequenceMarking['rule'] } = {
  ALL_OR_NOTHING: 'all-or-nothing',
  ABSOLUTE_POSITION: 'absolute-position',
  ABSOLUTE: 'absolute-position',
  ABS: 'absolute-position',
  RELATIVE_NEXT_EXCLUDE_LAST: 'next-excluding-last',
  RELATIVE_NEXT_INCLUDE_LAST: 'next-including-last',
  RELATIVE_ONE_PREVIOUS_AND_NEXT: 'one-previous-next',
  RELATIVE_ALL_PREVIOUS_AND_NEXT: 'all-previous-next',
  LONGEST_ORDERED_SUBSET: 'longest-ordered',
  LONGEST_CONTIGUOUS_SUBSET: 'longest-contiguous',
  RELATIVE_TO_CORRECT: 'distance',
}

/** What Moodle charges the cost of a unit to. */
export const unitGrading: { readonly [type: string]: 'mark' | 'maximum' } = { 1: 'mark', 2: 'maximum' }
