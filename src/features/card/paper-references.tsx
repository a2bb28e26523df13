import { isPicture, type Attachment } from '../../domain/attachments/attachment.ts'
import { attachmentsOf, linksOf } from '../../domain/attachments/item-attachments.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import styles from './card-paper.module.css'
import { PaperSection } from './card-paper-section.tsx'
import { usePicture } from './use-picture.ts'

/** Links with their whole address, since nobody can press them; files by name, photos as pictures. */
export function PaperReferences({ item }: { readonly item: string }) {
  const t = useT('card')
  const format = useFormat()
  const links = useReading(view => linksOf(view, item), [item])
  const files = useReading(view => attachmentsOf(view, item), [item])
  if (links.length + files.length === 0) return null
  return (
    <PaperSection title={t('references')}>
      <ul className={styles['plain']}>
        {links.map(({ id, name, address }) => (
          <li key={id}>{name === '' || name === address ? address : `${name}: ${address}`}</li>
        ))}
        {files.map(file => (
          <li key={file.id}>
            {file.name}
            {file.size !== null && ` (${format.bytes(file.size)})`}
            {isPicture(file) && <Photo photo={file} />}
          </li>
        ))}
      </ul>
    </PaperSection>
  )
}

function Photo({ photo }: { readonly photo: Attachment }) {
  const shown = usePicture(photo, 'whole')
  return typeof shown === 'object' ? (
    <img className={styles['photo']} src={shown.address} alt={photo.name} data-keep />
  ) : null
}
