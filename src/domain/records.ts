import type { AnyDefinition } from './kernel/record.ts'
import { attachment } from './attachments/attachment.ts'
import { link } from './attachments/link.ts'
import { comment } from './discussion/comment.ts'
import { impediment } from './impediments/impediment.ts'
import { column } from './kanban/column.ts'
import { device } from './people/device.ts'
import { person } from './people/person.ts'
import { team } from './people/team.ts'
import { teamRole } from './people/team-role.ts'
import { availability } from './scrum/availability.ts'
import { presenceRule } from './presence/presence-rule.ts'
import { sprint } from './scrum/sprint.ts'
import { statement } from './statement/statement.ts'
import { savedView } from './views/saved-view.ts'
import { readMark } from './visits/read-mark.ts'
import { check } from './work/check.ts'
import { checklist } from './work/checklist.ts'
import { item } from './work/item.ts'
import { label } from './work/label.ts'

/** Every record type this version knows. A device without a definition keeps such records untouched. */
export const allRecords: readonly AnyDefinition[] = [
  person,
  team,
  teamRole,
  label,
  column,
  item,
  checklist,
  check,
  comment,
  attachment,
  link,
  sprint,
  availability,
  impediment,
  savedView,
  statement,
  device,
  readMark,
  presenceRule,
]
