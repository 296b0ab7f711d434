import { createModule, type Module, type SavedModule } from 'quizwright/module'
import { bank } from './learning.js'
import hebrew from './module.he.json'
import english from './module.json'

const module = (bank.language === 'he' ? hebrew : english) as Module
const place = `quizwright-example-${module.id}`

/** What all the examples play with `?module`; it goes on where it was left. */
export const way = begin(stored())
way.subscribe(() => localStorage.setItem(place, JSON.stringify(way.save())))

/** One that no longer fits the module is left for a new one. */
function begin(restore: SavedModule | null) {
  try {
    return createModule(module, { banks: [bank], restore })
  } catch (error) {
    if (restore === null) throw error
    return createModule(module, { banks: [bank] })
  }
}

function stored(): SavedModule | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null')
  } catch {
    return null
  }
}
