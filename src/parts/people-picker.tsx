import { membersOf } from '../domain/people/members.ts'
import { person } from '../domain/people/person.ts'
import { assignByName, assignItems, unassignItems } from '../domain/work/edit-sets.ts'
import { useT } from '../i18n/use-t.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Picker } from '../ui/picker.tsx'
import { useCommand } from './use-command.ts'
import { useReading } from './use-reading.ts'
import { useTeam } from './use-team.ts'

export type ItemsPickerProps = {
  readonly anchor: HTMLElement
  /** The items that are changed together, by id. */
  readonly items: readonly string[]
  /** What all of them have now. */
  readonly selected: readonly string[]
  readonly onClose: () => void
}

/** Chooses who works on items: the team, whoever stands on them already, and somebody new by name. */
export function PeoplePicker({ anchor, items, selected, onClose }: ItemsPickerProps) {
  const t = useT('work')
  const run = useCommand()
  const team = useTeam()
  const people = useReading(
    view => {
      const members = membersOf(view, team.id).map(member => member.person)
      return [...new Set([...members, ...selected])].flatMap(id => view.get(person, id) ?? [])
    },
    [team.id, selected],
  )
  /** What many cards have got is said: most of them are out of sight. */
  const saying = (name: string) => (items.length > 1 ? { done: t('assignedMany', { count: items.length, name }) } : {})
  const nameOf = (id: string) => people.find(one => one.id === id)?.name ?? ''
  const change = async (chosen: readonly string[]) => {
    for (const id of chosen)
      if (!selected.includes(id)) await run(assignItems, { items, person: id }, saying(nameOf(id)))
    for (const id of selected) if (!chosen.includes(id)) await run(unassignItems, { items, person: id })
  }
  const invite = (name: string) => run(assignByName, { items, team: team.id, name }, saying(name))
  return (
    <Picker
      anchor={anchor}
      label={t('people')}
      multiple
      options={people.map(({ id, name }) => ({ id, text: name, mark: <Avatar name={name} size="small" decorative /> }))}
      selected={selected}
      onChange={chosen => void change(chosen)}
      create={{ text: name => t('addPerson', { name }), run: name => void invite(name) }}
      onClose={onClose}
    />
  )
}
