import { live } from '../domain/kernel/view.ts'
import { person } from '../domain/people/person.ts'
import { useFormat } from '../i18n/use-format.ts'
import { nameTooltip } from '../ui/tooltip.ts'
import { initials } from './initials.ts'
import styles from './person-avatars.module.css'
import { useReading } from './use-reading.ts'

/** The people on a card by their initials; beyond `most` only how many more. People who are gone are left out. */
export function PersonAvatars({ ids, most = 3 }: { readonly ids: readonly string[]; readonly most?: number }) {
  const format = useFormat()
  const people = useReading(view => ids.flatMap(id => live(view, person, id) ?? []), [ids])
  if (people.length === 0) return null
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const rest = people.slice(shown.length).map(({ name }) => name)
  return (
    <span className={styles['group']}>
      {shown.map(({ id, name }) => (
        <Avatar key={id} name={name} />
      ))}
      {rest.length > 0 && <Initials text={`+${rest.length}`} name={format.list(rest)} />}
    </span>
  )
}

export function Avatar({ name }: { readonly name: string }) {
  return <Initials text={initials(name)} name={name} />
}

function Initials({ text, name }: { readonly text: string; readonly name: string }) {
  return (
    <span role="img" aria-label={name} {...nameTooltip(name)} className={styles['avatar']}>
      {text}
    </span>
  )
}
