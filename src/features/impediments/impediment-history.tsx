import { impedimentStates, type Impediment } from '../../domain/impediments/impediment.ts'
import type { Translate } from '../../i18n/use-t.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from './impediment-panel.module.css'

type Step = { readonly at: number; readonly words: readonly string[] }

/** What was written in one moment belongs to one step: the state, its level, its reason. */
const stepsOf = (record: Impediment, t: Translate<'impediments'>, words: Translate<'work'>): readonly Step[] => {
  const wordOf = (kind: string, value: unknown): string | undefined => {
    const state = impedimentStates.find(known => known === value)
    if (kind === 'state' && state) return words(`impedimentStates.${state}`)
    if (kind === 'level' && typeof value === 'number') return t('level', { level: value })
    return kind === 'reason' && typeof value === 'string' ? value : undefined
  }
  const order = ['state', 'level', 'reason']
  const moments = new Map<number, string[]>([[record.createdAt, [words('impedimentStates.reported')]]])
  const facts = record.history.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
  for (const { at, kind, value } of facts) {
    const word = wordOf(kind, value)
    if (word !== undefined) moments.set(at, [...(moments.get(at) ?? []), word])
  }
  return [...moments].sort(([one], [other]) => other - one).map(([at, said]) => ({ at, words: said }))
}

/** What became of it, the newest first. */
export function ImpedimentHistory({ record }: { readonly record: Impediment }) {
  const t = useT('impediments')
  const words = useT('work')
  const format = useFormat()
  return (
    <section className={styles['history']}>
      <h3>{t('history')}</h3>
      <ol className={styles['past']}>
        {stepsOf(record, t, words).map(step => (
          <li key={step.at}>
            <span className={styles['when']}>{format.dateTime(step.at)}</span>
            <span>{step.words.join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
