import { person } from '../domain/people/person.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Avatar } from '../ui/avatar.tsx'
import { nameTooltip } from '../ui/tooltip.ts'
import styles from './marks.module.css'
import { useReading } from './use-reading.ts'

/** The people on a card by their initials; beyond `most` only how many more. Who was deleted meanwhile stays named. */
export function PersonAvatars({ ids, most = 3 }: { readonly ids: readonly string[]; readonly most?: number }) {
  const format = useFormat()
  const people = useReading(view => ids.flatMap(id => view.get(person, id) ?? []), [ids])
  if (people.length === 0) return null
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const rest = people.length > most ? format.list(people.slice(shown.length).map(({ name }) => name)) : ''
  return (
    <span className={styles['people']}>
      {shown.map(({ id, name }) => (
        <Avatar key={id} name={name} />
      ))}
      {rest !== '' && (
        <span role="img" aria-label={rest} {...nameTooltip(rest)} className={styles['rest']}>
          {`+${people.length - shown.length}`}
        </span>
      )}
    </span>
  )
}
