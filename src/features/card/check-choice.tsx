import { membersOf } from '../../domain/people/members.ts'
import { person } from '../../domain/people/person.ts'
import type { Check } from '../../domain/work/check.ts'
import { assignCheck, scheduleCheck } from '../../domain/work/edit-check.ts'
import { useT } from '../../i18n/use-t.ts'
import { DuePopover } from '../../parts/due-popover.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Picker } from '../../ui/picker.tsx'

/** What can be chosen for a line. */
export type CheckAsked = 'person' | 'due'

type CheckChoiceProps = {
  readonly record: Check
  readonly asked: CheckAsked
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

/** Chooses whose a line is, or until when it is to be done. */
export function CheckChoice({ record: { id, due, person: whose }, asked, anchor, onClose }: CheckChoiceProps) {
  const t = useT('work')
  const team = useTeam()
  const run = useCommand()
  const save = useFieldCommand()
  const people = useReading(
    view =>
      [
        ...new Set([...membersOf(view, team.id).map(member => member.person), ...(whose === null ? [] : [whose])]),
      ].flatMap(one => view.get(person, one) ?? []),
    [team.id, whose],
  )
  if (asked === 'due')
    return (
      <DuePopover
        anchor={anchor}
        due={due}
        onChoose={day => save(scheduleCheck, { check: id, due: day })}
        onClose={onClose}
      />
    )
  return (
    <Picker
      anchor={anchor}
      label={t('people')}
      options={people.map(({ id: one, name }) => ({
        id: one,
        text: name,
        mark: <Avatar name={name} size="small" decorative />,
      }))}
      selected={whose === null ? [] : [whose]}
      onChange={([one]) => void run(assignCheck, { check: id, person: one ?? null })}
      onClose={onClose}
    />
  )
}
