import { live } from '../../domain/kernel/view.ts'
import { team as teamRecord } from '../../domain/people/team.ts'
import { takeBackItems } from '../../domain/work/bin.ts'
import type { Item } from '../../domain/work/item.ts'
import { whereItWent } from '../../domain/work/moved-items.ts'
import { dayOf } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardAddress } from '../../parts/addresses.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'

/** Why a card is no longer part of the work here: it went to another team, or was decided against. */
export function LeftNote({ record }: { readonly record: Item }) {
  if (record.movedTo) return <MovedNote record={record} />
  return record.dropped ? <DroppedNote record={record} /> : null
}

function MovedNote({ record }: { readonly record: Item }) {
  const t = useT('card')
  const { team, name } = useReading(
    view => {
      const [id] = whereItWent(view, record) ?? []
      return { team: id, name: live(view, teamRecord, id)?.name }
    },
    [record],
  )
  if (team === undefined || name === undefined) return <Banner tone="info">{t('toTeam.movedAway')}</Banner>
  // It keeps its key wherever it goes.
  const there = (
    <LinkButton size="small" href={`#${cardAddress(team, record.key)}`}>
      {t('toTeam.open')}
    </LinkButton>
  )
  return (
    <Banner tone="info" actions={there}>
      {t('toTeam.movedTo', { team: name })}
    </Banner>
  )
}

function DroppedNote({ record }: { readonly record: Item }) {
  const t = useT('card')
  const format = useFormat()
  const run = useCommand()
  const day = format.day(dayOf(record.dropped?.[0] ?? 0))
  const back = (
    <Button size="small" onClick={() => void run(takeBackItems, { items: [record.id] })}>
      {t('takeBack')}
    </Button>
  )
  return (
    <Banner tone="info" actions={back}>
      {t('isDropped', { day })}
    </Banner>
  )
}
