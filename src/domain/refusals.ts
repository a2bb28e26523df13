import type { AttachmentRefusal } from './attachments/refusal.ts'
import type { DiscussionRefusal } from './discussion/refusal.ts'
import type { ImpedimentRefusal } from './impediments/refusal.ts'
import type { IntakeRefusal } from './intake/refusal.ts'
import type { KanbanRefusal } from './kanban/refusal.ts'
import type { PeopleRefusal } from './people/refusal.ts'
import type { ScrumRefusal } from './scrum/refusal.ts'
import type { StatementRefusal } from './statement/refusal.ts'
import type { ViewsRefusal } from './views/refusal.ts'
import type { WorkRefusal } from './work/refusal.ts'

/** Every reason for which a command can refuse; the catalogues say each exactly once. */
export type Refusal =
  | PeopleRefusal
  | KanbanRefusal
  | WorkRefusal
  | ScrumRefusal
  | ImpedimentRefusal
  | IntakeRefusal
  | DiscussionRefusal
  | AttachmentRefusal
  | ViewsRefusal
  | StatementRefusal
