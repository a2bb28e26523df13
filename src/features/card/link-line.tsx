import { useState } from 'react'
import { readAddress } from '../../domain/attachments/address.ts'
import { removeLink } from '../../domain/attachments/edit-link.ts'
import type { Link } from '../../domain/attachments/link.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Copy, ExternalLink, Hash, Mail, Pencil, Trash2, type IconType } from '../../ui/icons.ts'
import type { MenuEntry } from '../../ui/menu.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import { copyText } from '../../parts/copy-text.ts'
import { LinkDialog } from './link-dialog.tsx'
import styles from './references.module.css'

const icons: Readonly<Record<'web' | 'mail' | 'path' | 'text', IconType>> = {
  web: ExternalLink,
  mail: Mail,
  path: Hash,
  text: Hash,
}

/** One link: what can be opened opens in a tab of its own; a path or a file number is a text to copy, since no browser opens it. */
export function LinkLine({ link }: { readonly link: Link }) {
  const t = useT('card')
  const run = useCommand()
  const [isEditing, setEditing] = useState(false)
  const { id, address } = link
  const name = link.name || address
  const remove = () => void run(removeLink, { link: id }, { done: t('links.removed', { name }) })
  const copy = () => void copyText(address, t('links.copied'))
  const read = readAddress(address)
  const isText = read?.kind === 'path' || read?.kind === 'text'
  const entries: readonly MenuEntry[] = [
    { id: 'edit', text: t('links.edit'), icon: Pencil, onSelect: () => setEditing(true) },
    { id: 'remove', text: t('links.remove'), icon: Trash2, danger: true, onSelect: remove },
  ]
  const Icon = icons[read?.kind ?? 'text']
  return (
    <li className={styles['reference']}>
      <Icon aria-hidden size={14} strokeWidth={1.75} className={styles['icon']} />
      <Address link={link} name={name} />
      {isText && <IconButton icon={Copy} size="small" label={t('links.copy', { name })} onClick={copy} />}
      <MenuButton label={t('links.menu', { name })} entries={entries} size="small" placement="bottom-end" />
      {isEditing && <LinkDialog link={link} onClose={() => setEditing(false)} />}
    </li>
  )
}

/** What a hostile device wrote may be no address at all: then it is a text, and nothing more. */
function Address({ link, name }: { readonly link: Link; readonly name: string }) {
  const read = readAddress(link.address)
  if (read && 'href' in read)
    return (
      <a className={styles['text']} href={read.href} target="_blank" rel="noopener noreferrer">
        {name}
      </a>
    )
  return (
    <div className={styles['text']}>
      <p>{name}</p>
      {link.name !== '' && <p className={styles['note']}>{link.address}</p>}
    </div>
  )
}
