import { useEffect, type ComponentType } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { EasyNote } from './easy-note.tsx'
import { FirstStepsList } from './first-steps-list.tsx'
import { GlossaryList } from './glossary-list.tsx'
import { HelpFrame } from './help-frame.tsx'
import { HelpIndex } from './help-index.tsx'
import { helpAddress, isPage, pages, type PageName, type SectionName } from './help-pages.ts'
import { anchorOf, HelpSection } from './help-section.tsx'
import styles from './help.module.css'
import { ImpersonalDataList, PersonalDataList } from './personal-data-list.tsx'
import { HeaderLines, ServerExamples } from './server-examples.tsx'
import { ShortcutKeys } from './shortcut-keys.tsx'
import { StatementForm } from './statement-form.tsx'

/** What stands above the sections of a page, and what belongs to a section beside its text. */
const above: { readonly [Page in PageName]?: ComponentType } = {
  steps: FirstStepsList,
  glossary: GlossaryList,
  easy: EasyNote,
}
const below: { readonly [Section in SectionName]?: ComponentType } = {
  shortcutsKeys: ShortcutKeys,
  councilData: PersonalDataList,
  councilRest: ImpersonalDataList,
  statementForm: StatementForm,
  itHeaders: HeaderLines,
  itServers: ServerExamples,
}

/** The help: all pages with a search over their headings, or the one page that is asked for. */
export default function HelpScreen() {
  const { page = '', section } = useAddressParts()
  return isPage(page) ? <HelpPage key={page} page={page} section={section} /> : <HelpIndex isUnknown={page !== ''} />
}

type HelpPageProps = { readonly page: PageName; readonly section: string | undefined }

function HelpPage({ page, section }: HelpPageProps) {
  const t = useT('help')
  const sections: readonly SectionName[] = pages[page]
  const Above = above[page]
  useEffect(() => {
    // After the frame has begun at the title of the page.
    if (section !== undefined) document.getElementById(anchorOf(section))?.focus()
  }, [section])
  return (
    <HelpFrame title={t(`pages.${page}.title`)} context={t(`pages.${page}.hint`)} inside>
      {Above && <Above />}
      {sections.length > 2 && <Contents {...{ page, sections }} />}
      {sections.map(name => {
        const Below = below[name]
        return (
          <HelpSection key={name} name={name}>
            {Below && <Below />}
          </HelpSection>
        )
      })}
    </HelpFrame>
  )
}

type ContentsProps = { readonly page: PageName; readonly sections: readonly SectionName[] }

function Contents({ page, sections }: ContentsProps) {
  const t = useT('help')
  return (
    <nav className={styles['contents']} aria-label={t('contents')} data-screen-only>
      <ul className={styles['jumps']}>
        {sections.map(name => (
          <li key={name}>
            <a href={`#${helpAddress(page, name)}`}>{t(`sections.${name}.title`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
