import { useEffect, useEffectEvent, useRef, useState, type DragEvent, type ReactNode, type RefObject } from 'react'
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

/** Photos and files of a card around its links: chosen, taken, dropped here, or pasted while the card is open. */
export function CardFiles({ item, children }: CardFilesProps) {
  const { home } = useTeam()
  const files = useReading(view => attachmentsOf(view, item), [item])
  const { add, cancel, underWay, leftOut } = useAddingFiles(item, home)
  const [seen, setSeen] = useState<string>()
  const photos = files.filter(isPicture)
  const area = usePastedFiles(files => void add(files))
  const drop = (event: DragEvent) => {
    const dropped = [...event.dataTransfer.files]
    if (dropped.length === 0) return
    event.preventDefault()
    void add(dropped)
  }
  const viewed = photos.findIndex(({ id }) => id === seen)
  return (
    // What is dropped here has its equal in the buttons below.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={area}
      className={styles['area']}
      onDrop={drop}
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

/** A picture pasted anywhere on the open card, into a comment say, is meant for the card. A table carries one of itself along; its text is meant. */
const usePastedFiles = (take: (files: readonly File[]) => void): RefObject<HTMLDivElement | null> => {
  const area = useRef<HTMLDivElement>(null)
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (event.defaultPrevented || files.length === 0 || event.clipboardData?.getData('text/plain')) return
    const modal = document.querySelector('dialog:modal')
    if (modal && !modal.contains(area.current)) return
    event.preventDefault()
    take(files)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
  return area
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
