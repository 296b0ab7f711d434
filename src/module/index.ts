export type { Block, Cited, Part } from './lesson.blocks.js'
export { blocksOf, partsOf, withoutMarks } from './lesson.blocks.js'
export { type DefinedModule, defineModule } from './module.define.js'
export type { ModuleDefinition, ModuleOptions } from './module.definition.js'
export { type SavedModule, SavedModuleError } from './module.log.js'
export type { ModuleMachine } from './module.machine.js'
export type { ModuleSnapshot } from './module.present.js'
export type {
  Activity,
  DoneRun,
  LessonProgress,
  ModuleEvent,
  ModuleStep,
  Progress,
  Run,
} from './module.progress.js'
export type { Remedy } from './module.remedies.js'
export type { ModuleResult, ObjectiveProgress } from './module.result.js'
export { createModule, type LearningModule, type ModuleSessionOptions } from './module.session.js'
export type { Lock } from './module.unlock.js'
export {
  type LessonEntry,
  type LessonView,
  type ModuleCan,
  type ModuleCommand,
  type ModuleFinishedView,
  type ModulePhase,
  type ModuleView,
  moduleCommands,
  type OutcomeView,
  type OverviewView,
  type QuizFailedView,
  type RunningView,
  type ShownBlock,
  type ShownPart,
  type TestEntry,
} from './module.view.js'
export type { Module } from './parse/module.schema.js'
