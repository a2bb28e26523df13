import { useT } from '../../i18n/use-t.ts'
import { PersonAvatars } from '../person-avatars.tsx'
import styles from './onlookers.module.css'

/** Who else looks here, by their initials. */
export default function Onlookers({ people }: { readonly people: readonly string[] }) {
  const t = useT('visits')
  return (
    <span className={styles['onlookers']} data-onlookers>
      <span className="visually-hidden">{t('onlookers')} </span>
      <PersonAvatars ids={people} />
    </span>
  )
}
