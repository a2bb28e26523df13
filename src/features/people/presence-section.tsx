import { allowPresence, isPresenceOff } from '../../domain/presence/presence-rule.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { Checkbox } from '../../ui/checkbox.tsx'

/** Whether it is shown in this workspace who looks at the same board right now. One choice for everybody. */
export function PresenceSection() {
  const t = useT('sync')
  const isOff = useReading(isPresenceOff, [])
  const run = useCommand()
  const allow = (isAllowed: boolean) =>
    run(allowPresence, { isAllowed }, { done: t(isAllowed ? 'presence.isOn' : 'presence.isOff') })
  return (
    <Checkbox
      label={t('presence.label')}
      hint={t('presence.hint')}
      checked={!isOff}
      onChange={isAllowed => void allow(isAllowed)}
    />
  )
}
