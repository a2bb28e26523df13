import { edit, isCreation, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { oneLine } from '../kernel/line.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { addPerson } from '../people/edit-person.ts'
import { personNamed } from '../people/members.ts'
import { person } from '../people/person.ts'
import type { PeopleRefusal } from '../people/refusal.ts'
import { editEach } from './edit-values.ts'
import { item } from './item.ts'
import { label } from './label.ts'
import type { WorkRefusal } from './refusal.ts'

type Edited = Result<readonly Change[], WorkRefusal>
type Items = { readonly items: readonly string[] }
type OfPerson = Items & { readonly person: string }
type OfLabel = Items & { readonly label: string }

/** Puts a person on items. Refuses a person who is gone. */
export const assignItems = defineCommand('assignItems', (view, { items, person: id }: OfPerson): Edited => {
  if (!live(view, person, id)) return refuse({ because: 'personIsGone' })
  return editEach(view, items, record => edit(item, record, { people: [...record.people, id] }))
})

/**
 * Takes a person into a team by name, or one known already, and puts them on items. Refuses as `addPerson` does, and when none of the
 * items is left.
 */
export const assignByName = defineCommand(
  'assignByName',
  (
    view,
    { items, team, name }: Items & { readonly team: string; readonly name: string },
    context,
  ): Result<readonly Change[], WorkRefusal | PeopleRefusal> => {
    const added = addPerson.rule(view, { team, name }, context)
    if (!added.ok) return added
    const id = personNamed(view, oneLine(name)) ?? (added.value.find(isCreation) as Change).id
    const put = editEach(view, items, record => edit(item, record, { people: [...record.people, id] }))
    return put.ok ? ok([...added.value, ...put.value]) : put
  },
)

/** Takes a person off items, also one who is gone. */
export const unassignItems = defineCommand('unassignItems', (view, { items, person: id }: OfPerson): Edited =>
  editEach(view, items, record => edit(item, record, { people: record.people.filter(other => other !== id) })),
)

/** Puts a label on items. Refuses a label that is gone. */
export const labelItems = defineCommand('labelItems', (view, { items, label: id }: OfLabel): Edited => {
  if (!live(view, label, id)) return refuse({ because: 'labelIsGone' })
  return editEach(view, items, record => edit(item, record, { labels: [...record.labels, id] }))
})

/** Takes a label off items, also one that is gone. */
export const unlabelItems = defineCommand('unlabelItems', (view, { items, label: id }: OfLabel): Edited =>
  editEach(view, items, record => edit(item, record, { labels: record.labels.filter(other => other !== id) })),
)
