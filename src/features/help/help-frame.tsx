import { useContext, useEffect, useRef, type ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { Printer } from '../../ui/icons.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './help.module.css'

type HelpFrameProps = {
  readonly title: string
  readonly context?: string
  /** On every page but the first: the way back to all pages. */
  readonly inside?: boolean
  readonly children: ReactNode
}

/** The frame of every page of the help. On a device without a workspace there are no places yet, only the way back to the start page. */
export function HelpFrame({ title, context, inside = false, children }: HelpFrameProps) {
  const t = useT('help')
  const hasPlaces = useContext(WorkspaceContext) !== undefined
  const tools = (
    <>
      {inside && (
        <LinkButton href="#/help" variant="plain">
          {t('back')}
        </LinkButton>
      )}
      {!hasPlaces && (
        <LinkButton href="#/start" variant="plain">
          {t('toStart')}
        </LinkButton>
      )}
      <IconButton icon={Printer} label={t('print')} onClick={() => window.print()} />
    </>
  )
  const content = <div className={styles['page']}>{children}</div>
  if (!hasPlaces) return <Bare {...{ title, tools }}>{content}</Bare>
  return (
    <ScreenFrame title={title} context={context} tools={tools}>
      {content}
    </ScreenFrame>
  )
}

type BareProps = { readonly title: string; readonly tools: ReactNode; readonly children: ReactNode }

function Bare({ title, tools, children }: BareProps) {
  const t = useT('help')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = t('documentTitle', { title })
  }, [title, t])
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className={styles['bare']} id="main">
      <header className={styles['bareHead']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <div className={styles['bareTools']}>{tools}</div>
      </header>
      {children}
    </main>
  )
}
