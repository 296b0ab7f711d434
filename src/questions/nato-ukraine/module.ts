import { bank as content } from '../../../questions/nato-ukraine/module.yaml'
import type { BuiltInQuestion } from '../../interactions/index.js'
import type { Module } from '../../module/index.js'
import type { Bank } from '../../question/index.js'
import { history } from './history.js'
import { positions } from './positions.js'
import { reading } from './reading.js'
import { terms } from './terms.js'

/** The learning module on the report: what was reported, who wanted what, how it came to it, how to read it. */
export const natoRoadMap = content as Module

/** The banks that it draws on. */
export const natoRoadMapBanks: readonly Bank<BuiltInQuestion>[] = [positions, history, terms, reading]
