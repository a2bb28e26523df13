import { useLanguage } from '../i18n/i18n-provider.tsx'
import { languages } from '../i18n/language.ts'
import { useT } from '../i18n/use-t.ts'
import { boardAddress } from '../parts/addresses.ts'
import { isForBeamer, setBeamer, useBeamer } from '../parts/beamer.ts'
import { useDeviceSetting } from '../parts/device-settings.ts'
import { goToPaper, paperAddress } from '../parts/paper/paper-address.ts'
import { useSelectionOffers } from '../parts/selection-offers.ts'
import type { Offer, OfferPlace } from '../parts/slice.ts'
import { useAddress } from '../parts/use-address.ts'
import { useUndo } from '../parts/use-undo.ts'
import { House, Languages, PanelLeft, Plus, Presentation, Printer, Redo2, Undo2, Users } from '../ui/icons.ts'
import { usePlaces, useTeams } from './use-places.ts'

/** What the frame itself can do: places, teams, undo, language; and what every place can: print, beamer, selected cards. */
export const useFrameOffers = ({ team, isCardOpen }: OfferPlace): readonly Offer[] => {
  const t = useT('commands')
  const { base, tail, navigate } = useAddress()
  const isBeamer = useBeamer(base)
  const selecting = useSelectionOffers()
  const { undo, redo } = useUndo()
  const [places, teams] = [usePlaces(), useTeams()]
  const { language, setLanguage } = useLanguage()
  const [isCollapsed, setCollapsed] = useDeviceSetting('sidebarCollapsed')
  // Where somebody is, nobody has to go.
  const elsewhere = places.filter(({ href }) => href !== base)
  const others = teams.filter(({ id }) => id !== team?.id)
  const print: Offer = {
    id: 'print',
    text: isCardOpen ? t('printCard') : t('print'),
    icon: Printer,
    group: isCardOpen ? 'card' : 'place',
    keys: 'mod+p',
    run: () => goToPaper(),
  }
  const beamer: Offer = {
    id: 'beamer',
    text: isBeamer ? t('beamerOff') : t('beamer'),
    icon: Presentation,
    group: 'place',
    keys: 'shift+b',
    run: () => setBeamer(!isBeamer),
  }
  return [
    ...selecting,
    ...(paperAddress(base + tail) === undefined ? [] : [print]),
    ...(isForBeamer(base) ? [beamer] : []),
    { id: 'undo', text: t('undo'), icon: Undo2, group: 'app', run: undo },
    { id: 'redo', text: t('redo'), icon: Redo2, group: 'app', run: redo },
    ...elsewhere.map(({ label, text, icon, href }): Offer => ({
      id: `go.${label}`,
      text: t('goTo', { place: text }),
      icon,
      group: 'go',
      run: () => navigate(href),
    })),
    ...others.map(({ id, name }): Offer => ({
      id: `team.${id}`,
      text: t('toTeam', { name }),
      icon: Users,
      group: 'team',
      run: () => navigate(boardAddress(id)),
    })),
    { id: 'team.new', text: t('newTeam'), icon: Plus, group: 'team', run: () => navigate('/start/team') },
    { id: 'go.start', text: t('toStart'), icon: House, group: 'go', run: () => navigate('/start') },
    {
      id: 'sidebar',
      text: isCollapsed ? t('expandSidebar') : t('collapseSidebar'),
      icon: PanelLeft,
      group: 'view',
      run: () => setCollapsed(!isCollapsed),
    },
    ...languages
      .filter(({ id }) => id !== language)
      .map(({ id, name }): Offer => ({
        id: `language.${id}`,
        text: t('language', { name }),
        icon: Languages,
        group: 'view',
        run: () => setLanguage(id),
      })),
  ]
}
