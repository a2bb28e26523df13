import type { ReactNode } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { ArrowLeft, Printer } from '../../ui/icons.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { ScreenFrame } from '../screen-frame.tsx'
import { useAddress } from '../use-address.ts'
import { useTeam } from '../use-team.ts'
import type { SheetShape } from './page-rules.ts'
import styles from './paper-frame.module.css'
import { paperOrigin, usePrintNow } from './print-now.ts'
import { usePageRules } from './use-page-rules.ts'

type PaperFrameProps = {
  readonly title: string
  readonly shape: SheetShape
  /** Where "Zurück" leads when nobody came from anywhere: the place that is printed. */
  readonly place: string
  /** Said below the title: filter, selection, days. */
  readonly lines?: readonly (string | undefined)[]
  /** What can be chosen for the paper. */
  readonly choices?: ReactNode
  /** A long paper comes in pieces: how many rows stand there by now. */
  readonly drawn?: Readonly<{ count: number; of: number }>
  readonly children: ReactNode
}

/** What is printed, as it will lie on paper, below a quiet bar: print, go back, choose. */
export function PaperFrame({ title, shape, place, lines = [], choices, drawn, children }: PaperFrameProps) {
  const t = useT('paper')
  const { navigate } = useAddress()
  const team = useTeam()
  const isWhole = drawn === undefined || drawn.count === drawn.of
  usePageRules(shape, `${title} · ${team.name}`)
  usePrintNow(isWhole)
  const back = () => navigate(paperOrigin() ?? place)
  return (
    <ScreenFrame
      title={t('title', { title })}
      tools={
        <Button variant="plain" icon={ArrowLeft} onClick={back}>
          {t('back')}
        </Button>
      }
      primary={
        <Button variant="primary" icon={Printer} refusal={isWhole ? undefined : t('notYet')} onClick={() => print()}>
          {t('print')}
        </Button>
      }
    >
      <div className={styles['desk']}>
        {choices !== undefined && (
          <div role="group" aria-label={t('choices')} className={styles['choices']}>
            {choices}
          </div>
        )}
        {!isWhole && <Progress {...drawn} />}
        <article className={styles['paper']} data-paper={shape} data-whole={isWhole || undefined}>
          <PaperHead title={title} team={team.name} lines={lines.filter(line => line !== undefined && line !== '')} />
          {children}
        </article>
      </div>
    </ScreenFrame>
  )
}

function Progress({ count, of }: NonNullable<PaperFrameProps['drawn']>) {
  const t = useT('paper')
  const format = useFormat()
  const text = t('drawn', { count: format.number(count), all: format.number(of) })
  return (
    <div className={styles['progress']}>
      <ProgressBar label={t('notYet')} value={count} max={of} text={text} />
    </div>
  )
}

type PaperHeadProps = { readonly title: string; readonly team: string; readonly lines: readonly (string | undefined)[] }

/** Title, team, date, and what was chosen. */
function PaperHead({ title, team, lines }: PaperHeadProps) {
  const t = useT('paper')
  const format = useFormat()
  return (
    <header className={styles['head']}>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['stand']}>
        {team} · {t('stand', { day: format.dayLong(format.today()) })}
      </p>
      {lines.map(line => (
        <p key={line} className={styles['line']}>
          {line}
        </p>
      ))}
    </header>
  )
}
