import { bank } from '../../../questions/nato-ukraine/reading.yaml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank } from '../../question/index.js'

/** Who said what, through whom it came, how firmly, and what is left out. */
export const reading = bank as Bank<BuiltInQuestion>
