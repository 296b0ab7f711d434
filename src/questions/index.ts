import type { BuiltInQuestion } from '../interactions/index.js'
import type { Bank } from '../question/index.js'
import { positions } from './nato-ukraine/positions.js'

/** Every bank that comes with the package, by topic. An app that needs one imports it by its name. */
export const bundledBanks: readonly Bank<BuiltInQuestion>[] = [positions]

export { positions }
