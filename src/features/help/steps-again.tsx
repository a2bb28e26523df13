import { useContext } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { usePutAway } from '../../parts/first-steps/put-away.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { toasts } from '../../ui/toasts.ts'

/** Where the first steps of Heute were put away, they come back from here. */
export function StepsAgain() {
  return useContext(WorkspaceContext) === undefined ? null : <OfWorkspace />
}

function OfWorkspace() {
  const t = useT('help')
  const [isAway, setAway] = usePutAway()
  const showAgain = () => {
    setAway(false)
    toasts.show({ text: t('stepsShown') })
    setTimeout(focusPlace)
  }
  return isAway ? (
    <div data-screen-only>
      <Button onClick={showAgain}>{t('stepsAgain')}</Button>
    </div>
  ) : null
}
