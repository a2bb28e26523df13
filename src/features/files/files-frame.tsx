import { useContext, useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { teamAddress } from '../../parts/addresses.ts'
import { useT } from '../../i18n/use-t.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { focusPlace } from '../../ui/focus.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import styles from './files.module.css'

type FilesFrameProps = {
  readonly team: string | undefined
  readonly place: 'import' | 'export' | 'backup'
  readonly children: ReactNode
}

/** The frame of both screens. On a device without a workspace there are no places yet, only the way back to the start page. */
export function FilesFrame({ team, place, children }: FilesFrameProps) {
  const t = useT('files')
  const [, navigate] = useLocation()
  const isInside = useContext(WorkspaceContext) !== undefined
  const title = t(({ import: 'bring', export: 'give', backup: 'fromBackup.title' } as const)[place])
  if (!isInside) return <Bare title={title}>{children}</Bare>
  const tools = team !== undefined && place !== 'backup' && (
    <SegmentedControl
      label={t('direction')}
      value={place}
      segments={[
        { value: 'import', text: t('bring') },
        { value: 'export', text: t('give') },
      ]}
      onChange={next => navigate(teamAddress(team, next))}
    />
  )
  return (
    <ScreenFrame title={title} context={t(`context.${place}`)} tools={tools}>
      <div className={styles['content']}>{children}</div>
    </ScreenFrame>
  )
}

function Bare({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useT('files')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = t('documentTitle')
  }, [t])
  useEffect(focusPlace, [])
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className={styles['bare']} id="main">
      <header className={styles['bareHead']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <LinkButton href="#/start" variant="plain">
          {t('toStart')}
        </LinkButton>
      </header>
      <div className={styles['content']}>{children}</div>
    </main>
  )
}
