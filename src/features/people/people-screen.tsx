import { membersOf } from '../../domain/people/members.ts'
import { useT } from '../../i18n/use-t.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { lazyPart } from '../../parts/lazy-part.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { AddPeople } from './add-people.tsx'
import { DeleteTeam } from './delete-team.tsx'
import { LabelsSection } from './labels-section.tsx'
import { MemberRow } from './member-row.tsx'
import { OtherPeople } from './other-people.tsx'
import styles from './people.module.css'
import { RoleHints } from './role-hints.tsx'
import { TeamSettings } from './team-settings.tsx'

const DevicesSection = lazyPart(() => import('./devices-section.tsx'), 'recovery')

/** Who is in the team and in which role, and how the team works. */
export default function PeopleScreen() {
  const t = useT('people')
  const team = useTeam()
  const members = useReading(view => membersOf(view, team.id).map(({ person }) => person), [team.id])
  return (
    <ScreenFrame title={t('title')} context={t('context', { team: team.name, count: members.length })}>
      <div className={styles['screen']}>
        <section className={styles['part']} aria-labelledby="people-heading">
          <h2 id="people-heading">{t('people')}</h2>
          {team.method === 'scrum' && (
            <p className={styles['quiet']}>
              <ExplainedText
                text={t('rolesExplained')}
                words={{
                  productOwner: t('roles.productOwner'),
                  scrumMaster: t('roles.scrumMaster'),
                  developer: t('roles.developer'),
                }}
              />
            </p>
          )}
          <RoleHints />
          <ul className={styles['rows']}>
            {members.map(id => (
              <MemberRow key={id} id={id} />
            ))}
          </ul>
          <AddPeople />
        </section>
        <OtherPeople />
        <DevicesSection />
        <TeamSettings key={team.id} />
        <LabelsSection />
        <DeleteTeam />
      </div>
    </ScreenFrame>
  )
}
