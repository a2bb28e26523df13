import { readFileSync } from 'node:fs'

export type Language = 'de' | 'en'

/** Finds a text of the catalogues by its path, such as `board.asList`, whatever values stand in it. */
export type Say = (path: string) => RegExp

type Texts = { readonly [name: string]: string | Texts }

const catalogue = (language: Language, namespace: string): Texts =>
  JSON.parse(
    readFileSync(new URL(`../../src/i18n/messages/${language}/${namespace}.json`, import.meta.url), 'utf8'),
  ) as Texts

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)

/** Values stand in braces, plurals in nested ones. */
const patternOf = (text: string): RegExp => {
  let words = text
  while (/\{[^{}]*\}/.test(words)) words = words.replaceAll(/\{[^{}]*\}/g, '\u0000')
  return new RegExp(`^${escaped(words).replaceAll('\u0000', '.*')}$`)
}

export const sayIn =
  (language: Language): Say =>
  path => {
    const [namespace = '', ...names] = path.split('.')
    let found: string | Texts | undefined = catalogue(language, namespace)
    for (const name of names) found = typeof found === 'object' ? found[name] : undefined
    if (typeof found !== 'string') throw new Error(`no text ${path}`)
    return patternOf(found)
  }
