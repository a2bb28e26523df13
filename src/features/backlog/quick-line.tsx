import { createItem } from '../../domain/work/create-item.ts'
import { createItems } from '../../domain/work/create-items.ts'
import { pastedLines } from '../../domain/work/pasted-lines.ts'
import { pastedColumns } from '../../domain/work/pasted-table.ts'
import { backlog } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { AddLines } from '../../parts/add-lines.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useItemFilter } from '../../parts/use-item-filter.ts'
import { useTeam } from '../../parts/use-team.ts'
import { announce } from '../../ui/announcements.ts'
import styles from './backlog.module.css'

type QuickLineProps = {
  /** A pasted table is no list of titles. */
  readonly onTable: (text: string) => void
}

/** At the foot of the list: Enter makes a card at its end and asks for the next, several pasted lines make several. */
export function QuickLine({ onTable }: QuickLineProps) {
  const t = useT('backlog')
  const words = useT('work')
  const team = useTeam()
  const run = useCommand()
  const { filter, clear } = useItemFilter('backlog')
  const addOne = async (title: string) => {
    const result = await run(createItem, { team: team.id, place: backlog, title, parent: filter.epic ?? null })
    if (result.ok) announce(t('created', { title }))
    return result.ok
  }
  const addMany = async (text: string, count: number) => {
    clear()
    const result = await run(
      createItems,
      { team: team.id, place: backlog, text },
      { done: words('paste.done', { count }) },
    )
    return result.ok
  }
  const add = async (text: string) => {
    const lines = pastedLines(text)
    if (lines.length > 1 && pastedColumns(text) > 1) {
      onTable(text)
      return true
    }
    const isTaken = await (lines.length > 1 ? addMany(text, lines.length) : addOne(text.trim()))
    if (isTaken) requestAnimationFrame(showEnd)
    return isTaken
  }
  return (
    <div className={styles['quick']}>
      <AddLines label={t('add')} onAdd={add} />
    </div>
  )
}

/** What was just written is in sight, while the cursor stays in the field. */
const showEnd = (): void => {
  const list = document.querySelector('[data-backlog] > *')
  if (list) list.scrollTop = list.scrollHeight
}
