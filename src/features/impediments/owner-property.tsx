import type { Impediment } from '../../domain/impediments/impediment.ts'
import { membersOf } from '../../domain/people/members.ts'
import { person } from '../../domain/people/person.ts'
import { useT } from '../../i18n/use-t.ts'
import { Property } from '../../parts/item-properties/property.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Picker } from '../../ui/picker.tsx'

type OwnerPropertyProps = {
  readonly record: Impediment
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly onChange: (person: string | null) => void
}

/** The person who looks after it; choosing them again takes them off. */
export function OwnerProperty({ record: { owner }, open, onToggle, onChange }: OwnerPropertyProps) {
  const t = useT('impediments')
  const team = useTeam()
  const known = useReading(view => (owner === null ? undefined : view.get(person, owner)), [owner])
  const people = useReading(
    view => {
      const members = membersOf(view, team.id).map(member => member.person)
      return [...new Set([...members, ...(owner === null ? [] : [owner])])].flatMap(id => view.get(person, id) ?? [])
    },
    [team.id, owner],
  )
  return (
    <Property
      label={t('fields.owner')}
      placeholder={t('add.owner')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => (
        <Picker
          anchor={anchor}
          label={t('fields.owner')}
          options={people.map(({ id, name }) => ({
            id,
            text: name,
            mark: <Avatar name={name} size="small" decorative />,
          }))}
          selected={known ? [known.id] : []}
          onChange={([next]) => onChange(next ?? null)}
          onClose={close}
        />
      )}
    >
      {known ? (
        <>
          <Avatar name={known.name} size="small" decorative />
          <span>{known.name}</span>
        </>
      ) : null}
    </Property>
  )
}
