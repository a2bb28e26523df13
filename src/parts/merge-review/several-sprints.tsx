import { sprint } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { closeSprintTail } from '../addresses.ts'
import { useAddress } from '../use-address.ts'
import { useReading } from '../use-reading.ts'
import styles from './merge-review.module.css'

type SeveralSprintsProps = { readonly sprints: readonly string[]; readonly onClose: () => void }

/** More than one sprint runs: all but one are closed, with a decision for each open card. */
export function SeveralSprints({ sprints, onClose }: SeveralSprintsProps) {
  const t = useT('work')
  const { openOverlay } = useAddress()
  const running = useReading(view => sprints.flatMap(id => view.get(sprint, id) ?? []), [sprints.join()])
  const close = (id: string) => {
    onClose()
    openOverlay(closeSprintTail(id))
  }
  return (
    <>
      <p>{t('merging.severalSprintsRun', { count: sprints.length })}</p>
      <div className={styles['ways']}>
        {running.map(({ id, name }) => (
          <Button key={id} size="small" onClick={() => close(id)}>
            {t('merging.closeSprint', { name })}
          </Button>
        ))}
      </div>
    </>
  )
}
