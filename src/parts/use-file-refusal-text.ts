import { useCallback } from 'react'
import { useFormat } from '../i18n/use-format.ts'
import { useT } from '../i18n/use-t.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'

/** The sentence for a file that cannot be read: what is wrong, and where. */
export const useFileRefusalText = () => {
  const t = useT('files')
  const format = useFormat()
  return useCallback(
    (refusal: FileRefusal): string => {
      if (refusal.because === 'fileTooLarge')
        return t('refusals.fileTooLarge', { size: format.bytes(refusal.size), most: format.bytes(refusal.most) })
      if (refusal.because === 'notText') return t(`refusals.notText.${refusal.format}`)
      if (refusal.because === 'encodingBroken')
        return t('refusals.encodingBroken', { position: format.number(refusal.position + 1) })
      if (refusal.because === 'tooManyValues') return t('refusals.tooManyValues', { most: format.number(refusal.most) })
      if (refusal.because === 'tooManyRows') return t('refusals.tooManyRows', { most: format.number(refusal.most) })
      if (refusal.because === 'tooManyColumns')
        return t('refusals.tooManyColumns', { most: format.number(refusal.most), count: format.number(refusal.count) })
      const { because, ...values } = refusal
      return t(`refusals.${because}`, values as Record<string, string | number>)
    },
    [t, format],
  )
}
