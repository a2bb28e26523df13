import { useMemo } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { terms } from '../../parts/terms.ts'
import { foldText } from '../../domain/search/fold-text.ts'
import { helpAddress, pageNames, pages, type SectionName } from './help-pages.ts'

type Heading = { readonly address: string; readonly title: string; readonly page: string; readonly text: string }

/** Finds pages, sections and explained words by their headings first, then by what stands below them. */
export const useHeadings = (): ((text: string) => readonly Heading[]) => {
  const t = useT('help')
  const words = useT('glossary')
  const all = useMemo(() => {
    const ofPages = pageNames.flatMap((name): readonly Heading[] => {
      const page = t(`pages.${name}.title`)
      const sections: readonly SectionName[] = pages[name]
      return [
        { address: helpAddress(name), title: page, page, text: t(`pages.${name}.hint`) },
        ...sections.map(section => ({
          address: helpAddress(name, section),
          title: t(`sections.${section}.title`),
          page,
          text: t(`sections.${section}.text`),
        })),
      ]
    })
    const ofWords = terms.map((term): Heading => ({
      address: helpAddress('glossary', term),
      title: words(`${term}.word`),
      page: t('pages.glossary.title'),
      text: words(`${term}.text`),
    }))
    return [...ofPages, ...ofWords].map(heading => ({
      heading,
      title: foldText(heading.title),
      text: foldText(heading.text),
    }))
  }, [t, words])
  return text => {
    const wanted = foldText(text)
    const inTitle = all.filter(({ title }) => title.includes(wanted))
    const inText = all.filter(one => !inTitle.includes(one) && one.text.includes(wanted))
    return [...inTitle, ...inText].map(({ heading }) => heading)
  }
}
