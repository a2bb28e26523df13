import type { KeyboardEvent } from 'react'
import type { Attachment } from '../../domain/attachments/attachment.ts'
import { removeAttachment } from '../../domain/attachments/edit-attachment.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ChevronLeft, ChevronRight, Download, Trash2 } from '../../ui/icons.ts'
import { FileName } from './file-name.tsx'
import styles from './references.module.css'
import { useFileDownload } from './use-file-download.ts'
import { usePicture } from './use-picture.ts'

type PhotoViewerProps = {
  readonly photos: readonly Attachment[]
  /** Which one is shown. */
  readonly at: number
  readonly onGo: (id: string) => void
  readonly onClose: () => void
}

/** One photo large; arrows go to the one before and after. */
export function PhotoViewer({ photos, at, onGo, onClose }: PhotoViewerProps) {
  const t = useT('card')
  const run = useCommand()
  const save = useFileDownload()
  const photo = photos[at]
  if (!photo) return null
  const { id, name } = photo
  const go = (step: number) => {
    const next = photos[at + step]
    if (next) onGo(next.id)
  }
  const remove = () => {
    onClose()
    void run(removeAttachment, { attachment: id }, { done: t('files.removed', { name }) })
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') go(-1)
    if (key === 'ArrowRight') go(1)
  }
  const footer = (
    <>
      <IconButton
        icon={ChevronLeft}
        label={t('files.previous')}
        aria-disabled={at === 0 || undefined}
        onClick={() => go(-1)}
      />
      <span className={styles['count']}>{t('files.count', { at: at + 1, of: photos.length })}</span>
      <IconButton
        icon={ChevronRight}
        label={t('files.next')}
        aria-disabled={at === photos.length - 1 || undefined}
        onClick={() => go(1)}
      />
      <span className={styles['space']} />
      <IconButton icon={Trash2} label={t('files.remove', { name })} onClick={remove} />
      <Button icon={Download} onClick={() => void save(photo)}>
        {t('files.download')}
      </Button>
    </>
  )
  return (
    <Dialog title={name} size="large" onClose={onClose} footer={footer}>
      {/* The arrows have their equal in the buttons below. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div role="group" aria-label={name} tabIndex={0} data-autofocus className={styles['view']} onKeyDown={onKeyDown}>
        <Whole key={id} photo={photo} />
      </div>
      <FileName key={id} file={photo} />
    </Dialog>
  )
}

function Whole({ photo }: { readonly photo: Attachment }) {
  const t = useT('card')
  const shown = usePicture(photo, 'whole')
  const { width, height, name } = photo
  if (shown === 'missing') return <p>{t('files.missing', { name })}</p>
  if (shown === 'wait') return null
  return (
    <img
      className={styles['whole']}
      src={shown.address}
      alt={name}
      width={width ?? undefined}
      height={height ?? undefined}
    />
  )
}
