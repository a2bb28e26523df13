import type { ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Chip } from '../../ui/chip.tsx'
import { List, Split } from '../../ui/icons.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { choosePaper, paperFields, toggleField, usePaperChoices, type PaperField } from './paper-choices.ts'

/** A table or cards to cut out, upright or wide, and what stands of each card. */
export function ItemChoices({ children }: { readonly children?: ReactNode }) {
  const t = useT('paper')
  const words = useT('work')
  const { fields, isWide, isCut } = usePaperChoices()
  const wordOf = (field: PaperField): string =>
    field === 'state' || field === 'details' ? t(`fields.${field}`) : words(field)
  return (
    <>
      <SegmentedControl
        label={t('form')}
        value={isCut ? 'cards' : 'table'}
        segments={[
          { value: 'table', text: t('asTable'), icon: List },
          { value: 'cards', text: t('asCards'), icon: Split },
        ]}
        onChange={form => choosePaper({ isCut: form === 'cards' })}
      />
      {children}
      {!isCut && (
        <Chip pressed={isWide} onPress={() => choosePaper({ isWide: !isWide })}>
          {t('wide')}
        </Chip>
      )}
      {paperFields.map(field => (
        <Chip key={field} pressed={fields.has(field)} onPress={() => toggleField(field)}>
          {wordOf(field)}
        </Chip>
      ))}
    </>
  )
}
