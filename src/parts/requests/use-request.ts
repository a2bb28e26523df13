import { useEffect, useState } from 'react'
import { sprint } from '../../domain/scrum/sprint.ts'
import { item } from '../../domain/work/item.ts'
import { useInstallation } from '../app-context.ts'
import { useDevice } from '../device-context.ts'
import { useReading } from '../use-reading.ts'
import { useWorkspace } from '../workspace-context.ts'
import { answered, firstDay, mayAsk, rememberAnswered, rememberAsked } from './asking.ts'
import { nextRequest, type RequestName } from './next-request.ts'

/** More make no difference, so that not every new card asks the browser. */
const enoughCards = 20

/** The request of the day, once there is a reason for one, and how it is closed. The device is asked anew when there is more to lose. */
export const useRequest = (today: string): readonly [RequestName | undefined, () => void] => {
  const device = useDevice()
  const workspace = useWorkspace()
  const { installed, way } = useInstallation()
  const [first] = useState(() => firstDay(today))
  const [asked, setAsked] = useState<RequestName>()
  const cards = useReading(
    view =>
      Math.min(
        enoughCards,
        view.keys(item, 'place').reduce((sum, key) => sum + view.ids(item, 'place', key).length, 0),
      ),
    [],
  )
  const hasSprint = useReading(view => view.keys(sprint, 'state').some(key => !key.endsWith('|planned')), [])
  const isInstallable = !installed && way !== 'none'
  useEffect(() => {
    let isWanted = mayAsk(today)
    const ask = async () => {
      const [isPersisted, backup] = await Promise.all([device.persisted(), device.backup(workspace)?.state()])
      const lacksFolder = backup !== undefined && backup.supported && backup.folder === undefined
      const arranged = { isPersisted, lacksFolder, isInstallable, answered: answered() }
      const next = nextRequest({ ...arranged, today, firstDay: first, cards, hasSprint })
      if (!next || !isWanted || !mayAsk(today)) return
      rememberAsked(today)
      setAsked(next)
    }
    if (isWanted) ask().catch(() => undefined)
    return () => {
      isWanted = false
    }
  }, [device, workspace, today, first, cards, hasSprint, isInstallable])
  const close = () => {
    if (asked) rememberAnswered(asked, today)
    setAsked(undefined)
  }
  return [asked, close]
}
