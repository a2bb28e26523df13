import { lazy, Suspense } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { PaperFrame } from '../../parts/paper/paper-frame.tsx'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { useMadeSheet } from './made-sheet.ts'
import styles from './sheet.module.css'
import { sheetLines, useSheetWords } from './use-sheet-words.ts'

const QrCode = lazy(() => import('../../ui/qr-code.tsx'))

/** The recovery sheet as it lies on paper: what it is for, its text twice, how it is used and where it is kept. */
export default function SheetPaper() {
  const t = useT('recovery')
  const team = useTeam()
  const sheet = useMadeSheet(useWorkspace().id)
  const words = useSheetWords()
  return (
    <PaperFrame title={words.title} shape="upright" place={teamAddress(team.id, 'people')} lines={[words.of]}>
      {sheet ? <SheetBody text={sheet.text} /> : <p>{t('sheet.gone')}</p>}
    </PaperFrame>
  )
}

function SheetBody({ text }: { readonly text: string }) {
  const t = useT('recovery')
  const words = useSheetWords()
  return (
    <div className={styles['sheet']}>
      <div className={styles['key']}>
        <Suspense fallback={<div className={styles['room']} />}>
          <QrCode text={text} label={t('sheet.qr')} correction="M" />
        </Suspense>
        <div className={styles['beside']}>
          <p className={styles['text']} aria-label={words.text} role="group" data-sheet>
            {sheetLines(text).map((groups, line) => (
              <span key={line} className={styles['line']}>
                {groups.join('-')}
              </span>
            ))}
          </p>
          <p className={styles['hint']}>{words.hint}</p>
        </div>
      </div>
      {words.sections.map(({ title, lines, isOrdered }) => (
        <section key={title}>
          <h3>{title}</h3>
          {isOrdered ? (
            <ol>
              {lines.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          ) : (
            lines.map(line => <p key={line}>{line}</p>)
          )}
        </section>
      ))}
    </div>
  )
}
