import { useState } from 'react'
import { useLocation } from 'wouter'
import { records } from '../../domain/kernel/view.ts'
import { team as teamRecord } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { boardAddress } from '../../parts/addresses.ts'
import { useDevice } from '../../parts/device-context.ts'

/** Makes the sample workspace "Musterstadt" and opens it. Its content comes as a chunk of its own. */
export const useSample = () => {
  const t = useT('start')
  const device = useDevice()
  const [, navigate] = useLocation()
  const [isOpening, setOpening] = useState(false)
  const openSample = async () => {
    if (isOpening) return
    setOpening(true)
    await makeOrOpen().finally(() => setOpening(false))
  }
  const makeOrOpen = async () => {
    const { fillSample } = await import('./sample/fill-sample.ts')
    const known = (await device.list()).find(({ sample }) => sample)
    const workspace = known
      ? await device.open(known.id)
      : await device.found({ name: t('sampleName'), person: t('samplePerson'), sample: true })
    if (!workspace) return
    if (!known) await fillSample(workspace)
    const teams = records(workspace.records, teamRecord, 'all', 'all')
    const first = teams.find(({ method }) => method === 'scrum') ?? teams[0]
    navigate(first ? boardAddress(first.id) : '/')
  }
  return { openSample, isOpening }
}
