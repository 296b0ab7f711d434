import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'
import { history } from './nato-ukraine/history.js'
import { positions } from './nato-ukraine/positions.js'
import { reading } from './nato-ukraine/reading.js'
import { terms } from './nato-ukraine/terms.js'

/** Every bank that comes with the package, by topic. An app that needs one imports it by its name. */
export const bundledBanks: readonly Bank<BuiltInQuestion>[] = [positions, history, terms, reading]

export { history, positions, reading, terms }
