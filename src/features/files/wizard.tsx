import { useEffect, useEffectEvent, useRef } from 'react'
import { useStore } from 'zustand'
import { useT } from '../../i18n/use-t.ts'
import { dropHandedOverTable, handedOverTable } from '../../parts/pasted-table.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { ArchiveStep } from './archive-step.tsx'
import { ChooseBackupStep } from './choose-backup-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import { DoneStep, RestoredStep, TakenBackStep } from './done-step.tsx'
import { FilesFrame } from './files-frame.tsx'
import styles from './files.module.css'
import { goTo, intake, type IntakeState } from './intake-store.ts'
import { PassphraseStep } from './passphrase-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { fileOfText, useFileDrop } from './use-file-drop.ts'
import { useReadingFile } from './use-reading-file.ts'

/** Each step begins at its heading, so that the focus is never lost with the button that led there. */
const useStepFocus = (step: IntakeState['step']) => {
  const wizard = useRef<HTMLDivElement>(null)
  const former = useRef(step)
  useEffect(() => {
    if (former.current === step) return
    former.current = step
    wizard.current?.querySelector<HTMLElement>('[data-step-focus]')?.focus()
  }, [step])
  return wizard
}

/** A table that was pasted into a backlog or a board is read here. */
const useHandedOver = (readFile: (file: File) => Promise<void>): void => {
  const t = useT('files')
  const read = useEffectEvent(() => {
    const text = handedOverTable()
    if (text !== undefined) void readFile(fileOfText(text, t('paste.name'))).finally(dropHandedOverTable)
  })
  useEffect(() => read(), [])
}

type WizardProps = {
  readonly team: string | undefined
  /** Only backups are looked for. */
  readonly from?: 'anything' | 'backup'
}

/** From a file to cards: choose, look through, take over. */
export function Wizard({ team, from = 'anything' }: WizardProps) {
  const state = useStore(intake, ({ state }) => state)
  const { readFile, mapTable, cancel } = useReadingFile(team)
  const isDragging = useFileDrop(state.step === 'writing' ? undefined : readFile)
  const wizard = useStepFocus(state.step)
  useHandedOver(readFile)
  useEffect(
    () => () => {
      // Founding a workspace builds every screen anew; what is being written goes on. All else begins again for who comes back.
      if (intake.getState().state.step !== 'writing') goTo({ step: 'choose' })
    },
    [],
  )
  return (
    <FilesFrame team={team} place={from === 'backup' ? 'backup' : 'import'}>
      <div ref={wizard} className={styles['wizard']} data-dragging={isDragging || undefined}>
        {state.step === 'choose' && from === 'anything' && (
          <ChooseStep state={state} team={team} onFile={file => void readFile(file)} />
        )}
        {state.step === 'choose' && from === 'backup' && (
          <ChooseBackupStep state={state} onFile={file => void readFile(file)} />
        )}
        {state.step === 'passphrase' && (
          <PassphraseStep
            file={state.file}
            because={state.because}
            onRead={(file, passphrase) => void readFile(file, passphrase)}
            onCancel={cancel}
          />
        )}
        {state.step === 'reading' && <ReadingStep file={state.file} share={state.share} onCancel={cancel} />}
        {state.step === 'review' && <ReviewStep review={state} team={team} onMap={mapTable} onCancel={cancel} />}
        {state.step === 'archive' && <ArchiveStep review={state} onCancel={cancel} />}
        {state.step === 'writing' && <WritingStep />}
        {state.step === 'done' && <DoneStep outcome={state.outcome} />}
        {state.step === 'restored' && <RestoredStep records={state.records} missing={state.missing} />}
        {state.step === 'takenBack' && <TakenBackStep />}
      </div>
    </FilesFrame>
  )
}

type ReadingStepProps = { readonly file: string; readonly share: number; readonly onCancel: () => void }

function ReadingStep({ file, share, onCancel }: ReadingStepProps) {
  const t = useT('files')
  const format = useFormat()
  return (
    <div className={styles['waiting']}>
      <ProgressBar label={t('reading.title', { file })} value={share} max={1} text={format.percent(share)} />
      <div className={styles['buttons']}>
        <Button data-step-focus onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}

function WritingStep() {
  const t = useT('files')
  return (
    <div className={styles['waiting']} role="status" tabIndex={-1} data-step-focus>
      <p>{t('writing.title')}</p>
      <p className={styles['quiet']}>{t('writing.hint')}</p>
    </div>
  )
}
