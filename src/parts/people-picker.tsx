import { addPerson } from '../domain/people/edit-person.ts'
import { membersOf, personNamed } from '../domain/people/members.ts'
import { person } from '../domain/people/person.ts'
import { assignItems, unassignItems } from '../domain/work/edit-sets.ts'
import { useT } from '../i18n/use-t.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Picker } from '../ui/picker.tsx'
import { useCommand } from './use-command.ts'
import { useReading } from './use-reading.ts'
import { useTeam } from './use-team.ts'
import { useWorkspace } from './workspace-context.ts'

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
  const { records } = useWorkspace()
  const people = useReading(
    view => {
      const members = membersOf(view, team.id).map(member => member.person)
      return [...new Set([...members, ...selected])].flatMap(id => view.get(person, id) ?? [])
    },
    [team.id, selected],
  )
  const assign = (id: string) => run(assignItems, { items, person: id })
  const change = async (chosen: readonly string[]) => {
    for (const id of chosen) if (!selected.includes(id)) await assign(id)
    for (const id of selected) if (!chosen.includes(id)) await run(unassignItems, { items, person: id })
  }
  const invite = async (name: string) => {
    const added = await run(addPerson, { team: team.id, name })
    const id = personNamed(records, name)
    if (added.ok && id !== undefined) await assign(id)
  }
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
