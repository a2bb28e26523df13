import { useRef } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Button, type ButtonVariant } from '../../ui/button.tsx'

type FileButtonProps = {
  readonly variant?: ButtonVariant
  /** Kinds of files, as the browser's dialogue wants them. */
  readonly accept: string
  readonly onFile: (file: File) => void
}

/** Opens the browser's dialogue for one file. The step begins at it. */
export function FileButton({ variant = 'quiet', accept, onFile }: FileButtonProps) {
  const t = useT('files')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant={variant} data-step-focus onClick={() => input.current?.click()}>
        {t('choose.file')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('choose.file')}
        onChange={event => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
