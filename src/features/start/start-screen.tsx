import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../i18n/use-t.ts'
import { focusPlace } from '../../ui/focus.ts'
import {
  ArchiveRestore,
  ChevronRight,
  PackageOpen,
  Smartphone,
  Sparkles,
  Users,
  type IconType,
} from '../../ui/icons.ts'
import { HarbourDrawing } from './harbour-drawing.tsx'
import { KnownWorkspaces } from './known-workspaces.tsx'
import { LostSection } from './lost-section.tsx'
import { PageChoices } from './page-choices.tsx'
import styles from './start.module.css'
import { useSample } from './use-sample.ts'

/** The first page: one sentence, large rows. No tour, no account. */
export default function StartScreen() {
  const t = useT('start')
  const [, navigate] = useLocation()
  const { openSample, isOpening } = useSample()
  useEffect(() => {
    document.title = t('documentTitle')
  }, [t])
  useEffect(focusPlace, [])
  return (
    <main className={styles['page']} id="main">
      <PageChoices />
      <div className={styles['column']}>
        <HarbourDrawing />
        <h1 className={styles['title']}>Lotse</h1>
        <p className={styles['lead']}>{t('lead')}</p>
        <LostSection />
        <ul className={styles['rows']}>
          <Row icon={Users} title={t('newTeam')} hint={t('newTeamHint')} onChoose={() => navigate('/start/team')} />
          <Row icon={Smartphone} title={t('join')} hint={t('joinHint')} onChoose={() => navigate('/join')} />
          <Row icon={PackageOpen} title={t('bring')} hint={t('bringHint')} onChoose={() => navigate('/import')} />
          <Row
            icon={ArchiveRestore}
            title={t('restore')}
            hint={t('restoreHint')}
            onChoose={() => navigate('/import/backup')}
          />
          <Row
            icon={Sparkles}
            title={isOpening ? t('sampleOpening') : t('sample')}
            hint={t('sampleHint')}
            onChoose={() => void openSample()}
          />
        </ul>
        <KnownWorkspaces />
      </div>
    </main>
  )
}

type RowProps = {
  readonly icon: IconType
  readonly title: string
  readonly hint: string
  readonly onChoose: () => void
}

function Row({ icon: Icon, title, hint, onChoose }: RowProps) {
  return (
    <li>
      <button type="button" data-wraps className={styles['row']} onClick={onChoose}>
        <Icon aria-hidden size={22} strokeWidth={1.5} />
        <span className={styles['words']}>
          <span className={styles['name']}>{title}</span>
          <span className={styles['hint']}>{hint}</span>
        </span>
        <ChevronRight aria-hidden size={18} strokeWidth={1.75} />
      </button>
    </li>
  )
}
