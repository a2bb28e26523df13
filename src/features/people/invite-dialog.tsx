import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { person as personRecord } from '../../domain/people/person.ts'
import { teamsOf } from '../../domain/people/members.ts'
import { team as teamRecord } from '../../domain/people/team.ts'
import { teamDocument } from '../../domain/kernel/record.ts'
import { records } from '../../domain/kernel/view.ts'
import { useT } from '../../i18n/use-t.ts'
import { joinLink } from '../../parts/addresses.ts'
import { ComparisonDigits } from '../../parts/comparison-digits.tsx'
import { copyText } from '../../parts/copy-text.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Copy } from '../../ui/icons.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useAnnounced } from '../../ui/use-announced.ts'
import type { InvitingView, MemberRole, ReplyRefusal, Sync, SyncView } from '../../workspace/sync-port.ts'
import styles from './people.module.css'

const QrCode = lazy(() => import('../../ui/qr-code.tsx'))

type InviteDialogProps = {
  /** Undefined: devices that are known already meet again. */
  readonly person: string | undefined
  /** The device comes with the recovery sheet. */
  readonly byRoot?: true | undefined
  readonly sync: Sync
  readonly view: SyncView
  readonly onClose: () => void
}

/** From the question who may do what to the moment both devices are linked. Closing it ends the invitation. */
export default function InviteDialog({ person, byRoot, sync, view, onClose }: InviteDialogProps) {
  const t = useT('sync')
  const { actor } = useWorkspace()
  const name = useRecord(personRecord, person ?? '')?.name ?? t('unknownPerson')
  const kind = byRoot ? 'sheet' : person === undefined ? 'again' : person === actor ? 'own' : 'other'
  const isMember = view.members.some(member => member.person === person)
  const close = () => {
    void sync.endInviting().catch(() => undefined)
    onClose()
  }
  const inviting = view.inviting?.person === person ? view.inviting : undefined
  const area = useRef<HTMLDivElement>(null)
  const step = inviting?.step
  // What was pressed is gone with its step.
  useEffect(() => {
    if (step !== undefined) area.current?.focus()
  }, [step])
  const titles = {
    again: t('dialog.titleAgain'),
    own: t('dialog.titleOwn'),
    other: t('dialog.title', { name }),
    sheet: t('dialog.titleSheet', { name }),
  }
  const ends = {
    again: t('dialog.doneAgain'),
    own: t('dialog.doneOwn'),
    other: t('dialog.done', { name }),
    sheet: t('dialog.doneSheet', { name }),
  }
  return (
    <Dialog title={titles[kind]} onClose={close}>
      <div ref={area} tabIndex={-1} className={styles['steps']}>
        {inviting ? (
          <Step inviting={inviting} done={ends[kind]} sync={sync} onClose={close} />
        ) : (
          <Access
            person={person}
            byRoot={byRoot}
            asksAccess={person !== undefined && !isMember && !byRoot}
            sync={sync}
          />
        )}
      </div>
    </Dialog>
  )
}

type AccessProps = {
  readonly person: string | undefined
  readonly byRoot: true | undefined
  readonly asksAccess: boolean
  readonly sync: Sync
}

/** What the invited person may do, and in which teams. Of a member only another device is invited. */
function Access({ person, byRoot, asksAccess, sync }: AccessProps) {
  const t = useT('sync')
  const team = useTeam()
  const [role, setRole] = useState<MemberRole>('writer')
  const teams = useReading(view => records(view, teamRecord, 'all', 'all').map(({ id, name }) => ({ id, name })), [])
  const own = useReading(view => (person === undefined ? [] : teamsOf(view, person)), [person])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(own.length > 0 ? own : [team.id]))
  const [isTried, setTried] = useState(false)
  const isNone = asksAccess && chosen.size === 0
  const make = () => {
    setTried(true)
    if (isNone) return
    const documents = teams.filter(({ id }) => chosen.has(id)).map(({ id }) => teamDocument(id))
    void sync
      .invite({ person, access: asksAccess ? { role, documents } : undefined, ...(byRoot && { byRoot }) })
      .catch((error: unknown) => reportError(error))
  }
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen)
    if (isOn) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <div className={styles['steps']}>
      {asksAccess && (
        <>
          <RadioGroup<MemberRole>
            label={t('dialog.whatFor')}
            value={role}
            onChange={setRole}
            options={(['writer', 'admin', 'reader'] as const).map(value => ({
              value,
              text: t(`dialog.${value}`),
              hint: t(`dialog.${value}Hint`),
            }))}
          />
          {teams.length > 1 && (
            <fieldset className={styles['teams']}>
              <legend>{t('dialog.teams')}</legend>
              {teams.map(({ id, name }) => (
                <Checkbox key={id} label={name} checked={chosen.has(id)} onChange={isOn => toggle(id, isOn)} />
              ))}
            </fieldset>
          )}
          {isTried && isNone && <Banner tone="danger">{t('dialog.noTeam')}</Banner>}
        </>
      )}
      {byRoot && <p>{t('dialog.howSheet')}</p>}
      <p className={styles['quiet']}>{t('dialog.how')}</p>
      <div className={styles['acts']}>
        <Button variant="primary" onClick={make}>
          {t('dialog.make')}
        </Button>
      </div>
    </div>
  )
}

type StepProps = {
  readonly inviting: InvitingView
  readonly done: string
  readonly sync: Sync
  readonly onClose: () => void
}

function Step({ inviting, done, sync, onClose }: StepProps) {
  const t = useT('sync')
  switch (inviting.step) {
    case 'making':
      return <Working text={t('dialog.making')} />
    case 'connecting':
      return <Working text={t('dialog.connecting')} />
    case 'admitting':
      return <Working text={t('dialog.admitting')} />
    case 'open':
      return <Open code={inviting.code} ends={inviting.ends} sync={sync} />
    case 'compare':
      return <Compare {...inviting} sync={sync} />
    case 'done':
      return <Done text={done} onClose={onClose} />
    case 'failed':
      return (
        <div className={styles['steps']}>
          <Banner tone="warn">{t(`failures.${inviting.because}`)}</Banner>
          <div className={styles['acts']}>
            <Button
              variant="primary"
              onClick={() => void sync.endInviting().catch((error: unknown) => reportError(error))}
            >
              {t('dialog.again')}
            </Button>
          </div>
        </div>
      )
  }
}

function Working({ text }: { readonly text: string }) {
  useAnnounced(text)
  return <p>{text}</p>
}

const minute = 60_000

/** How many whole minutes are left; looked at every few seconds. */
const useMinutesLeft = (ends: number): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((ends - now) / minute))
}

function Open({ code, ends, sync }: { readonly code: string; readonly ends: number; readonly sync: Sync }) {
  const t = useT('sync')
  const [reply, setReply] = useState('')
  const [refusal, setRefusal] = useState<ReplyRefusal['because']>()
  const minutes = useMinutesLeft(ends)
  const link = joinLink(code)
  const take = async (text: string) => {
    const taken = await sync.takeReply(text).catch(() => undefined)
    if (taken && !taken.ok) setRefusal(taken.refusal.because)
  }
  return (
    <div className={styles['steps']}>
      <p>{t('dialog.step1')}</p>
      <div className={styles['invitation']}>
        <Suspense fallback={<div className={styles['codeRoom']} />}>
          <QrCode text={link} label={t('dialog.qr')} />
        </Suspense>
        <div className={styles['beside']}>
          <Button icon={Copy} variant="primary" onClick={() => void copyText(link, t('dialog.copied'))}>
            {t('dialog.copy')}
          </Button>
          <p className={styles['quiet']}>{t('dialog.ends', { minutes })}</p>
        </div>
      </div>
      <p>{t('dialog.step2')}</p>
      <TextArea
        label={t('dialog.reply')}
        value={reply}
        rows={3}
        error={refusal && t(`code.${refusal}`)}
        onChange={text => {
          setReply(text)
          setRefusal(undefined)
        }}
        onPaste={event => {
          const text = event.clipboardData.getData('text/plain')
          // What is pasted into an empty field is the whole reply: one step less.
          if (reply.trim() === '' && text.trim() !== '') void take(text)
        }}
      />
      <div className={styles['acts']}>
        <Button onClick={() => void take(reply)}>{t('dialog.takeReply')}</Button>
      </div>
    </div>
  )
}

type CompareProps = { readonly digits: string; readonly label: string; readonly sync: Sync }

function Compare({ digits, label, sync }: CompareProps) {
  const t = useT('sync')
  const id = useId()
  const decide = (isRight: boolean) => void sync.decide(isRight).catch((error: unknown) => reportError(error))
  return (
    <div className={styles['steps']}>
      <p id={id}>{t('dialog.compare')}</p>
      <ComparisonDigits digits={digits} describedBy={id} />
      <p className={styles['quiet']}>{t('dialog.compareText', { label })}</p>
      <div className={styles['acts']}>
        <Button onClick={() => decide(false)}>{t('dialog.no')}</Button>
        <Button variant="primary" onClick={() => decide(true)}>
          {t('dialog.yes')}
        </Button>
      </div>
    </div>
  )
}

function Done({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const t = useT('sync')
  return (
    <div className={styles['steps']}>
      <Banner tone="ok">{text}</Banner>
      <div className={styles['acts']}>
        <Button variant="primary" onClick={onClose}>
          {t('dialog.close')}
        </Button>
      </div>
    </div>
  )
}
