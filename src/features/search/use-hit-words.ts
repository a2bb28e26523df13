import { teamOfDocument } from '../../domain/kernel/record.ts'
import { team as teamRecord } from '../../domain/people/team.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { useT } from '../../i18n/use-t.ts'
import { kindIcons } from '../../parts/kind-icon.tsx'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Link, MessageSquare, OctagonAlert, Paperclip, Repeat, type IconType } from '../../ui/icons.ts'
import type { Hit } from '../../workspace/search-port.ts'

export const icons: Readonly<Record<Exclude<Hit['kind'], 'item'>, IconType>> = {
  impediment: OctagonAlert,
  sprint: Repeat,
  comment: MessageSquare,
  attachment: Paperclip,
  link: Link,
}

export const hitIcon = ({ kind, itemKind }: Hit): IconType =>
  kind === 'item' ? kindIcons[itemKind ?? 'task'] : icons[kind]

/** What is said of a found thing beside its title: its key, its team, where it stands there. */
export const useHitWords = () => {
  const t = useT('search')
  const { records } = useWorkspace()
  return (hit: Hit): readonly string[] => {
    const { document, kind, id, key, column, inBin, isOver, hasLeft } = hit
    const team = records.get(teamRecord, teamOfDocument(document) ?? '')
    const backlog = team?.method === 'kanban' ? t('options') : t('backlog')
    const standing =
      kind === 'item' ? (column ?? (hit.itemKind === 'epic' ? t('epics') : backlog)) : isOver && t('over')
    const place = inBin ? t('bin') : hasLeft ? t('left') : standing
    const shownKey = kind === 'item' ? shownKeyOf(records, id) || key : key
    return [shownKey, team?.name ?? '', place || ''].filter(Boolean)
  }
}
