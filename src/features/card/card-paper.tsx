import { useState } from 'react'
import { live } from '../../domain/kernel/view.ts'
import { item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { cardAddress } from '../../parts/addresses.ts'
import { PaperFrame } from '../../parts/paper/paper-frame.tsx'
import { useItemByKey } from '../../parts/use-item-by-key.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { Chip } from '../../ui/chip.tsx'
import { CardPaperBody, type CardSection } from './card-paper-body.tsx'

const sections = ['files', 'comments', 'history'] as const

/** One card on paper with all that it holds; what was said and what happened can be left out. */
export default function CardPaper() {
  const t = useT('card')
  const { key = '' } = useAddressParts()
  const team = useTeam()
  const id = useItemByKey(key)
  const record = useReading(view => live(view, item, id), [id])
  const [shown, setShown] = useState<ReadonlySet<CardSection>>(new Set(sections))
  const toggle = (section: CardSection) => {
    const next = new Set(shown)
    if (!next.delete(section)) next.add(section)
    setShown(next)
  }
  const words = { files: t('references'), comments: t('comments.title'), history: t('history') }
  const choices = sections.map(section => (
    <Chip key={section} pressed={shown.has(section)} onPress={() => toggle(section)}>
      {words[section]}
    </Chip>
  ))
  return (
    <PaperFrame
      title={record ? record.title : key}
      shape="upright"
      place={cardAddress(team.id, key)}
      choices={record && choices}
    >
      {record ? <CardPaperBody record={record} shown={shown} /> : <p>{t('missing', { key })}</p>}
    </PaperFrame>
  )
}
