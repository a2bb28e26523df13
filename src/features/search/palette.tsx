import { useDeferredValue, useState } from 'react'
import { typedWords } from '../../domain/search/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useKeyWords } from '../../parts/key-words.ts'
import { keyOf } from '../../parts/shortcuts.ts'
import { offerGroups, type Offer } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { CommandList, type CommandGroup, type CommandOption } from '../../ui/command-list.tsx'
import { Search } from '../../ui/icons.ts'
import { LayerContext } from '../../ui/layer.ts'
import { useModal } from '../../ui/use-modal.ts'
import { hitAddress } from './hit-address.ts'
import { Marked } from './marked.tsx'
import { matchingOffers } from './matching-offers.ts'
import { nothingWanted, setWanted } from './search-state.ts'
import styles from './search.module.css'
import { hitIcon, useHitWords } from './use-hit-words.ts'
import { useFound } from './use-search.ts'

/** Found cards that are listed here; the search has them all. */
const most = 8

type PaletteProps = {
  readonly offers: readonly Offer[]
  /** Leaves and does it. */
  readonly onChoose: (run: Offer['run']) => void
  readonly onClose: () => void
}

/** One field for everything: what was typed finds what can be done and what lies on this device. */
export default function Palette({ offers, onChoose, onClose }: PaletteProps) {
  const t = useT('search')
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const { ref, layer } = useModal(true, onClose)
  const leaveFor = (run: Offer['run']) => () => onChoose(run)
  const offered = useOfferGroups(offers, text, leaveFor)
  const found = useFoundGroup(text, leaveFor)
  return (
    <dialog ref={ref} tabIndex={-1} aria-label={t('palette.field')} className={styles['palette']}>
      <LayerContext value={layer}>
        <CommandList
          label={t('palette.field')}
          typed={typed}
          onType={setTyped}
          groups={[...offered, ...found]}
          isBehind={text !== typed.trim()}
          nothing={text !== '' && t('palette.nothing', { text })}
        />
      </LayerContext>
    </dialog>
  )
}

type LeaveFor = (run: Offer['run']) => () => void

const useOfferGroups = (offers: readonly Offer[], text: string, leaveFor: LeaveFor): readonly CommandGroup[] => {
  const t = useT('commands')
  const wordsOf = useKeyWords()
  const words = typedWords(text)
  const matching = matchingOffers(offers, text)
  return offerGroups.flatMap(group => {
    const options = matching
      .filter(offer => offer.group === group)
      .map(({ id, icon, text: name, keys = '', run }): CommandOption => ({
        id,
        icon,
        text: <Marked text={name} words={words} />,
        keys: wordsOf(keyOf(id) || keys),
        run: leaveFor(run),
      }))
    return options.length > 0 ? [{ id: group, label: t(`groups.${group}`), options }] : []
  })
}

const useFoundGroup = (text: string, leaveFor: LeaveFor): readonly CommandGroup[] => {
  const t = useT('search')
  const { navigate } = useAddress()
  const aboutOf = useHitWords()
  const { hits, total } = useFound({ text, document: undefined, kind: undefined, inBin: false, most })
  const words = typedWords(text)
  if (total === 0) return []
  const options = hits.map((hit): CommandOption => ({
    id: hit.id,
    icon: hitIcon(hit),
    text: <Marked text={hit.title} words={words} />,
    detail: aboutOf(hit).join(' · '),
    run: leaveFor(() => navigate(hitAddress(hit))),
  }))
  const toSearch = () => {
    setWanted({ ...nothingWanted, text })
    navigate('/search')
  }
  const all = { id: 'all-hits', icon: Search, text: t('palette.all', { count: total }), run: leaveFor(toSearch) }
  return [{ id: 'found', label: t('palette.hits'), options: [...options, all] }]
}
