import type { Lesson } from './lesson.blocks.js'
import type { ModuleDefinition } from './module.definition.js'
import type { Progress } from './module.progress.js'
import { learntFrom } from './module.record.js'
import type { Module } from './parse/module.schema.js'

/** What keeps something closed: lessons to do and objectives to master. Nothing where it is open. */
export interface Lock {
  readonly lessons: readonly string[]
  readonly objectives: readonly string[]
}

const open: Lock = { lessons: [], objectives: [] }

type Locking = (definition: ModuleDefinition, progress: Progress, lesson: Lesson) => Lock

const locks: { readonly [Name in Module['unlocking']]: Locking } = {
  open: () => open,
  'in-order': (definition, progress, lesson) => {
    const { lessons } = definition.module
    const before = lessons.slice(0, lessons.indexOf(lesson)).map(({ id }) => id)
    const wanted = [...new Set([...before, ...(lesson.requires ?? [])])]
    return { ...open, lessons: wanted.filter(id => !isDone(definition, progress, id)) }
  },
  mastery: (definition, progress, lesson) => {
    const { lessons } = definition.module
    const previous = lessons[lessons.indexOf(lesson) - 1]
    const before = lesson.requires ?? (previous ? [previous.id] : [])
    const wanted = new Set(before.flatMap(id => definition.lesson(id)?.objectives ?? []))
    return { ...open, objectives: [...wanted].filter(id => !isMastered(definition, progress, id)) }
  },
}

/** What keeps a lesson closed. One that was read stays open, whatever has changed since. */
export function lockOf(definition: ModuleDefinition, progress: Progress, lesson: Lesson): Lock {
  if (progress.lessons[lesson.id]?.readAt != null) return open
  return locks[definition.module.unlocking](definition, progress, lesson)
}

/** What keeps the post-test closed: lessons to do, unless everything is open. */
export function postTestLock(definition: ModuleDefinition, progress: Progress): Lock {
  const { unlocking, lessons } = definition.module
  if (unlocking === 'open') return open
  return { ...open, lessons: lessons.map(({ id }) => id).filter(id => !isDone(definition, progress, id)) }
}

export function isOpen({ lessons, objectives }: Lock): boolean {
  return lessons.length === 0 && objectives.length === 0
}

/** A lesson is done once it was read to its end and each of its checks was gone through. */
export function isDone(definition: ModuleDefinition, progress: Progress, id: string): boolean {
  const checks = definition.lesson(id)?.checks ?? []
  const read = progress.lessons[id]?.readAt != null
  return read && checks.every(check => isChecked(definition, progress, check.id))
}

export function isChecked(definition: ModuleDefinition, progress: Progress, check: string): boolean {
  return learntFrom(definition, progress).runs.some(run => run.check === check && run.whole)
}

function isMastered(definition: ModuleDefinition, progress: Progress, objective: string): boolean {
  return learntFrom(definition, progress).mastery.get(objective)?.mastered ?? false
}
