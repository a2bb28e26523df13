import { useState } from 'react'
import { records } from '../../domain/kernel/view.ts'
import { documentOfTeam, team as teamRecord } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { toasts } from '../../ui/toasts.ts'
import type { MemberRole, MemberView, Sync } from '../../workspace/sync-port.ts'
import styles from './people.module.css'

type AccessDialogProps = {
  readonly name: string
  readonly member: MemberView
  /** The person here: of the teams they administer they give access. */
  readonly own: MemberView | undefined
  readonly sync: Sync
  readonly onClose: () => void
}

const levels = ['none', 'reader', 'writer', 'admin'] as const
type Level = MemberRole | 'none'

/** What a member may do, team by team. Each choice holds at once. */
export default function AccessDialog({ name, member, own, sync, onClose }: AccessDialogProps) {
  const t = useT('sync')
  const teams = useReading(view => records(view, teamRecord, 'all', 'all'), [])
  const wordOf = (level: Level) => (level === 'none' ? t('access.none') : t(`roles.${level}`))
  // What was chosen stands there until the log says it, too.
  const [chosen, setChosen] = useState<Readonly<Record<string, Level>>>({})
  const [refusal, setRefusal] = useState<string>()
  const give = async (document: string, team: string, level: Level) => {
    setChosen(before => ({ ...before, [document]: level }))
    setRefusal(undefined)
    const set = await sync.setAccess(member.person, document, level).catch(() => undefined)
    if (set?.ok) return toasts.show({ text: t('access.set', { name, team, level: wordOf(level) }) })
    setChosen(before => Object.fromEntries(Object.entries(before).filter(([name]) => name !== document)))
    return setRefusal(t(`refusals.${set?.refusal.because ?? 'notSaved'}`))
  }
  return (
    <Dialog
      title={t('access.title', { name })}
      description={t('access.text')}
      size="small"
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('access.close')}</Button>}
    >
      <div className={styles['steps']}>
        {refusal !== undefined && <Banner tone="danger">{refusal}</Banner>}
        {teams.map(team => {
          const document = documentOfTeam(team)
          const mayGive = own?.access[document] === 'admin'
          return (
            <Select<Level>
              key={team.id}
              label={team.name}
              hint={mayGive ? undefined : t('access.notYours')}
              disabled={!mayGive}
              value={chosen[document] ?? member.access[document] ?? 'none'}
              options={levels.map(value => ({ value, text: wordOf(value) }))}
              onChange={level => void give(document, team.name, level)}
            />
          )
        })}
      </div>
    </Dialog>
  )
}
