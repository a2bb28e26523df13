import { live, records } from '../../domain/kernel/view.ts'
import { removePerson } from '../../domain/people/edit-person.ts'
import { roleRecords, teamsOf } from '../../domain/people/members.ts'
import { person } from '../../domain/people/person.ts'
import { setRoles } from '../../domain/people/set-roles.ts'
import { team as teamRecord } from '../../domain/people/team.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { Smartphone, Trash2, UserPlus } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import { useInviting } from './inviting.ts'
import styles from './people.module.css'

/** Who is known in this workspace and not in this team, such as whom an import has brought. */
export function OtherPeople() {
  const t = useT('people')
  const { id: team } = useTeam()
  const others = useReading(
    view =>
      records(view, person, 'all', 'all').flatMap(({ id }) => (roleRecords(view, team, id).length === 0 ? [id] : [])),
    [team],
  )
  if (others.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby="others-heading">
      <h2 id="others-heading">{t('others')}</h2>
      <ul className={styles['rows']}>
        {others.map(id => (
          <OtherPerson key={id} id={id} />
        ))}
      </ul>
    </section>
  )
}

function OtherPerson({ id }: { readonly id: string }) {
  const t = useT('people')
  const format = useFormat()
  const team = useTeam()
  const run = useCommand()
  const { actor } = useWorkspace()
  const { invite } = useInviting()
  const record = useRecord(person, id)
  const teams = useReading(view => teamsOf(view, id).flatMap(other => live(view, teamRecord, other)?.name ?? []), [id])
  if (!record) return null
  const { name } = record
  const join = () =>
    void run(setRoles, { team: team.id, person: id, roles: ['developer'] }, { done: t('added', { count: 1 }) })
  const remove = async () => {
    if ((await run(removePerson, { person: id }, { done: t('personDeleted', { name }) })).ok) focusPlace()
  }
  return (
    <li className={styles['row']} data-person={id}>
      <Avatar name={name} decorative />
      <div className={styles['name']}>
        <span>{name}</span>
        <span className={styles['quiet']}>
          {teams.length === 0 ? t('inNoTeam') : t('inTeams', { teams: format.list(teams) })}
        </span>
      </div>
      <Button
        size="small"
        icon={UserPlus}
        className={styles['join']}
        aria-label={t('takeInNamed', { name })}
        onClick={join}
      >
        {t('takeIn')}
      </Button>
      {id === actor ? (
        <span />
      ) : (
        <MenuButton
          size="small"
          label={t('menu', { name })}
          placement="bottom-end"
          entries={[
            { id: 'invite', text: t('invite'), icon: Smartphone, onSelect: () => invite(id) },
            { id: 'delete', text: t('deletePerson'), icon: Trash2, danger: true, onSelect: () => void remove() },
          ]}
        />
      )}
    </li>
  )
}
