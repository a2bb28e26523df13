import { column } from '../../domain/kanban/column.ts'
import { backlog, longestTitle } from '../../domain/work/item.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail } from '../../parts/addresses.ts'
import type { SharedThing } from '../../parts/app-context.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useOnce } from '../../parts/use-once.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useIds } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldError } from '../../ui/field.tsx'
import { ListPlus } from '../../ui/icons.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CardChoice } from './card-choice.tsx'
import styles from './new-card.module.css'
import { SharedPreview } from './shared-preview.tsx'
import { readShared } from './shared-words.ts'
import { useBringingToCard } from './use-bringing-to-card.ts'
import { useGoal } from './use-goal.ts'
import type { ReadyFiles } from './use-prepared-files.ts'

type SharedDialogProps = {
  readonly thing: SharedThing
  readonly files: ReadyFiles
  /** Several lines may be several cards. */
  readonly asLines: (() => void) | undefined
  readonly onClose: () => void
  /** It lies on a card now. */
  readonly onTaken: () => Promise<void>
  readonly onDiscard: () => void
}

/** Asks which card something belongs to that came from another app, the camera or the clipboard. Until it is said, it waits. */
export function SharedDialog({ thing, files, asLines, onClose, onTaken, onDiscard }: SharedDialogProps) {
  const t = useT('card')
  const team = useTeam()
  const { records } = useWorkspace()
  const { base, navigate } = useAddress()
  const once = useOnce()
  const bring = useBringingToCard()
  const words = readShared(thing)
  const columns = useIds(column, 'document', team.home)
  const { choice, choose, error, refuse, read } = useGoal({
    way: 'new',
    title: words.title,
    place: columns[0] ?? backlog,
  })
  const submit = async () => {
    const goal = read()
    if (!goal) return
    const brought = await bring(goal, words, files.taken)
    if (!('card' in brought)) return refuse(brought.refusal)
    await onTaken()
    navigate(`${base}${cardTail(shownKeyOf(records, brought.card))}`, { replace: true })
  }
  const footer = (
    <>
      <Button variant="plain" onClick={onDiscard}>
        {t('shared.discard')}
      </Button>
      <Button variant="primary" type="submit" form="shared">
        {t(choice.way === 'new' ? 'create' : 'shared.bring')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('shared.title')} size="small" onClose={onClose} footer={footer}>
      <SharedPreview words={words} files={files} />
      <form
        id="shared"
        className={styles['form']}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void once(submit)
        }}
      >
        <SegmentedControl
          label={t('shared.title')}
          wide
          value={choice.way}
          segments={[
            { value: 'new', text: t('newCard') },
            { value: 'existing', text: t('shared.existing') },
          ]}
          onChange={way => choose({ way })}
        />
        {choice.way === 'new' ? (
          <>
            <TextField
              label={t('title')}
              value={choice.title}
              maxLength={longestTitle}
              error={error}
              onChange={title => choose({ title })}
            />
            <PlaceChoice columns={columns} value={choice.place} onChange={place => choose({ place })} />
          </>
        ) : (
          <CardChoice chosen={choice.card} onChoose={card => choose({ card })} />
        )}
        {choice.way === 'existing' && error !== undefined && <FieldError id="shared-error" text={error} />}
        {asLines && (
          <Button size="small" icon={ListPlus} onClick={asLines}>
            {t('shared.asLines')}
          </Button>
        )}
      </form>
    </Dialog>
  )
}

type PlaceChoiceProps = {
  readonly columns: readonly string[]
  readonly value: string
  readonly onChange: (place: string) => void
}

function PlaceChoice({ columns, value, onChange }: PlaceChoiceProps) {
  const work = useT('work')
  const { method } = useTeam()
  const names = useReading(view => columns.map(id => view.get(column, id)?.name ?? ''), [columns])
  const options = [
    ...columns.map((id, index) => ({ value: id, text: names[index] ?? '' })),
    { value: backlog, text: work(method === 'kanban' ? 'options' : 'backlog') },
  ]
  return <Select label={work('place')} value={value} options={options} onChange={onChange} />
}
