import type { ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Markdown } from '../../parts/markdown.tsx'
import type { SectionName } from './help-pages.ts'
import styles from './help.module.css'

/** Where an address with this section leads. */
export const anchorOf = (section: string): string => `help-${section}`

type HelpSectionProps = { readonly name: SectionName; readonly children?: ReactNode }

/** A heading, its text, and what belongs below it. */
export function HelpSection({ name, children }: HelpSectionProps) {
  const t = useT('help')
  const id = anchorOf(name)
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {t(`sections.${name}.title`)}
      </h2>
      <Markdown text={t(`sections.${name}.text`)} />
      {children}
    </section>
  )
}
