import { useEffect, useState } from 'react'
import { item } from '../domain/work/item.ts'
import { useT } from '../i18n/use-t.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { toasts } from '../ui/toasts.ts'
import { mayAsk, rememberAsked } from './asking.ts'
import { useDevice } from './device-context.ts'
import { useCurrentWorkspace } from './use-current-workspace.ts'
import { useReading } from './use-reading.ts'
import { useToday } from './use-today.ts'

/** Before the third card there is little to lose, and nobody knows yet whether they will stay. */
const enoughCards = 3

/** Asks once a day at most, after the third card, that the browser keeps the data for good. Never in the sample. */
export function PersistPrompt() {
  const today = useToday()
  const isSample = useCurrentWorkspace()?.sample ?? true
  const hasEnough = useReading(
    view => view.keys(item, 'place').reduce((sum, key) => sum + view.ids(item, 'place', key).length, 0) >= enoughCards,
    [],
  )
  if (isSample || !hasEnough) return null
  return <Question key={today} today={today} />
}

function Question({ today }: { readonly today: string }) {
  const t = useT('data')
  const device = useDevice()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    let isWanted = mayAsk(today)
    void device.persisted().then(persisted => {
      if (!isWanted || persisted) return
      rememberAsked(today)
      setOpen(true)
    })
    return () => {
      isWanted = false
    }
  }, [device, today])
  if (!isOpen) return null
  const ask = async () => {
    const agreed = await device.persist()
    setOpen(false)
    toasts.show({ text: agreed ? t('lasting.agreed') : t('lasting.refused') })
  }
  return (
    <Banner
      tone="info"
      onClose={() => setOpen(false)}
      actions={
        <Button size="small" onClick={() => void ask()}>
          {t('lasting.ask')}
        </Button>
      }
    >
      {t('lasting.reason')}
    </Banner>
  )
}
