import type { Activity, LessonEntry, ModuleView } from '../../module/index.js'
import type { Counted } from '../messages.js'

type Level = NonNullable<ModuleView['objectives'][number]['mastery']['level']>

/** All that the interface of a module says beside what a quiz says. Plain data, as `Messages` is. */
export interface ModuleMessages {
  /** BCP 47 tag of these texts; numbers are written by it. */
  readonly language: string
  readonly activities: { readonly [Name in Activity]: string }
  /** Where a lesson stands. */
  readonly statuses: { readonly [Name in LessonEntry['status']]: string }
  /** Where a learner is with an objective, by methods that have levels. */
  readonly levels: { readonly [Name in Level]: string }
  readonly lessons: Counted
  readonly lessonList: string
  readonly lessonsDone: Counted
  readonly lesson: string
  readonly part: string
  readonly minutes: Counted
  /** What the module is derived from. */
  readonly from: string
  /** Why something is closed. */
  readonly afterLesson: string
  readonly afterAllLessons: string
  readonly afterObjectives: string
  readonly tooLate: string
  /** Ways on. */
  readonly beginLesson: string
  readonly goOnWithLesson: string
  readonly takePreTest: string
  readonly takePostTest: string
  readonly retakePostTest: string
  readonly practiseMissed: Counted
  readonly practiseThis: string
  readonly finish: string
  readonly restart: string
  readonly toOverview: string
  readonly leave: string
  readonly leaveTest: string
  readonly leaveTestNow: string
  readonly leavingTest: string
  readonly startCheck: Counted
  readonly checkAgain: string
  readonly readOn: string
  readonly endLesson: string
  readonly previousPart: string
  readonly goOn: string
  readonly readLesson: string
  readonly readAgain: string
  readonly retry: string
  readonly leaveFailed: string
  /** Progress. */
  readonly tests: string
  readonly notTaken: string
  readonly gain: string
  readonly gainNormalised: string
  readonly progress: string
  readonly mastered: string
  readonly notAsked: string
  readonly responses: Counted
  /** Reading. */
  readonly inWords: string
  readonly sources: string
  /** After a quiz. */
  readonly leftEarly: string
  readonly changedSince: string
  readonly remedies: string
  readonly remediesAhead: string
  readonly misreading: string
  readonly quizFailed: string
  readonly finished: string
  /** Said when something has come about. */
  readonly newsDone: string
  readonly newsOpen: string
  readonly newsTestOpen: string
  readonly newsMastered: string
  /** Where the interface comes as an element. */
  readonly unplayable: string
  readonly setAside: string
  readonly attemptsUnread: Counted
}
