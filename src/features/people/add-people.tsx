import { useRef } from 'react'
import { addPerson } from '../../domain/people/edit-person.ts'
import { useT } from '../../i18n/use-t.ts'
import { AddLines } from '../../parts/add-lines.tsx'
import { useRequests } from '../../parts/requests.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useTeam } from '../../parts/use-team.ts'
import { announce } from '../../ui/announcements.ts'
import styles from './people.module.css'

/** One name, or a pasted list with one name per line. */
export function AddPeople() {
  const t = useT('people')
  const team = useTeam()
  const run = useCommand()
  const add = async (text: string) => {
    const names = text.split(/\r?\n/).filter(name => name.trim() !== '')
    let [taken, isRefused] = [0, false]
    for (const name of names) {
      const result = await run(addPerson, { team: team.id, name })
      if (result.ok) taken++
      // Who is in the team already needs no second line; whatever else was refused stays to be mended.
      else if (result.refusal.because !== 'personIsInTeam') isRefused = true
    }
    if (taken > 0) announce(t('added', { count: taken }))
    return !isRefused
  }
  const lines = useRef<HTMLDivElement>(null)
  useRequests('people/add', () => lines.current?.querySelector<HTMLElement>('button, input, textarea')?.focus())
  return (
    <div ref={lines} className={styles['add']}>
      <AddLines label={t('add')} onAdd={add} />
    </div>
  )
}
