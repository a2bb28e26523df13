import { lazy, Suspense, useContext, useEffect, useEffectEvent, useState, type FormEvent, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'
import { longestLabel } from '../../domain/people/device.ts'
import { records } from '../../domain/kernel/view.ts'
import { team } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { boardAddress, joinLink } from '../../parts/addresses.ts'
import { ComparisonDigits } from '../../parts/comparison-digits.tsx'
import { copyText } from '../../parts/copy-text.ts'
import { useDevice } from '../../parts/device-context.ts'
import { proposeDeviceName } from '../../parts/device-name.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { Copy } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAnnounced } from '../../ui/use-announced.ts'
import type { JoiningView } from '../../workspace/sync-port.ts'
import styles from './join.module.css'
import { PasteStep, type Pasting } from './paste-step.tsx'

const QrCode = lazy(() => import('../../ui/qr-code.tsx'))

const titles: Partial<
  Record<
    JoiningView['step'] | 'none',
    'title' | 'replyTitle' | 'compareTitle' | 'doneTitle' | 'failedTitle' | 'handedTitle'
  >
> = {
  reply: 'replyTitle',
  compare: 'compareTitle',
  done: 'doneTitle',
  failed: 'failedTitle',
  handed: 'handedTitle',
  notHanded: 'handedTitle',
}

/** Joining by an invitation: from the link to the board. */
export default function JoinScreen() {
  const t = useT('sync')
  const view = useStore(useDevice().joining.view)
  const [code, setCode] = useState('')
  const pasting = { code, setCode }
  useOpenedCode()
  const title = t(`join.${titles[view?.step ?? 'none'] ?? 'title'}`)
  useEffect(() => {
    document.title = t('join.documentTitle', { title })
  }, [t, title])
  useEffect(focusPlace, [view?.step])
  return (
    <main className={styles['page']} id="main">
      <div className={styles['column']}>
        <h1 tabIndex={-1}>{title}</h1>
        <Step view={view} pasting={pasting} />
      </div>
    </main>
  )
}

/** Takes the code out of the address at once: it is secret, and good only once. */
const useOpenedCode = (): void => {
  const [, navigate] = useLocation()
  const { joining } = useDevice()
  const { code } = useAddressParts()
  const take = useEffectEvent((opened: string) => {
    navigate('/join', { replace: true })
    joining.begin(opened).catch((error: unknown) => reportError(error))
  })
  useEffect(() => {
    if (code !== undefined) take(code)
  }, [code])
}

function HandedStep({ children }: { readonly children: ReactNode }) {
  const t = useT('sync')
  return (
    <>
      {children}
      <div className={styles['acts']}>
        <LinkButton href="#/" variant="plain">
          {t('join.back')}
        </LinkButton>
      </div>
    </>
  )
}

type StepProps = { readonly view: JoiningView | undefined; readonly pasting: Pasting }

function Step({ view, pasting }: StepProps) {
  const t = useT('sync')
  if (!view) return <PasteStep {...pasting} />
  switch (view.step) {
    case 'sheet':
      return <PasteStep {...pasting} hasSheet because={view.because && t(`code.${view.because}`)} />
    case 'refused':
      return <PasteStep {...pasting} because={t(`code.${view.because}`)} />
    case 'reading':
      return <Working text={t('join.reading')} />
    case 'answering':
      return <Working text={t('join.answering')} />
    case 'entering':
      return <Working text={t('join.entering')} />
    case 'handed':
      return (
        <HandedStep>
          <Banner tone="ok">{t('join.handed')}</Banner>
        </HandedStep>
      )
    case 'notHanded':
      return (
        <HandedStep>
          <Banner tone="warn">{t('join.notHanded')}</Banner>
        </HandedStep>
      )
    case 'asked':
      return <AskedStep isMember={view.isMember} />
    case 'reply':
      return <ReplyStep code={view.code} />
    case 'compare':
      return <CompareStep digits={view.digits} label={view.label} />
    case 'fetching':
      return <FetchingStep done={view.done} of={view.of} />
    case 'done':
      return <DoneStep />
    case 'failed':
      return <FailedStep text={t(`failures.${view.because}`)} />
  }
}

function Working({ text }: { readonly text: string }) {
  useAnnounced(text)
  return (
    <>
      <p>{text}</p>
      <div className={styles['acts']}>
        <GiveUpButton />
      </div>
    </>
  )
}

function GiveUpButton() {
  const t = useT('sync')
  const { joining } = useDevice()
  return <Button onClick={() => joining.giveUp()}>{t('join.giveUp')}</Button>
}

function AskedStep({ isMember }: { readonly isMember: boolean }) {
  const t = useT('sync')
  const { joining } = useDevice()
  const [label, setLabel] = useState(() => proposeDeviceName(t))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    joining.answer(label.trim() || proposeDeviceName(t)).catch((error: unknown) => reportError(error))
  }
  return (
    <form onSubmit={submit} className={styles['form']} noValidate>
      <p>{isMember ? t('join.known') : t('join.asked')}</p>
      {!isMember && (
        <TextField
          label={t('join.deviceName')}
          hint={t('join.deviceNameHint')}
          value={label}
          maxLength={longestLabel}
          onChange={setLabel}
        />
      )}
      <div className={styles['acts']}>
        <GiveUpButton />
        <Button type="submit" variant="primary">
          {isMember ? t('join.connect') : t('join.answer')}
        </Button>
      </div>
    </form>
  )
}

function ReplyStep({ code }: { readonly code: string }) {
  const t = useT('sync')
  const link = joinLink(code)
  return (
    <>
      <p>{t('join.replyText')}</p>
      <Suspense fallback={<div className={styles['room']} />}>
        <QrCode text={link} label={t('join.replyQr')} />
      </Suspense>
      <div className={styles['acts']}>
        <GiveUpButton />
        <Button icon={Copy} variant="primary" onClick={() => void copyText(link, t('join.copied'))}>
          {t('join.copy')}
        </Button>
      </div>
    </>
  )
}

function CompareStep({ digits, label }: { readonly digits: string; readonly label: string }) {
  const t = useT('sync')
  return (
    <>
      <ComparisonDigits digits={digits} />
      <p>{t('join.compareText', { label })}</p>
      <div className={styles['acts']}>
        <GiveUpButton />
      </div>
    </>
  )
}

function FetchingStep({ done, of }: { readonly done: number; readonly of: number }) {
  const t = useT('sync')
  return (
    <>
      <ProgressBar
        label={t('join.fetching')}
        value={done}
        max={Math.max(of, 1)}
        text={of > 0 ? t('join.fetchingCount', { done, of }) : ''}
      />
    </>
  )
}

function DoneStep() {
  const t = useT('sync')
  const [, navigate] = useLocation()
  const { joining } = useDevice()
  const workspace = useContext(WorkspaceContext)
  const goOn = () => {
    const [first] = workspace ? records(workspace.records, team, 'all', 'all') : []
    joining.view.setState(undefined, true)
    navigate(first ? boardAddress(first.id) : '/')
  }
  return (
    <>
      <p>{t('join.done')}</p>
      <div className={styles['acts']}>
        <Button variant="primary" onClick={goOn}>
          {t('join.toBoard')}
        </Button>
      </div>
    </>
  )
}

function FailedStep({ text }: { readonly text: string }) {
  const t = useT('sync')
  const { joining } = useDevice()
  return (
    <>
      <Banner tone="warn">{text}</Banner>
      <div className={styles['acts']}>
        <Button variant="primary" onClick={() => joining.giveUp()}>
          {t('join.again')}
        </Button>
      </div>
    </>
  )
}
