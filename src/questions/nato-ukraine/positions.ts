import { bank } from '../../../questions/nato-ukraine/positions.yaml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank } from '../../question/index.js'

/** Who wanted what for Ukraine, and how firmly, by a report of April 2023. */
export const positions = bank as Bank<BuiltInQuestion>
