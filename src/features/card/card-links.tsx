import { addLink } from '../../domain/attachments/edit-link.ts'
import { linksOf } from '../../domain/attachments/item-attachments.ts'
import { useT } from '../../i18n/use-t.ts'
import { AddLines } from '../../parts/add-lines.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { LinkLine } from './link-line.tsx'
import styles from './references.module.css'
import { readTypedLink } from './typed-link.ts'

/** What lies elsewhere and belongs to the card: pages, mail addresses, network paths, file numbers. */
export function CardLinks({ item }: { readonly item: string }) {
  const t = useT('card')
  const run = useCommand()
  const links = useReading(view => linksOf(view, item), [item])
  const add = async (text: string) => {
    const made = { ok: true }
    for (const line of text.split(/[\r\n]+/).filter(each => each.trim() !== ''))
      made.ok &&= (await run(addLink, { item, ...readTypedLink(line) })).ok
    return made.ok
  }
  return (
    <>
      {links.length > 0 && (
        <ul className={styles['references']}>
          {links.map(link => (
            <LinkLine key={link.id} link={link} />
          ))}
        </ul>
      )}
      <AddLines label={t('links.add')} onAdd={add} />
    </>
  )
}
