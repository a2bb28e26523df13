import { useLayoutEffect } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { pageRules, type SheetShape } from './page-rules.ts'

/** Counters are put where these stand. */
const [page, pages] = ['\ue001', '\ue002']

/** Size, margins and page numbers for as long as a paper is shown. Made by script: the policy refuses style elements. */
export const usePageRules = (shape: SheetShape, title: string): void => {
  const t = useT('paper')
  const format = useFormat()
  const date = format.dayShort(format.today())
  const [before = '', between = '', after = ''] = t('page', { page, pages }).split(/[\ue001\ue002]/)
  useLayoutEffect(() => {
    if (!('adoptedStyleSheets' in document)) return undefined
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pageRules(shape, { title, date, page: [before, between, after] }))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet)
    }
  }, [shape, title, date, before, between, after])
}
