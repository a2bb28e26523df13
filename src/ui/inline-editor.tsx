import { useId, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useT } from '../i18n/use-t.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { FieldError } from './field.tsx'
import type { InlineEditProps } from './inline-edit.tsx'
import styles from './inline-edit.module.css'
import { useDraftSaving } from './use-draft-saving.ts'

type InlineEditorProps = InlineEditProps & {
  /** `byKey` asks for focus to go back to the text. */
  readonly onDone: (byKey: boolean) => void
}

/** The open field of an inline edit. It has the exact box of the text it stands for, so nothing moves. */
export function InlineEditor(props: InlineEditorProps) {
  const { value, label, multiline = false, maxLength, placeholder, className, onDone } = props
  const t = useT('ui')
  const id = useId()
  const [draft, setDraft] = useState(value)
  const field = useRef<HTMLTextAreaElement>(null)
  const saving = useDraftSaving(props, draft)
  const isFull = maxLength !== undefined && draft.length >= maxLength
  const note = props.note?.(draft) ?? (isFull ? t('full', { most: maxLength }) : undefined)

  useLayoutEffect(() => {
    const end = field.current?.value.length ?? 0
    field.current?.focus()
    field.current?.setSelectionRange(end, end)
  }, [])

  const finish = async (byKey: boolean) => {
    if (await saving.save()) onDone(byKey)
  }
  const discard = () => {
    saving.discard()
    onDone(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const enter = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)
    if (!enter && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    void finish(true)
  }
  // Esc means the same on a button below the field; Enter there is the button's.
  const onOuterKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onKeyDown(event)
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const staysHere = relatedTarget !== null && currentTarget.contains(relatedTarget)
    if (!staysHere) void finish(false)
  }
  const change = (text: string) => {
    setDraft(multiline ? text : oneLine(text))
    saving.forgetRefusal()
  }
  return (
    // The keys and the leaving are those of the controls inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={classNames(styles['editor'], multiline && styles['multiline'], className)}
      data-text={draft === '' ? placeholder : draft}
      data-together
      onKeyDown={onOuterKey}
      onBlur={onBlur}
    >
      <textarea
        ref={field}
        rows={1}
        value={draft}
        aria-label={label}
        aria-invalid={saving.refusal ? true : undefined}
        aria-describedby={saving.refusal ? `${id}-refusal` : note ? `${id}-note` : undefined}
        placeholder={placeholder}
        maxLength={maxLength}
        enterKeyHint={multiline ? 'enter' : 'done'}
        onChange={event => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {saving.refusal ? (
        <div className={styles['below']}>
          <FieldError id={`${id}-refusal`} text={saving.refusal} />
          <Button size="small" variant="plain" onClick={discard}>
            {t('discardDraft')}
          </Button>
        </div>
      ) : (
        note && (
          <div id={`${id}-note`} role="status" className={styles['below']}>
            {note}
          </div>
        )
      )}
      {props.tools && <props.tools field={field} />}
    </div>
  )
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
