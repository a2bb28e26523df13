import { useT } from '../../i18n/use-t.ts'
import { copyText } from '../../parts/copy-text.ts'
import { Button } from '../../ui/button.tsx'
import { Copy } from '../../ui/icons.ts'
import styles from './help.module.css'

type CopyBlockProps = { readonly name: string; readonly text: string }

/** Lines for a configuration, to read and to copy as they are. */
export function CopyBlock({ name, text }: CopyBlockProps) {
  const t = useT('help')
  return (
    <figure className={styles['block']}>
      <figcaption className={styles['blockHead']}>
        <span>{name}</span>
        <span data-screen-only>
          <Button
            size="small"
            variant="plain"
            icon={Copy}
            aria-label={t('copyNamed', { name })}
            onClick={() => void copyText(text, t('copied', { name }))}
          >
            {t('copy')}
          </Button>
        </span>
      </figcaption>
      <pre className={styles['code']} lang="en" translate="no">
        {text}
      </pre>
    </figure>
  )
}
