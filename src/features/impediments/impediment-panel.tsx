import { impediment, longest } from '../../domain/impediments/impediment.ts'
import { deleteImpediment, editImpediment } from '../../domain/impediments/report-impediment.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useRecord } from '../../parts/use-record.ts'
import { Trash2 } from '../../ui/icons.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { AgeMark } from './age-mark.tsx'
import { ImpedimentHistory } from './impediment-history.tsx'
import { ImpedimentProperties } from './impediment-properties.tsx'
import { ImpedimentSteps } from './impediment-steps.tsx'
import styles from './impediment-panel.module.css'

/** One impediment beside the place: every field edited where it stands, the next steps as buttons, the past readable. */
export default function ImpedimentPanel() {
  const t = useT('impediments')
  const words = useT('work')
  const run = useCommand()
  const save = useFieldCommand()
  const { id } = useAddressParts()
  const { closeOverlay } = useAddress()
  const record = useRecord(impediment, id)
  if (!record || record.deleted)
    return (
      <SidePanel label={t('title')} onClose={closeOverlay}>
        <p>{t('gone')}</p>
      </SidePanel>
    )
  const remove = () => {
    closeOverlay()
    void run(deleteImpediment, { impediment: record.id }, { done: t('deleted', { title: record.title }) })
  }
  return (
    <SidePanel
      label={record.title}
      onClose={closeOverlay}
      head={
        <>
          <span className={styles['state']}>{words(`impedimentStates.${record.state}`)}</span>
          {(record.level ?? 0) > 0 && (
            <span className={styles['level']}>{t('level', { level: record.level ?? 0 })}</span>
          )}
          <AgeMark record={record} />
          <span className={styles['space']} />
          <MenuButton
            label={t('menu')}
            placement="bottom-end"
            entries={[{ id: 'delete', text: t('delete'), icon: Trash2, danger: true, onSelect: remove }]}
          />
        </>
      }
    >
      <InlineEdit
        key={record.id}
        label={t('fields.title')}
        value={record.title}
        maxLength={longest.title}
        required
        className={styles['title']}
        onSave={title => save(editImpediment, { impediment: record.id, title })}
      />
      <ImpedimentSteps record={record} />
      <ImpedimentProperties record={record} />
      <ImpedimentHistory record={record} />
    </SidePanel>
  )
}
