import { restoreAttachment } from '../../domain/attachments/edit-attachment.ts'
import { restoreLink } from '../../domain/attachments/edit-link.ts'
import { restoreComment } from '../../domain/discussion/edit-comment.ts'
import { restoreImpediment } from '../../domain/impediments/report-impediment.ts'
import { restoreColumn } from '../../domain/kanban/restore-column.ts'
import { restoreSprint } from '../../domain/scrum/delete-sprint.ts'
import { restorePerson } from '../../domain/people/edit-person.ts'
import { restoreTeam } from '../../domain/people/edit-team.ts'
import { restoreItems, takeBackItems } from '../../domain/work/bin.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import type { Binned } from './read-bin.ts'

/** Brings things back out of the bin: all cards in one command, each other thing in its own. */
export const useRestoring = () => {
  const t = useT('bin')
  const run = useCommand()
  return async (things: readonly Binned[]): Promise<void> => {
    const say = (some: readonly Binned[]) => ({
      done:
        some.length === 1 ? t('restored', { title: some[0]?.title ?? '' }) : t('restoredMany', { count: some.length }),
    })
    const items = things.filter(({ type }) => type === 'item')
    if (items.length > 0) await run(restoreItems, { items: items.map(({ id }) => id) }, say(items))
    const dropped = things.filter(({ type }) => type === 'dropped')
    if (dropped.length > 0) await run(takeBackItems, { items: dropped.map(({ id }) => id) }, say(dropped))
    for (const thing of things) {
      const { id, type } = thing
      if (type === 'column') await run(restoreColumn, { column: id }, say([thing]))
      if (type === 'sprint') await run(restoreSprint, { sprint: id }, say([thing]))
      if (type === 'person') await run(restorePerson, { person: id }, say([thing]))
      if (type === 'team') await run(restoreTeam, { team: id }, say([thing]))
      if (type === 'comment') await run(restoreComment, { comment: id }, say([thing]))
      if (type === 'attachment') await run(restoreAttachment, { attachment: id }, say([thing]))
      if (type === 'link') await run(restoreLink, { link: id }, say([thing]))
      if (type === 'impediment') await run(restoreImpediment, { impediment: id }, say([thing]))
    }
  }
}
