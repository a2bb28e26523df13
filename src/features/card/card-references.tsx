import { useT } from '../../i18n/use-t.ts'
import { CardFiles } from './card-files.tsx'
import { CardLinks } from './card-links.tsx'
import { Section } from './section.tsx'

/** What belongs to the card and does not stand on it. */
export function CardReferences({ item }: { readonly item: string }) {
  const t = useT('card')
  return (
    <Section title={t('references')} name="references">
      <CardFiles item={item}>
        <CardLinks item={item} />
      </CardFiles>
    </Section>
  )
}
