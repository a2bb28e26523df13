import { useEffect, useEffectEvent, useState } from 'react'
import { pastedColumns } from '../../domain/work/pasted-table.ts'
import { useT } from '../../i18n/use-t.ts'
import { isTyping } from '../../parts/is-typing.ts'

const carriesFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** A pasted table is a file without a name. */
export const fileOfText = (text: string, name: string): File => new File([text], name, { type: 'text/plain' })

/**
 * Takes a file that is dropped anywhere on the page, and a file or a table that is pasted. Out: whether one hovers over the page now. Without a
 * taker the page still keeps the browser from leaving it for the file.
 */
export const useFileDrop = (onFile: ((file: File) => Promise<void>) | undefined): boolean => {
  const t = useT('files')
  const [isDragging, setDragging] = useState(false)
  const take = useEffectEvent((file: File | undefined) => {
    if (file && onFile) void onFile(file)
  })
  const fileOfPaste = useEffectEvent((data: DataTransfer | null): File | undefined => {
    const text = data?.getData('text/plain') ?? ''
    // Excel lays a picture of the cells beside their text.
    return pastedColumns(text) > 1 ? fileOfText(text, t('paste.name')) : data?.files[0]
  })
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!carriesFile(event)) return
      event.preventDefault()
      setDragging(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent): void => {
      if (!carriesFile(event)) return
      event.preventDefault()
      setDragging(false)
      take(event.dataTransfer?.files[0])
    }
    const paste = (event: ClipboardEvent): void => {
      if (!isTyping(event.target)) take(fileOfPaste(event.clipboardData))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [])
  return isDragging
}
