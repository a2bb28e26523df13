import { useRef } from 'react'
import { Button, type ButtonProps } from './button.tsx'

type FileButtonProps = Pick<ButtonProps, 'children' | 'variant' | 'icon'> & {
  /** Name of the field behind the button, where the button's own words do not say enough. */
  readonly label?: string
  /** Kinds of files, as the browser's dialogue wants them. */
  readonly accept: string
  /** The step begins at it. */
  readonly isStepFocus?: boolean
  readonly onFile: (file: File) => void
}

/** Opens the browser's dialogue for one file. */
export function FileButton({ children, label = children, accept, isStepFocus, onFile, ...looks }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...looks} data-step-focus={isStepFocus || undefined} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={event => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
