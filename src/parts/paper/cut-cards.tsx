import { memo } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { isUrgent } from '../is-urgent.ts'
import { Markdown } from '../markdown.tsx'
import { useTeam } from '../use-team.ts'
import styles from './cut-cards.module.css'
import { usePaperChoices } from './paper-choices.ts'
import type { PaperItem } from './read-paper-items.ts'
import { shorten } from './shorten.ts'
import { StateLines } from './state-lines.tsx'

/** Four cards of A6 fill a sheet of A4. */
export const cardsOnSheet = 4

type CutCardsProps = {
  readonly title: string
  readonly lines: readonly (string | undefined)[]
  readonly cards: readonly PaperItem[]
  /** How many of them are drawn, from the first. */
  readonly count: number
}

/** Cards to cut out, four on a sheet, with marks where the knife goes; at the foot what is printed, when, and which sheet it is. */
export function CutCards({ title, lines, cards, count }: CutCardsProps) {
  const t = useT('paper')
  const format = useFormat()
  const team = useTeam()
  const pages = Math.ceil(cards.length / cardsOnSheet)
  const day = format.dayShort(format.today())
  return Array.from({ length: Math.ceil(count / cardsOnSheet) }, (_, at) => {
    const four = cards.slice(at * cardsOnSheet, (at + 1) * cardsOnSheet)
    const said = [title, team.name, ...lines].filter(line => line !== undefined && line !== '').join(' · ')
    return (
      <section key={four[0]?.id} className={styles['sheet']} data-sheet aria-label={t('page', { page: at + 1, pages })}>
        {four.map(card => (
          <CutCard key={card.id} card={card} />
        ))}
        <p className={styles['foot']}>
          <span className={styles['said']}>{said}</span>
          <span>
            {day} · {t('page', { page: at + 1, pages })}
          </span>
        </p>
        <span className={styles['marks']} aria-hidden />
      </section>
    )
  })
}

const sizeOf = ({ length }: string): string => (length > 160 ? 'small' : length > 70 ? 'medium' : 'large')

const CutCard = memo(function CutCard({ card }: { readonly card: PaperItem }) {
  const t = useT('paper')
  const words = useT('work')
  const format = useFormat()
  const { fields } = usePaperChoices()
  const { key, kind, title, priority, estimate, people, labels, due, partOf, description } = card
  const facts: readonly (readonly [string, string])[] = [
    [words('people'), fields.has('people') ? people : ''],
    [words('labels'), fields.has('labels') ? labels : ''],
    [words('due'), fields.has('due') && due !== null ? format.dayShort(due) : ''],
    [words('priority'), fields.has('priority') && isUrgent(priority) ? words(`priorities.${priority}`) : ''],
  ]
  return (
    <div className={styles['card']} data-cut-card>
      <p className={styles['top']}>
        <span>{key}</span>
        {fields.has('kind') && <span>{words(`kinds.${kind}`)}</span>}
      </p>
      <h3 className={styles['title']} data-size={sizeOf(title)}>
        {title}
      </h3>
      {fields.has('partOf') && partOf !== '' && <p className={styles['quiet']}>{t('partOf', { title: partOf })}</p>}
      <div className={styles['middle']}>
        {fields.has('details') && description !== '' && <Markdown text={shorten(description)} />}
      </div>
      {fields.has('state') && <StateLines card={card} />}
      <div className={styles['bottom']}>
        <dl className={styles['facts']}>
          {facts.map(
            ([name, value]) =>
              value !== '' && (
                <div key={name} className={styles['fact']}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
        {fields.has('estimate') && estimate !== null && (
          <p className={styles['estimate']}>{t('points', { points: format.number(estimate, 2), count: estimate })}</p>
        )}
      </div>
    </div>
  )
})
