import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useAddress } from '../use-address.ts'
import { useTeam } from '../use-team.ts'
import { useSession } from '../workspace-context.ts'
import { NewsList } from './news-list.tsx'
import { useReadingOff } from './use-reading-off.ts'

/** What others have changed in this team since the last visit, and the one click after which all of it is read. */
export default function NewsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('visits')
  const team = useTeam()
  const { base } = useAddress()
  const news = useSession(session => session.news.teams.get(team.home))
  const readOff = useReadingOff()
  const read = async () => {
    if ((await readOff([team.home])).ok) onClose()
  }
  return (
    <Dialog
      title={t('title')}
      description={t('description')}
      size="large"
      onClose={onClose}
      footer={
        news && (
          <Button variant="primary" onClick={() => void read()}>
            {t('read')}
          </Button>
        )
      }
    >
      {news ? (
        <NewsList cards={news.cards} isKanban={team.method === 'kanban'} over={base} onOpen={onClose} />
      ) : (
        <p role="status">{t('nothing')}</p>
      )}
    </Dialog>
  )
}
