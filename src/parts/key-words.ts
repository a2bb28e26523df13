import { useT } from '../i18n/use-t.ts'

/** Names of keys that are no letters. */
const named = {
  mod: 'ctrl',
  shift: 'shift',
  alt: 'alt',
  enter: 'enter',
  delete: 'delete',
  escape: 'escape',
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
} as const

/** Keys as they are printed on the keyboard: `mod+k` is Strg+K, `g b` is G, B. Undefined: there are none. */
export const useKeyWords = () => {
  const t = useT('commands')
  const wordOf = (part: string): string =>
    Object.hasOwn(named, part) ? t(`keyNames.${named[part as keyof typeof named]}`) : part.toUpperCase()
  return (keys: string): string | undefined =>
    keys === ''
      ? undefined
      : keys
          .split(' ')
          .map(press =>
            press
              .split(/\+(?=.)/)
              .map(wordOf)
              .join('+'),
          )
          .join(', ')
}
