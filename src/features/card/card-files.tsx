import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'
import { isPicture } from '../../domain/attachments/attachment.ts'
import { attachmentsOf } from '../../domain/attachments/item-attachments.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Camera, Hourglass, Paperclip, X } from '../../ui/icons.ts'
import { FileLine } from './file-line.tsx'
import { PhotoThumb } from './photo-thumb.tsx'
import { PhotoViewer } from './photo-viewer.tsx'
import styles from './references.module.css'
import { useAddingFiles } from './use-adding-files.ts'

type CardFilesProps = { readonly item: string; readonly children: ReactNode }

/** Photos and files of a card around its links: chosen, taken, dropped or pasted anywhere in here. */
export function CardFiles({ item, children }: CardFilesProps) {
  const { home } = useTeam()
  const files = useReading(view => attachmentsOf(view, item), [item])
  const { add, cancel, underWay, leftOut } = useAddingFiles(item, home)
  const [seen, setSeen] = useState<string>()
  const photos = files.filter(isPicture)
  const take = (event: ClipboardEvent | DragEvent, data: DataTransfer) => {
    if (data.files.length === 0) return
    event.preventDefault()
    void add([...data.files])
  }
  const viewed = photos.findIndex(({ id }) => id === seen)
  return (
    // What is dropped or pasted here has its equal in the buttons below.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles['area']}
      onPaste={event => take(event, event.clipboardData)}
      onDrop={event => take(event, event.dataTransfer)}
      onDragOver={event => event.dataTransfer.types.includes('Files') && event.preventDefault()}
    >
      {photos.length > 0 && (
        <ul className={styles['photos']}>
          {photos.map(photo => (
            <PhotoThumb key={photo.id} photo={photo} onOpen={() => setSeen(photo.id)} />
          ))}
        </ul>
      )}
      {files.length > photos.length && (
        <ul className={styles['references']}>
          {files
            .filter(file => !isPicture(file))
            .map(file => (
              <FileLine key={file.id} file={file} />
            ))}
        </ul>
      )}
      {children}
      <UnderWay {...{ underWay, leftOut, cancel }} />
      <Choosing onChoose={add} />
      {viewed >= 0 && <PhotoViewer photos={photos} at={viewed} onGo={setSeen} onClose={() => setSeen(undefined)} />}
    </div>
  )
}

type UnderWayProps = Pick<ReturnType<typeof useAddingFiles>, 'underWay' | 'leftOut' | 'cancel'>

function UnderWay({ underWay, leftOut, cancel }: UnderWayProps) {
  const t = useT('card')
  return (
    <>
      {underWay.length > 0 && (
        <ul className={styles['references']}>
          {underWay.map(({ id, name }) => (
            <li key={id} className={styles['reference']}>
              <Hourglass aria-hidden size={14} strokeWidth={1.75} className={styles['icon']} />
              <p className={styles['text']}>{t('files.adding', { name })}</p>
              <IconButton icon={X} size="small" label={t('files.cancel', { name })} onClick={() => cancel(id)} />
            </li>
          ))}
        </ul>
      )}
      {leftOut.map(({ id, text }) => (
        <FieldError key={id} id={`left-out-${id}`} text={text} />
      ))}
    </>
  )
}

/** The camera is offered where there is one to hold. */
function Choosing({ onChoose }: { readonly onChoose: (files: readonly File[]) => Promise<void> }) {
  const t = useT('card')
  const picker = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const choose = (field: HTMLInputElement) => {
    const files = [...(field.files ?? [])]
    // The same file can be chosen again.
    field.value = ''
    if (files.length > 0) void onChoose(files)
  }
  const shared = {
    type: 'file',
    hidden: true,
    tabIndex: -1,
    onChange: (event: { currentTarget: HTMLInputElement }) => choose(event.currentTarget),
  }
  return (
    <div className={styles['choosing']}>
      <Button size="small" icon={Paperclip} onClick={() => picker.current?.click()}>
        {t('files.add')}
      </Button>
      <Button size="small" icon={Camera} className={styles['camera']} onClick={() => camera.current?.click()}>
        {t('files.take')}
      </Button>
      <input ref={picker} {...shared} multiple aria-label={t('files.add')} />
      <input ref={camera} {...shared} accept="image/*" capture="environment" aria-label={t('files.take')} />
    </div>
  )
}
