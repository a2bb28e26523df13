import { useEffect, useSyncExternalStore } from 'react'
import { live } from '../../domain/kernel/view.ts'
import { documentOfTeam, team as teamRecord } from '../../domain/people/team.ts'
import { itemByKey } from '../../domain/work/shown-key.ts'
import { isSamePlace, type Whereabouts } from '../../workspace/presence.ts'
import { matchAddress } from '../addresses.ts'
import { useAddress } from '../use-address.ts'
import { useReading } from '../use-reading.ts'
import { useWorkspace } from '../workspace-context.ts'

const onVisibility = (listener: () => void): (() => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
const isVisible = (): boolean => document.visibilityState === 'visible'

/** Notes where the person looks in this tab, as long as they do: which team’s board, and which card. */
export const useTellPlace = (): void => {
  const { session } = useWorkspace()
  const { base, tail } = useAddress()
  const isLooking = useSyncExternalStore(onVisibility, isVisible)
  const id = matchAddress('/t/:team/:place?/:tab?', base)?.['team']
  const isOnBoard = matchAddress('/t/:team/board', base) !== undefined
  const key = matchAddress('/c/:key', tail)?.['key']
  const place = useReading(
    (view): Whereabouts | undefined => {
      const team = live(view, teamRecord, id)
      if (!team || !isLooking) return undefined
      const home = documentOfTeam(team)
      const card = key === undefined ? undefined : itemByKey(view, home, key)
      return isOnBoard || card !== undefined ? { document: home, isOnBoard, card } : undefined
    },
    [id, isOnBoard, key, isLooking],
  )
  useEffect(() => {
    if (!isSamePlace(session.getState().lookingAt, place)) session.setState({ lookingAt: place })
  }, [session, place])
  useEffect(() => () => session.setState({ lookingAt: undefined }), [session])
}
