import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type SyntheticEvent } from 'react'
import { column } from '../../domain/kanban/column.ts'
import { isCreation } from '../../domain/kernel/change.ts'
import { records, type View } from '../../domain/kernel/view.ts'
import type { Team } from '../../domain/people/team.ts'
import { createItem } from '../../domain/work/create-item.ts'
import { backlog, item, kinds, longestTitle, type Kind } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { boardAddress } from '../../parts/addresses.ts'
import { useApp } from '../../parts/app-context.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useUndo } from '../../parts/use-undo.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toasts } from '../../ui/toasts.ts'
import styles from './new-card.module.css'

/** A new card from anywhere: a title is enough. It goes where the person is. */
export default function NewCardOverlay() {
  const t = useT('card')
  const work = useT('work')
  const team = useTeam()
  const { base, closeOverlay, navigate } = useAddress()
  const { tray } = useApp()
  const field = useRef<HTMLInputElement>(null)
  const columns = useReading(view => columnsOf(view, team), [team])
  const onBoard = base === boardAddress(team.id)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<Kind>('task')
  const [place, setPlace] = useState((onBoard ? columns[0]?.id : undefined) ?? backlog)
  const [error, setError] = useState<string>()
  const create = useCreate()
  const creating = useRef(false)
  const submit = async (stay: boolean) => {
    if (title.trim() === '') {
      setError(t('titleIsMissing'))
      field.current?.focus()
      return
    }
    // A second Enter, or one that is held down, is not a second card.
    if (creating.current) return
    creating.current = true
    const isMade = await create({ title, kind, place }).finally(() => (creating.current = false))
    if (!isMade) return
    setTitle(now => (now === title ? '' : now))
    if (stay) field.current?.focus()
    else closeOverlay()
  }
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void submit(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void submit(true)
  }
  // A picture comes along as what is shared does, with the title typed so far.
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0 || event.clipboardData.getData('text/plain') !== '') return
    event.preventDefault()
    const shared = tray.put({ title, text: '', url: '', files })
    void shared.then(() => navigate(`${base}/new/shared`, { replace: true }))
  }
  const change = (text: string) => {
    setTitle(text)
    setError(undefined)
  }
  const footer = (
    <>
      <Button onClick={() => void submit(true)}>{t('createAndNext')}</Button>
      <Button variant="primary" type="submit" form="new-card">
        {t('create')}
      </Button>
    </>
  )
  const places = [...columns.map(({ id, name }) => ({ value: id, text: name })), backlogOption(team, work)]
  return (
    <Dialog title={t('newCard')} size="small" onClose={closeOverlay} footer={footer}>
      <form id="new-card" className={styles['form']} onSubmit={onSubmit}>
        <TextField
          ref={field}
          label={t('title')}
          hint={hasKeys() ? t('titleHint') : undefined}
          value={title}
          maxLength={longestTitle}
          error={error}
          autoFocus
          onChange={change}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <div className={styles['choices']}>
          <Select
            label={work('kind')}
            value={kind}
            options={kinds.map(value => ({ value, text: work(`kinds.${value}`) }))}
            onChange={setKind}
          />
          {kind !== 'epic' && <Select label={work('place')} value={place} options={places} onChange={setPlace} />}
        </div>
      </form>
    </Dialog>
  )
}

const columnsOf = (view: View, team: Team & { readonly home: string }) => records(view, column, 'document', team.home)

const backlogOption = ({ method }: Team, work: ReturnType<typeof useT<'work'>>) => ({
  value: backlog,
  text: method === 'kanban' ? work('options') : work('backlog'),
})

type NewCard = { readonly title: string; readonly kind: Kind; readonly place: string }

/** Makes the card and says its key, with the way back. Answers whether it was made. */
const useCreate = () => {
  const t = useT('card')
  const team = useTeam()
  const run = useCommand()
  const workspace = useWorkspace()
  const { takeBack, undoLabel } = useUndo()
  return async (card: NewCard): Promise<boolean> => {
    const made = await run(createItem, { team: team.id, ...card })
    if (!made.ok) return false
    const id = made.value.changes.find(change => isCreation(change) && change.type === item.type)?.id ?? ''
    const key = workspace.records.get(item, id)?.key ?? ''
    toasts.show({
      text: t('created', { key }),
      named: true,
      action: { label: undoLabel, run: () => void takeBack(made.value) },
    })
    return true
  }
}

/** Who holds a phone has no use for a sentence about keys. */
const hasKeys = (): boolean => typeof matchMedia !== 'function' || !matchMedia('(pointer: coarse)').matches
