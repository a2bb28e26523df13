import type { Team } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { kindNamed, setWanted, type Wanted } from './search-state.ts'
import styles from './search.module.css'

const kinds = ['item', 'impediment', 'sprint'] as const

/** Where is looked, and for what. */
export function SearchFilters({ teams, wanted }: { readonly teams: readonly Team[]; readonly wanted: Wanted }) {
  const t = useT('search')
  return (
    <div className={styles['filters']}>
      {teams.length > 1 && (
        <Select
          className={styles['choice']}
          hideLabel
          label={t('team')}
          value={wanted.team ?? ''}
          options={[{ value: '', text: t('allTeams') }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]}
          onChange={team => setWanted({ team: team || undefined })}
        />
      )}
      <Select
        className={styles['choice']}
        hideLabel
        label={t('kind')}
        value={wanted.kind ?? ''}
        options={[
          { value: '', text: t('everything') },
          ...kinds.map(kind => ({ value: kind, text: t(`groups.${kind}`) })),
        ]}
        onChange={kind => setWanted({ kind: kindNamed(kind) })}
      />
      <Checkbox label={t('searchBin')} checked={wanted.inBin} onChange={inBin => setWanted({ inBin })} />
    </div>
  )
}
