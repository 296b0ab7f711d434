import { bank } from '../../../questions/nato-ukraine/terms.yaml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank } from '../../question/index.js'

/** What the terms of the report mean, and what each does not mean. */
export const terms = bank as Bank<BuiltInQuestion>
