import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { Download } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { FilesFrame } from './files-frame.tsx'
import styles from './files.module.css'
import { useGiveOut } from './use-give-out.ts'

/** Two files to take away: everything as an archive, this team's cards as a table. */
export default function ExportScreen() {
  const t = useT('files')
  const team = useTeam()
  const { giveArchive, giveTable, isBusy } = useGiveOut(team)
  return (
    <FilesFrame team={team.id} place="export">
      <section className={styles['section']} aria-labelledby="files-archive">
        <h2 id="files-archive">{t('output.archive')}</h2>
        <p className={styles['quiet']}>{t('output.archiveHint')}</p>
        <div className={styles['buttons']}>
          <Button
            variant="primary"
            icon={Download}
            aria-disabled={isBusy || undefined}
            onClick={() => void giveArchive()}
          >
            {t('output.archiveButton')}
          </Button>
          <LinkButton href={`#${teamAddress(team.id, 'import')}`}>{t('output.restore')}</LinkButton>
        </div>
      </section>
      <section className={styles['section']} aria-labelledby="files-table">
        <h2 id="files-table">{t('output.table', { team: team.name })}</h2>
        <p className={styles['quiet']}>{t('output.tableHint')}</p>
        <div className={styles['buttons']}>
          <Button icon={Download} aria-disabled={isBusy || undefined} onClick={() => void giveTable()}>
            {t('output.tableButton')}
          </Button>
        </div>
      </section>
    </FilesFrame>
  )
}
