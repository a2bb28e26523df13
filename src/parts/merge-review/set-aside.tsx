import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { teamAddress } from '../addresses.ts'
import { useAddress } from '../use-address.ts'
import { useTeam } from '../use-team.ts'
import styles from './merge-review.module.css'

type SetAsideProps = { readonly count: number; readonly onClose: () => void }

/** Changes of others that do not count yet: the place where people and devices stand has them one by one. */
export function SetAside({ count, onClose }: SetAsideProps) {
  const t = useT('sync')
  const team = useTeam()
  const { navigate } = useAddress()
  const go = () => {
    onClose()
    navigate(teamAddress(team.id, 'people'))
  }
  return (
    <>
      <p>{t('late.hint', { count })}</p>
      <div className={styles['ways']}>
        <Button size="small" onClick={go}>
          {t('late.toPeople')}
        </Button>
      </div>
    </>
  )
}
