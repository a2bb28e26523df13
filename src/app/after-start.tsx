import { Suspense, useEffect, useEffectEvent } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useApp } from '../parts/app-context.ts'
import { lazyScreen } from '../parts/lazy-screen.ts'
import { isTyping } from '../parts/is-typing.ts'
import { useAddress } from '../parts/use-address.ts'
import { useTellPlace } from '../parts/presence/use-tell-place.ts'
import { useNewsNotices } from '../parts/visits/use-news-notices.ts'
import { toasts } from '../ui/toasts.ts'
import { followKeyboard } from './follow-keyboard.ts'
import { useForesight } from './use-foresight.ts'

const PrintStandIn = lazyScreen(() => import('./print-stand-in.tsx'))

/** What can wait until the first paint is over. It draws nothing but what is printed. */
export default function AfterStart() {
  useEffect(followKeyboard, [])
  useForesight()
  useReminder()
  useNewsNotices()
  useTellPlace()
  usePasting()
  // Within a waiting of its own: what stands beside it stays.
  return (
    <Suspense>
      <PrintStandIn />
    </Suspense>
  )
}

/** What was shared while nobody had time for it is named once at each start. */
const useReminder = (): void => {
  const t = useT('card')
  const { tray } = useApp()
  const { tail, openOverlay } = useAddress()
  const remind = useEffectEvent((count: number) => {
    if (count === 0 || tail === '/new/shared') return
    toasts.show({ text: t('shared.waits'), action: { label: t('shared.sort'), run: () => openOverlay('/new/shared') } })
  })
  useEffect(() => {
    tray.list().then(
      things => remind(things.length),
      () => undefined,
    )
  }, [tray])
}

const takesPasted = /^\/t\/[^/]+\/(board|backlog|sprint)\b/

/** A text or a picture pasted onto a board or a list goes the way of what is shared: to the question which card it belongs to. */
const usePasting = (): void => {
  const { tray } = useApp()
  const { base, tail, openOverlay } = useAddress()
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog:modal')) return
    if (tail !== '' || !takesPasted.test(base)) return
    const text = event.clipboardData?.getData('text/plain').trim() ?? ''
    // A table carries its own picture along; it is the text that is meant.
    const files = text === '' ? [...(event.clipboardData?.files ?? [])] : []
    if (text === '' && files.length === 0) return
    event.preventDefault()
    void tray.put({ title: '', text, url: '', files }).then(() => openOverlay('/new/shared'))
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
}
