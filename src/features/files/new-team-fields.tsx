import { useContext } from 'react'
import type { Method } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './files.module.css'
import type { NewTeam } from './intake-store.ts'

type NewTeamFieldsProps = {
  readonly team: NewTeam
  readonly missing: 'name' | 'person' | undefined
  readonly onChange: (team: NewTeam, method?: Method) => void
}

/** The team that begins with this import. Who works here already is known. */
export function NewTeamFields({ team, missing, onChange }: NewTeamFieldsProps) {
  const t = useT('files')
  const isFirst = useContext(WorkspaceContext) === undefined
  return (
    <div className={styles['fields']}>
      <div data-field="name">
        <TextField
          label={t('team.name')}
          value={team.name}
          onChange={name => onChange({ ...team, name })}
          required
          maxLength={120}
          error={missing === 'name' ? t('team.nameMissing') : undefined}
        />
      </div>
      {isFirst && (
        <div data-field="person">
          <TextField
            label={t('team.person')}
            value={team.person}
            onChange={person => onChange({ ...team, person })}
            required
            maxLength={120}
            autoComplete="name"
            error={missing === 'person' ? t('team.personMissing') : undefined}
          />
        </div>
      )}
      <RadioGroup<Method>
        label={t('team.method')}
        value={team.method}
        options={[
          { value: 'kanban', text: t('team.kanban') },
          { value: 'scrum', text: t('team.scrum') },
        ]}
        onChange={method => onChange({ ...team, method }, method)}
      />
    </div>
  )
}
