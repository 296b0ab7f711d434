import { bank } from '../../../questions/nato-ukraine/history.yaml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Bank } from '../../question/index.js'

/** The promise of 2008, the warning before it, and the way to the Vilnius summit. */
export const history = bank as Bank<BuiltInQuestion>
