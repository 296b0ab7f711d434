import { createModuleDefinition, type ModuleDefinition, type ModuleOptions } from './module.definition.js'
import { replayModule, type SavedModule, saveModule } from './module.log.js'
import { createModuleMachine, type ModuleMachine } from './module.machine.js'
import { type ModuleSnapshot, moduleViewOf } from './module.present.js'
import { type ModuleResult, moduleResultOf } from './module.result.js'
import type { ModuleView } from './module.view.js'
import type { Module } from './parse/module.schema.js'

/** A module made into a machine, and the pure functions that go with its snapshots. */
export interface DefinedModule {
  readonly machine: ModuleMachine
  readonly definition: ModuleDefinition
  /** What a UI may show of a snapshot. `at`: milliseconds since 1970, the last event's when left out. */
  view(snapshot: ModuleSnapshot, at?: number): ModuleView
  /** What it came to so far. */
  result(snapshot: ModuleSnapshot): ModuleResult
  save(snapshot: ModuleSnapshot): SavedModule
  /**
   * The snapshot that a saved module had, the running quiz in it. For a living actor, give it to `createActor` as
   * `machine.getPersistedSnapshot(snapshot)`.
   *
   * @throws SavedModuleError naming all that is wrong with what was stored.
   */
  replay(saved: SavedModule): ModuleSnapshot
}

/**
 * Makes a module for those who have XState: `createActor(defined.machine, { input: { seed: 7 } })`. The quiz that runs is
 * the actor's child `quiz`.
 *
 * @throws TypeError naming every bank and question that is missing, and rules that contradict one another.
 */
export function defineModule(module: Module, options: ModuleOptions): DefinedModule {
  const definition = createModuleDefinition(module, options)
  const machine = createModuleMachine(definition)
  return {
    machine,
    definition,
    view: (snapshot, at) => moduleViewOf(definition, snapshot, at),
    result: ({ context }) => moduleResultOf(definition, context),
    save: snapshot => saveModule(definition, snapshot),
    replay: saved => replayModule(definition, machine, saved),
  }
}
