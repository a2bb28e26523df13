import { removePerson, renamePerson } from '../../domain/people/edit-person.ts'
import { membersOf } from '../../domain/people/members.ts'
import { longestName, person } from '../../domain/people/person.ts'
import { setRoles } from '../../domain/people/set-roles.ts'
import { roles, type Role } from '../../domain/people/team-role.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Chip } from '../../ui/chip.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { LogOut, Smartphone, Trash2 } from '../../ui/icons.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { toasts } from '../../ui/toasts.ts'
import { useInviting } from './inviting.ts'
import styles from './people.module.css'

/** A person: the name is edited in place, each role is switched on and off. */
export function MemberRow({ id }: { readonly id: string }) {
  const t = useT('people')
  const team = useTeam()
  const run = useCommand()
  const save = useFieldCommand()
  const { actor } = useWorkspace()
  const { invite } = useInviting()
  const record = useRecord(person, id)
  const held = useReading(
    view => membersOf(view, team.id).find(member => member.person === id)?.roles ?? [],
    [team.id, id],
  )
  if (!record) return null
  const { name } = record
  const toggle = (role: Role) => {
    const next = held.includes(role) ? held.filter(other => other !== role) : [...held, role]
    // Without any role nobody is in the team; that is what the menu says in words.
    if (next.length === 0) toasts.show({ text: t('lastRole', { name }) })
    else void run(setRoles, { team: team.id, person: id, roles: next })
  }
  const remove = async () => {
    const result = await run(setRoles, { team: team.id, person: id, roles: [] }, { done: t('removed', { name }) })
    if (result.ok) focusPlace()
  }
  // Deleted they leave the teams and stay named on their cards.
  const erase = async () => {
    const result = await run(removePerson, { person: id }, { done: t('personDeleted', { name }) })
    if (result.ok) focusPlace()
  }
  return (
    <li className={styles['row']} data-person={id}>
      <Avatar name={name} decorative />
      <div className={styles['name']}>
        <InlineEdit
          label={t('name')}
          value={name}
          required
          maxLength={longestName}
          onSave={next => save(renamePerson, { person: id, name: next })}
        />
        {id === actor && <span className={styles['quiet']}>{t('thatIsYou')}</span>}
      </div>
      <div className={styles['roles']} role="group" aria-label={t('rolesOf', { name })}>
        {roles.map(role => (
          <Chip key={role} pressed={held.includes(role)} onPress={() => toggle(role)}>
            {t(`roles.${role}`)}
          </Chip>
        ))}
      </div>
      <div className={styles['menu']}>
        <MenuButton
          size="small"
          label={t('menu', { name })}
          placement="bottom-end"
          entries={[
            ...(id === actor
              ? []
              : [{ id: 'invite', text: t('invite'), icon: Smartphone, onSelect: () => invite(id) }]),
            { id: 'remove', text: t('remove'), icon: LogOut, onSelect: () => void remove() },
            ...(id === actor
              ? []
              : [{ id: 'delete', text: t('deletePerson'), icon: Trash2, danger: true, onSelect: () => void erase() }]),
          ]}
        />
      </div>
    </li>
  )
}
