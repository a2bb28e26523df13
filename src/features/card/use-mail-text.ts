import { kinds, priorities, type Item, type Kind, type Priority } from '../../domain/work/item.ts'
import { mailText, type MailWords } from '../../domain/work/mail-text.ts'
import { dayOf } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'

/** The card as the plain text of a mail, in the language of who sends it. */
export const useMailText = (record: Item): string => {
  const t = useT('card')
  const work = useT('work')
  const format = useFormat()
  const { method } = useTeam()
  const words: MailWords = {
    kinds: Object.fromEntries(kinds.map(kind => [kind, work(`kinds.${kind}`)])) as Record<Kind, string>,
    priorities: Object.fromEntries(priorities.map(each => [each, work(`priorities.${each}`)])) as Record<
      Priority,
      string
    >,
    backlog: work(method === 'kanban' ? 'options' : 'backlog'),
    column: work('place'),
    sprint: work('sprint'),
    people: work('people'),
    estimate: work('estimate'),
    due: work('due'),
    priority: work('priority'),
    labels: work('labels'),
    parent: work('partOf'),
    criteria: t('criteria'),
    links: t('mail.links'),
    files: t('mail.files'),
    comments: t('comments.title'),
    moment: at => `${format.dayShort(dayOf(at))}, ${format.time(at)}`,
    day: format.dayShort,
    number: value => format.number(value, 2),
  }
  return useReading(view => mailText(view, record, words), [record, work])
}
