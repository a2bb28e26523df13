import { adjustTeam } from '../../domain/people/adjust-team.ts'
import { changeMethod, renameTeam, setPrefix } from '../../domain/people/edit-team.ts'
import { methodFindings } from '../../domain/people/role-findings.ts'
import { developerBounds, methods, type Method } from '../../domain/people/team.ts'
import { usualSprintDays } from '../../domain/scrum/propose-sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { readNumber } from '../../ui/number-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { CommittedField } from './committed-field.tsx'
import styles from './people.module.css'

/** Name, prefix and way of working of the team; each is saved on its own and can be undone. */
export function TeamSettings() {
  const t = useT('people')
  const run = useCommand()
  const save = useFieldCommand()
  const team = useTeam()
  const { id, name, prefix, method } = team
  const isRunning = useReading(view => methodFindings(view, team, 'kanban').length > 0, [team])
  const change = (next: Method) => void run(changeMethod, { team: id, method: next }, { done: t(`changed.${next}`) })
  return (
    <section className={styles['part']} aria-labelledby="settings-heading">
      <h2 id="settings-heading">{t('settings')}</h2>
      <div className={styles['fields']}>
        <CommittedField
          label={t('teamName')}
          value={name}
          maxLength={120}
          onCommit={text => save(renameTeam, { team: id, name: text })}
        />
        <CommittedField
          label={t('prefix')}
          hint={t('prefixHint', { example: `${prefix}-7K3QX` })}
          value={prefix}
          maxLength={6}
          onCommit={text => save(setPrefix, { team: id, prefix: text.toLocaleUpperCase('de') })}
        />
        <RadioGroup<Method>
          label={t('method')}
          value={method}
          options={methods.map(value => ({
            value,
            text: t(`methods.${value}`),
            hint: value === 'kanban' && isRunning ? t('sprintRuns') : t(`methodHints.${value}`),
          }))}
          onChange={change}
        />
        <p className={styles['quiet']}>
          <ExplainedText text={t('methodsExplained')} words={{ kanban: 'Kanban', scrum: 'Scrum' }} />
        </p>
        {method === 'scrum' && <ScrumSettings />}
      </div>
    </section>
  )
}

const weeks = [1, 2, 3, 4, 6]

function ScrumSettings() {
  const t = useT('people')
  const run = useCommand()
  const save = useFieldCommand()
  const team = useTeam()
  const days = team.sprintDays ?? usualSprintDays
  const choices = [...new Set([...weeks.map(week => week * 7), days])].sort((one, other) => one - other)
  const { least, most } = developerBounds(team)
  const bound = (key: 'leastDevelopers' | 'mostDevelopers') => (text: string) =>
    save(adjustTeam, { team: team.id, [key]: readNumber(text) ?? Number.NaN })
  return (
    <>
      <Select
        label={t('sprintLength')}
        value={String(days)}
        options={choices.map(count => ({
          value: String(count),
          text: count % 7 === 0 ? t('weeks', { count: count / 7 }) : t('days', { count }),
        }))}
        onChange={value => void run(adjustTeam, { team: team.id, sprintDays: Number(value) })}
      />
      <Checkbox
        label={t('checkRoles')}
        hint={t('checkRolesHint')}
        checked={!team.rolesUnchecked}
        onChange={checked => void run(adjustTeam, { team: team.id, rolesUnchecked: !checked })}
      />
      {!team.rolesUnchecked && (
        <div className={styles['pair']}>
          <CommittedField label={t('least')} value={String(least)} maxLength={3} onCommit={bound('leastDevelopers')} />
          <CommittedField label={t('most')} value={String(most)} maxLength={3} onCommit={bound('mostDevelopers')} />
        </div>
      )}
    </>
  )
}
