import { useContext, useState, type ClipboardEvent } from 'react'
import { pastedColumns } from '../../domain/work/pasted-table.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFileRefusalText } from '../../parts/use-file-refusal-text.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { FileText, Upload } from '../../ui/icons.ts'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './files.module.css'
import type { IntakeState } from './intake-store.ts'
import { RememberedImports } from './remembered-imports.tsx'
import { fileOfText } from './use-file-drop.ts'

type ChooseStepProps = {
  readonly state: IntakeState & { readonly step: 'choose' }
  readonly team: string | undefined
  readonly onFile: (file: File) => void
}

/** A file by dropping, by choosing, or as pasted lines. */
export function ChooseStep({ state, team, onFile }: ChooseStepProps) {
  const t = useT('files')
  const refusalText = useFileRefusalText()
  const workspace = useContext(WorkspaceContext)
  return (
    <>
      {state.refusal && state.refusal.because !== 'cancelled' && (
        <Banner tone="warn">{t('refused', { file: state.file ?? '', reason: refusalText(state.refusal) })}</Banner>
      )}
      <section className={styles['drop']} aria-labelledby="files-drop">
        <Upload aria-hidden size={24} strokeWidth={1.5} />
        <h2 id="files-drop" className={styles['byMouse']}>
          {t('choose.title')}
        </h2>
        <p className={styles['quiet']}>{t('choose.hint')}</p>
        <FileButton
          isStepFocus
          variant="primary"
          accept=".json,.csv,.tsv,.txt,.lotse,application/json,text/csv"
          onFile={onFile}
        >
          {t('choose.file')}
        </FileButton>
      </section>
      <Paste onFile={onFile} />
      <dl className={styles['kinds']}>
        {(['trello', 'jira', 'table', 'archive'] as const).map(kind => (
          <div key={kind}>
            <dt>{t(`kinds.${kind}.name`)}</dt>
            <dd>{t(`kinds.${kind}.how`)}</dd>
          </div>
        ))}
      </dl>
      {workspace && <RememberedImports workspace={workspace} team={team} />}
    </>
  )
}

/** Lines can be looked at before they are read; a pasted table is read at once. */
function Paste({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useT('files')
  const [text, setText] = useState('')
  const read = (table: string) => onFile(fileOfText(table, t('paste.name')))
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (text.trim() !== '' || pastedColumns(pasted) === 1) return
    event.preventDefault()
    read(pasted)
  }
  return (
    <Disclosure summary={t('paste.title')} className={styles['paste']}>
      <TextArea
        label={t('paste.label')}
        hint={t('paste.hint')}
        value={text}
        onChange={setText}
        rows={6}
        onPaste={onPaste}
      />
      <div className={styles['buttons']}>
        <Button icon={FileText} refusal={text.trim() === '' ? t('paste.empty') : undefined} onClick={() => read(text)}>
          {t('paste.read')}
        </Button>
      </div>
    </Disclosure>
  )
}
