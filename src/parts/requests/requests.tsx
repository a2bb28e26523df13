import type { ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { toasts } from '../../ui/toasts.ts'
import { useInstallation } from '../app-context.ts'
import { useDevice } from '../device-context.ts'
import { useCurrentWorkspace } from '../use-current-workspace.ts'
import { useToday } from '../use-today.ts'
import { useRequest } from './use-request.ts'

/** Asks for one thing at a time, each with its reason, at most once a day. Never in the sample. */
export default function Requests() {
  const today = useToday()
  const isSample = useCurrentWorkspace()?.sample ?? true
  return isSample ? null : <OneOfToday key={today} today={today} />
}

function OneOfToday({ today }: { readonly today: string }) {
  const [asked, close] = useRequest(today)
  if (!asked) return null
  const onClose = () => {
    close()
    focusPlace()
  }
  const Request = { persist: Persist, backup: ChooseFolder, install: Install }[asked]
  return <Request onClose={onClose} />
}

type RequestProps = { readonly onClose: () => void }

const Asked = ({ text, action, onClose }: RequestProps & { readonly text: string; readonly action?: ReactNode }) => (
  <Banner tone="info" onClose={onClose} actions={action}>
    {text}
  </Banner>
)

function Persist({ onClose }: RequestProps) {
  const t = useT('data')
  const device = useDevice()
  const ask = async () => {
    const agreed = await device.persist()
    onClose()
    toasts.show({ text: agreed ? t('lasting.agreed') : t('lasting.refused') })
  }
  const action = (
    <Button size="small" onClick={() => void ask()}>
      {t('lasting.ask')}
    </Button>
  )
  return <Asked text={t('lasting.reason')} {...{ action, onClose }} />
}

/** The folder is chosen on the page about data, where its seal and its state stand. */
function ChooseFolder({ onClose }: RequestProps) {
  const t = useT('requests')
  const action = (
    <LinkButton size="small" href="#/data" onClick={onClose}>
      {t('folder.ask')}
    </LinkButton>
  )
  return <Asked text={t('folder.reason')} {...{ action, onClose }} />
}

function Install({ onClose }: RequestProps) {
  const t = useT('requests')
  const { way, ask } = useInstallation()
  if (way === 'by-hand') return <Asked text={t('install.byHand')} onClose={onClose} />
  const install = async () => {
    await ask()
    onClose()
  }
  const action = (
    <Button size="small" onClick={() => void install()}>
      {t('install.ask')}
    </Button>
  )
  return <Asked text={t('install.reason')} {...{ action, onClose }} />
}
