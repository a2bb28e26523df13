import { documentOfTeam, team as teamRecord } from '../../domain/people/team.ts'
import { records } from '../../domain/kernel/view.ts'
import { useT } from '../../i18n/use-t.ts'
import { todayAddress } from '../../parts/addresses.ts'
import { useReading } from '../../parts/use-reading.ts'
import { NewsList } from '../../parts/visits/news-list.tsx'
import { useReadingOff } from '../../parts/visits/use-reading-off.ts'
import { useSession } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import styles from './today.module.css'

/** What can take the focus when a team's list goes: the next list, or the heading of the page. */
const moveOn = (): void =>
  (
    document.querySelector<HTMLElement>('[data-team-news] button') ?? document.querySelector<HTMLElement>('#main h1')
  )?.focus()

/** What others have changed since the last visit, team by team. */
export function TeamNews() {
  const t = useT('visits')
  const teams = useReading(
    view => records(view, teamRecord, 'all', 'all').map(team => ({ team, home: documentOfTeam(team) })),
    [],
  )
  const news = useSession(session => session.news.teams)
  const readOff = useReadingOff()
  const shown = teams.flatMap(({ team, home }) => {
    const cards = news.get(home)?.cards
    return cards ? [{ team, home, cards }] : []
  })
  if (shown.length === 0) return null
  const read = async (homes: readonly string[]) => {
    if ((await readOff(homes)).ok) requestAnimationFrame(moveOn)
  }
  return (
    <section aria-labelledby="today-news" className={styles['group']}>
      <div className={styles['newsHead']}>
        <h2 id="today-news" className={styles['groupTitle']}>
          {t('title')}
        </h2>
        {shown.length > 1 && (
          <Button size="small" variant="plain" onClick={() => void read(shown.map(({ home }) => home))}>
            {t('readAll')}
          </Button>
        )}
      </div>
      {shown.map(({ team, home, cards }) => (
        <section key={home} aria-labelledby={`news-${team.id}`} className={styles['news']} data-team-news={team.id}>
          <div className={styles['newsHead']}>
            <h3 id={`news-${team.id}`} className={styles['newsTitle']}>
              {team.name}
              <span className={styles['count']}>{t('count', { count: cards.length })}</span>
            </h3>
            <Button size="small" aria-label={t('readNamed', { team: team.name })} onClick={() => void read([home])}>
              {t('read')}
            </Button>
          </div>
          <NewsList cards={cards} isKanban={team.method === 'kanban'} over={todayAddress(team.id)} />
        </section>
      ))}
    </section>
  )
}
