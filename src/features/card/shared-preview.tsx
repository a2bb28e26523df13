import { FileText } from '../../ui/icons.ts'
import { FieldError } from '../../ui/field.tsx'
import styles from './shared.module.css'
import type { SharedWords } from './shared-words.ts'
import type { ReadyFiles } from './use-prepared-files.ts'

type SharedPreviewProps = { readonly words: SharedWords; readonly files: ReadyFiles }

/** What was shared, to know it again; and what of it cannot be kept, with the reason. */
export function SharedPreview({ words: { whole, link }, files: { taken, refused } }: SharedPreviewProps) {
  return (
    <>
      {whole !== '' && <p className={styles['words']}>{whole}</p>}
      {link && <p className={styles['words']}>{link.address}</p>}
      {taken.length > 0 && (
        <ul className={styles['pictures']}>
          {taken.map(({ name, picture }, index) => (
            // Two files may have one name.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className={picture === undefined ? styles['wide'] : undefined}>
              {picture === undefined ? (
                <span className={styles['file']}>
                  <FileText aria-hidden size={16} strokeWidth={1.75} />
                  {name}
                </span>
              ) : (
                <img className={styles['picture']} src={picture} alt={name} />
              )}
            </li>
          ))}
        </ul>
      )}
      {refused.map((text, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <FieldError key={index} id={`refused-${index}`} text={text} />
      ))}
    </>
  )
}
