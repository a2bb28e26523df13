export type Language = 'de' | 'en'

/** Each language in its own words, because whoever looks for theirs may not read the other. */
export const languages: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'de', name: 'Deutsch' },
  { id: 'en', name: 'English' },
]

const key = 'lotse:language'

/** The stored choice, else the first of the browser's languages we speak, else German. */
export function chooseLanguage(stored: string | null, wanted: readonly string[]): Language {
  const spoken = [stored ?? '', ...wanted].map(tag => tag.slice(0, 2).toLowerCase())
  return spoken.find(tag => tag === 'de' || tag === 'en') ?? 'de'
}

export function currentLanguage(): Language {
  return chooseLanguage(readChoice(), navigator.languages)
}

export function storeLanguage(language: Language) {
  try {
    localStorage.setItem(key, language)
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
