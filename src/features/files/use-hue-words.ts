import { useMemo } from 'react'
import type { ImportChoices } from '../../domain/intake/choices.ts'
import { hues } from '../../domain/work/label.ts'
import { useT } from '../../i18n/use-t.ts'

/** How labels without a name are called: by their colour. */
export const useHueWords = (): ImportChoices['hueWords'] => {
  const t = useT('files')
  return useMemo(() => Object.fromEntries(hues.map(hue => [hue, t(`hues.${hue}`)])) as ImportChoices['hueWords'], [t])
}
