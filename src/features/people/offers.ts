import { live } from '../../domain/kernel/view.ts'
import { membersOf } from '../../domain/people/members.ts'
import { person } from '../../domain/people/person.ts'
import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { request } from '../../parts/requests.ts'
import { reach } from '../../parts/reach.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useReading } from '../../parts/use-reading.ts'
import { Pencil, SlidersHorizontal, Smartphone, Tag, Trash2, User, UserPlus } from '../../ui/icons.ts'

const usePeopleOffers: UseOffers = ({ team }) => {
  const t = useT('commands')
  const { navigate } = useAddress()
  const members = useReading(
    view => (team ? membersOf(view, team.id).flatMap(member => live(view, person, member.person) ?? []) : []),
    [team?.id],
  )
  if (!team) return []
  const run = () => {
    request('people/add')
    navigate(teamAddress(team.id, 'people'))
  }
  const goTo =
    (selector: string, press = true) =>
    () => {
      navigate(teamAddress(team.id, 'people'))
      reach(selector, { press })
    }
  const offer = (id: string, text: string, icon: Offer['icon'], act: Offer['run'], isMany = false): Offer => ({
    id: `people.${id}`,
    text,
    icon,
    group: 'team',
    isMany,
    run: act,
  })
  return [
    offer('add', t('addPerson'), UserPlus, run),
    offer('name', t('team.name'), Pencil, goTo('[aria-labelledby=settings-heading] input')),
    offer('ways', t('team.ways'), SlidersHorizontal, goTo('[aria-labelledby=settings-heading] input[type=radio]')),
    offer('labels', t('team.labels'), Tag, goTo('[aria-labelledby=labels-heading] button', false)),
    offer('devices', t('team.devices'), Smartphone, goTo('[aria-labelledby=devices-heading] button', false)),
    // What puts a whole team away is gone to, and pressed there.
    offer('delete', t('team.delete'), Trash2, goTo('[aria-labelledby=delete-heading] button', false)),
    ...members.map(({ id, name }) =>
      offer(
        `person.${id}`,
        t('team.person', { name }),
        User,
        goTo(`[data-person="${CSS.escape(id)}"] button`, false),
        true,
      ),
    ),
  ]
}
export default usePeopleOffers
