import { adjustTeam } from '../../domain/people/adjust-team.ts'
import { person } from '../../domain/people/person.ts'
import { roleFindings, type RoleFinding } from '../../domain/people/role-findings.ts'
import type { View } from '../../domain/kernel/view.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './people.module.css'

const peopleIn = (finding: RoleFinding): readonly string[] =>
  'people' in finding ? finding.people : 'person' in finding ? [finding.person] : []

const nameIn = (view: View, id: string): string => view.get(person, id)?.name ?? ''

/** What a Scrum team should know about its roles: calm, never in the way, and silent when the team wants it so. */
export function RoleHints() {
  const t = useT('people')
  const format = useFormat()
  const run = useCommand()
  const team = useTeam()
  const findings = useReading(view => roleFindings(view, team), [team])
  const names = useReading(
    view =>
      findings.map(one =>
        peopleIn(one)
          .map(id => nameIn(view, id))
          .join('\n'),
      ),
    [findings],
  )
  if (findings.length === 0) return null
  const silence = () => void run(adjustTeam, { team: team.id, rolesUnchecked: true }, { done: t('silenced') })
  return (
    <Banner
      tone="info"
      actions={
        <Button size="small" onClick={silence}>
          {t('silence')}
        </Button>
      }
    >
      <ul className={styles['hints']}>
        {findings.map((one, at) => (
          <li key={`${one.finding} ${names[at]}`}>
            {t(`findings.${one.finding}`, {
              names: format.list((names[at] ?? '').split('\n').filter(Boolean)),
              count: 'count' in one ? one.count : 0,
              bound: 'least' in one ? one.least : 'most' in one ? one.most : 0,
            })}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
