import type { Attachment } from '../../domain/attachments/attachment.ts'
import { useT } from '../../i18n/use-t.ts'
import { download } from '../../parts/download.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { toasts } from '../../ui/toasts.ts'
import { readBlob } from './use-picture.ts'

/** Hands a photo or file to the browser to save, never to open. */
export const useFileDownload = () => {
  const t = useT('card')
  const workspace = useWorkspace()
  return async (file: Attachment): Promise<void> => {
    const { name } = file
    const blob = await readBlob(workspace, file)
    if (blob) download(blob, name, blob.type)
    else toasts.show({ text: t('files.missing', { name }) })
  }
}
