import { longestFileName, type Attachment } from '../../domain/attachments/attachment.ts'
import { renameAttachment } from '../../domain/attachments/edit-attachment.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'

/** What a photo or file is called, edited where it stands: cameras name nothing. */
export function FileName({ file: { id, name } }: { readonly file: Attachment }) {
  const t = useT('card')
  const save = useFieldCommand()
  return (
    <InlineEdit
      label={t('files.rename')}
      value={name}
      required
      maxLength={longestFileName}
      onSave={text => save(renameAttachment, { attachment: id, name: text })}
    />
  )
}
