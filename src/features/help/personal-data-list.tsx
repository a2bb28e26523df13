import { useT } from '../../i18n/use-t.ts'
import styles from './help.module.css'
import { impersonalData, personalData } from './personal-data.ts'

const facts = ['what', 'purpose', 'seen', 'kept'] as const

/** Each stored item about a person with what, what for, for whom, how long; below it what the program calls it. */
export function PersonalDataList() {
  const t = useT('help')
  return personalData.map(({ name, stored }) => (
    <section key={name} className={styles['datum']} aria-labelledby={`help-data-${name}`}>
      <h3 id={`help-data-${name}`}>{t(`data.${name}.title`)}</h3>
      <dl className={styles['facts']}>
        {facts.map(fact => (
          <div key={fact}>
            <dt>{t(`facts.${fact}`)}</dt>
            <dd>{t(`data.${name}.${fact}`)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['hint']}>{t('stored', { names: stored.join(', ') })}</p>
    </section>
  ))
}

export function ImpersonalDataList() {
  return <p className={styles['hint']}>{impersonalData.join(', ')}</p>
}
