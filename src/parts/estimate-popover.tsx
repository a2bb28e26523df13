import { useState, type SyntheticEvent } from 'react'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Popover } from '../ui/popover.tsx'
import styles from './item-properties/item-properties.module.css'

/** Cohn's planning scale; everything else can be typed. */
const scale = [0, 1, 2, 3, 5, 8, 13, 21]

export type EstimatePopoverProps = {
  readonly anchor: HTMLElement
  readonly estimate: number | null
  /** Null takes the estimate away. */
  readonly onChoose: (estimate: number | null) => void
  readonly onClose: () => void
}

/** Chooses an estimate: one click for the usual numbers, a field for any other. */
export function EstimatePopover({ anchor, estimate, onChoose, onClose }: EstimatePopoverProps) {
  const t = useT('work')
  const format = useFormat()
  const [typed, setTyped] = useState<number | undefined>(estimate ?? undefined)
  const choose = (next: number | null) => {
    onClose()
    onChoose(next)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    choose(typed ?? null)
  }
  return (
    <Popover anchor={anchor} label={t('estimate')} onClose={onClose}>
      <div className={styles['chips']}>
        {scale.map(points => (
          <Button key={points} size="small" aria-pressed={points === estimate} onClick={() => choose(points)}>
            {format.number(points)}
          </Button>
        ))}
      </div>
      <form className={styles['own']} onSubmit={submit}>
        <NumberField label={t('otherEstimate')} value={typed} min={0} onChange={setTyped} />
        <Button size="small" type="submit">
          {t('take')}
        </Button>
      </form>
      {estimate !== null && (
        <Button size="small" variant="plain" onClick={() => choose(null)}>
          {t('noEstimate')}
        </Button>
      )}
    </Popover>
  )
}
