import type { Attachment } from '../../domain/attachments/attachment.ts'
import { removeAttachment } from '../../domain/attachments/edit-attachment.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Download, FileText, Trash2 } from '../../ui/icons.ts'
import { FileName } from './file-name.tsx'
import styles from './references.module.css'
import { useFileDownload } from './use-file-download.ts'

/** A file that is no picture: its name, its size, and the way to save it. */
export function FileLine({ file }: { readonly file: Attachment }) {
  const t = useT('card')
  const format = useFormat()
  const run = useCommand()
  const save = useFileDownload()
  const { id, name, size } = file
  const remove = () => void run(removeAttachment, { attachment: id }, { done: t('files.removed', { name }) })
  return (
    <li className={styles['reference']}>
      <FileText aria-hidden size={14} strokeWidth={1.75} className={styles['icon']} />
      <div className={styles['text']}>
        <FileName file={file} />
      </div>
      {size !== null && <span className={styles['size']}>{format.bytes(size)}</span>}
      <IconButton icon={Download} size="small" label={t('files.save', { name })} onClick={() => void save(file)} />
      <IconButton icon={Trash2} size="small" label={t('files.remove', { name })} onClick={remove} />
    </li>
  )
}
