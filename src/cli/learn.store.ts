import type { SavedModule } from '../module/index.js'
import { type HeldState, holdState, readState } from './state.store.js'

/** A learner's way through a module in the data folder. */
export interface StoredModule {
  readonly version: 1
  /** What the module is opened by: the id of a bundled one, or a path. */
  readonly reference: string
  readonly title: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly module: SavedModule
}

const optionsFor = (module: string, folder: string | undefined) => ({
  name: `modules/${encodeURIComponent(module)}`,
  isState: isStored,
  folder,
})

/** @throws UsageError when another run holds it, or when it can't be read. */
export function holdModule(module: string, folder?: string): HeldState<StoredModule> {
  return holdState(optionsFor(module, folder))
}

/** Null where nothing is stored. @throws UsageError when it can't be read. */
export function readModuleState(module: string, folder?: string): StoredModule | null {
  return readState(optionsFor(module, folder))
}

/** Whether the way in it is sound, the engine says when it restores it. */
function isStored(value: unknown): value is StoredModule {
  const stored = value as Partial<StoredModule> | null
  return (
    stored?.version === 1 &&
    typeof stored.reference === 'string' &&
    typeof stored.title === 'string' &&
    Number.isFinite(stored.savedAt) &&
    typeof stored.module === 'object'
  )
}
