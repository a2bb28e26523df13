import { labelOfDevice } from '../../domain/people/name-device.ts'
import { person } from '../../domain/people/person.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { codeOfDevice } from './code-of-device.ts'

/** Whose device it is and what it is called, in one piece. `owner`: the person’s id, where the log knows it. */
export const useDeviceWords = (device: string, owner: string | undefined): string => {
  const t = useT('sync')
  const label = useReading(view => labelOfDevice(view, device), [device])
  const name = useReading(view => (owner === undefined ? undefined : view.get(person, owner)?.name), [owner])
  return t('deviceOf', {
    name: name ?? t('unknownPerson'),
    device: label ?? t('unnamedDevice', { code: codeOfDevice(device) }),
  })
}
