import { useState } from 'react'
import { addToSprint } from '../../domain/scrum/sprint-scope.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { backlog } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { ItemPicker } from '../../parts/item-picker.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Plus } from '../../ui/icons.ts'

/** Takes cards of the backlog into the running sprint; the burndown's scope line rises. */
export function AddToRunning({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const run = useCommand()
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const add = (items: readonly string[]) => {
    if (items.length > 0)
      void run(addToSprint, { items, sprint: sprint.id }, { done: t('added', { name: sprint.name }) })
  }
  return (
    <>
      <Button ref={setAnchor} size="small" icon={Plus} aria-haspopup="dialog" onClick={() => setOpen(!isOpen)}>
        {t('addCard')}
      </Button>
      {isOpen && anchor && (
        <ItemPicker
          anchor={anchor}
          label={t('addCard')}
          selected={[]}
          fits={({ kind, position: [place], sprint: its }) => kind !== 'epic' && place === backlog && its !== sprint.id}
          onChange={add}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
