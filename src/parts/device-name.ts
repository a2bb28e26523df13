import type { Translate } from '../i18n/use-t.ts'

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrom(?:e|ium)\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux|X11/, 'Linux'],
]

const nameIn = (list: typeof browsers, agent: string): string | undefined =>
  list.find(([pattern]) => pattern.test(agent))?.[1]

/** What this device may be called until somebody names it: `Edge auf Windows`. */
export const proposeDeviceName = (t: Translate<'sync'>, agent = navigator.userAgent): string =>
  t('deviceOn', {
    browser: nameIn(browsers, agent) ?? t('someBrowser'),
    system: nameIn(systems, agent) ?? t('someSystem'),
  })
