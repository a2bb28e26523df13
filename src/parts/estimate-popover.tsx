import { useState, type SyntheticEvent } from 'react'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Popover } from '../ui/popover.tsx'
import styles from './item-properties/item-properties.module.css'
import { useChoosing } from './use-choosing.ts'

/** Cohn's planning scale; everything else can be typed. */
const scale = [0, 1, 2, 3, 5, 8, 13, 21]

export type EstimatePopoverProps = {
  readonly anchor: HTMLElement
  readonly estimate: number | null
  /** Null takes the estimate away. Out: why it was not taken, as a sentence. */
  readonly onChoose: (estimate: number | null) => Promise<string | undefined>
  readonly onClose: () => void
}

/** Chooses an estimate: one click for the usual numbers, a field for any other. What is refused stays typed, with the reason under it. */
export function EstimatePopover({ anchor, estimate, onChoose, onClose }: EstimatePopoverProps) {
  const t = useT('work')
  const format = useFormat()
  const [typed, setTyped] = useState<number | undefined>(estimate ?? undefined)
  const { refusal, choose } = useChoosing(onChoose, onClose)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    void choose(typed ?? null)
  }
  return (
    <Popover anchor={anchor} label={t('estimate')} onClose={onClose}>
      <div className={styles['chips']}>
        {scale.map(points => (
          <Button key={points} size="small" aria-pressed={points === estimate} onClick={() => void choose(points)}>
            {format.number(points)}
          </Button>
        ))}
      </div>
      <form className={styles['own']} onSubmit={submit}>
        <NumberField label={t('otherEstimate')} value={typed} min={0} error={refusal} onChange={setTyped} />
        <Button size="small" type="submit">
          {t('take')}
        </Button>
      </form>
      {estimate !== null && (
        <Button size="small" variant="plain" onClick={() => void choose(null)}>
          {t('noEstimate')}
        </Button>
      )}
    </Popover>
  )
}
