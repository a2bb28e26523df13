import type { Attachment } from '../../domain/attachments/attachment.ts'
import { useT } from '../../i18n/use-t.ts'
import { Image } from '../../ui/icons.ts'
import { nameTooltip } from '../../ui/tooltip.ts'
import styles from './references.module.css'
import { usePicture } from './use-picture.ts'

type PhotoThumbProps = { readonly photo: Attachment; readonly onOpen: () => void }

/** A photo small; its place has its size before its bytes are here. */
export function PhotoThumb({ photo, onOpen }: PhotoThumbProps) {
  const t = useT('card')
  const shown = usePicture(photo, 'small')
  const { name } = photo
  return (
    <li>
      <button
        type="button"
        className={styles['thumb']}
        aria-label={t('files.show', { name })}
        {...nameTooltip(name)}
        onClick={onOpen}
      >
        {typeof shown === 'object' ? (
          <img className={styles['small']} src={shown.address} alt="" />
        ) : (
          <Image aria-hidden size={16} strokeWidth={1.75} />
        )}
      </button>
    </li>
  )
}
