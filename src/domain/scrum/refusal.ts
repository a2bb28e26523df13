import type { LineRefusal } from '../kernel/line.ts'
import type { SprintState } from './sprint.ts'

/** Why a sprint cannot be changed as asked. */
export type ScrumRefusal =
  | { because: 'teamIsGone' }
  | { because: 'sprintIsGone' }
  | LineRefusal
  | { because: 'textIsTooLong'; longest: number }
  | { because: 'dayIsUnfit' }
  | { because: 'sprintEndsBeforeStart' }
  | { because: 'sprintIsTooLong'; longest: number }
  /** Closed or cancelled: the past stays as it was. */
  | { because: 'sprintIsOver'; state: SprintState }
  | { because: 'sprintIsNotPlanned'; state: SprintState }
  | { because: 'sprintIsNotRunning'; state: SprintState }
  | { because: 'anotherSprintRuns'; sprint: string }
  | { because: 'teamHasNoColumn' }
  | { because: 'teamHasNoDoneColumn' }
  | { because: 'itemIsGone' }
  | { because: 'itemIsInAnotherTeam' }
  | { because: 'epicHasNoSprint' }
  | { because: 'itemWasFinishedInClosedSprint' }
  /** Every unfinished item needs a decision at the close; these have none. */
  | { because: 'itemsAreUndecided'; items: readonly string[] }
  | { because: 'nextSprintIsMissing' }
  | { because: 'personIsGone' }
  | { because: 'numberIsUnfit' }
