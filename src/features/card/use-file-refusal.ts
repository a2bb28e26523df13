import { useT } from '../../i18n/use-t.ts'
import type { BlobRefusal } from '../../workspace/blob-port.ts'
import type { PreparingRefusal } from '../../workspace/exchange-port.ts'

/** Says why a file cannot be kept. */
export const useFileRefusal = () => {
  const t = useT('card')
  return (name: string, refusal: PreparingRefusal | BlobRefusal): string => {
    if ('most' in refusal) return t('files.tooLarge', { name, megabytes: Math.floor(refusal.most / 1e6) })
    switch (refusal.because) {
      case 'fileIsEmpty':
        return t('files.empty', { name })
      case 'pictureIsNone':
        return t('files.noPicture', { name })
      case 'pictureIsHeic':
        return t('files.heic', { name })
      case 'pictureIsHuge':
        return t('files.huge', { name })
      case 'pictureIsBroken':
        return t('files.broken', { name })
      case 'storageFull':
        return t('files.full', { name })
      default:
        return t('files.unreadable', { name })
    }
  }
}
