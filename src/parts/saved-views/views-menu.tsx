import { useEffect, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { BookmarkPlus, Pencil } from '../../ui/icons.ts'
import { LazyMenu } from '../../ui/lazy-menu.tsx'
import type { MenuEntry } from '../../ui/menu.ts'
import { placeOf, setQuery, usePlaceQuery } from '../place-query.ts'
import { useAddress } from '../use-address.ts'
import { useTeam } from '../use-team.ts'
import { SaveViewDialog } from './save-view-dialog.tsx'
import { useViews } from './use-views.ts'
import { ViewsDialog } from './views-dialog.tsx'

export type ViewsMenuProps = {
  readonly anchor: HTMLElement
  readonly place: string
  readonly onClose: () => void
}

/** Choose a view, keep the filter of now as one, put the kept ones in order. */
export default function ViewsMenu({ anchor, place, onClose }: ViewsMenuProps) {
  const t = useT('views')
  const team = useTeam()
  const { base, navigate } = useAddress()
  const views = useViews(place)
  const query = usePlaceQuery(placeOf(team, place))
  const [step, setStep] = useState<'menu' | 'save' | 'edit' | undefined>('menu')
  // A menu closes before what was chosen in it begins.
  useEffect(() => {
    if (step === undefined) onClose()
  }, [step, onClose])
  const close = () => setStep(undefined)
  const choose = (own: string) => {
    // The address may still say what has just been changed: then it would not change, and nobody would hear of the view.
    setQuery(placeOf(team, place), own)
    navigate(own === '' ? base : `${base}?${own}`)
  }
  const entries: readonly MenuEntry[] = [
    ...views.map(({ id, name, query: own, isVain }) => ({
      id,
      text: isVain ? t('vain', { name }) : name,
      checked: own === query,
      onSelect: () => choose(own),
    })),
    ...(views.length > 0 ? [{ kind: 'line' as const, id: 'line' }] : []),
    {
      id: 'save',
      text: t('save'),
      icon: BookmarkPlus,
      refusal: query === '' ? t('nothingToSave') : undefined,
      onSelect: () => setStep('save'),
    },
    ...(views.length > 0 ? [{ id: 'edit', text: t('edit'), icon: Pencil, onSelect: () => setStep('edit') }] : []),
  ]
  if (step === 'save') return <SaveViewDialog place={place} onClose={close} />
  if (step === 'edit') return <ViewsDialog place={place} onClose={close} />
  return step === 'menu' ? <LazyMenu anchor={anchor} label={t('title')} entries={entries} onClose={close} /> : null
}
