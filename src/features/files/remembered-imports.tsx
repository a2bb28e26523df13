import { useEffect, useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Undo2 } from '../../ui/icons.ts'
import { rememberedImports, type RememberedImport } from '../../workspace/imports.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import styles from './files.module.css'
import { useTakeBack } from './use-take-back.ts'

type RememberedImportsProps = { readonly workspace: Workspace; readonly team: string | undefined }

/** The last imports of this device; each can be taken back, also after days. */
export function RememberedImports({ workspace, team }: RememberedImportsProps) {
  const t = useT('files')
  const format = useFormat()
  const takeBack = useTakeBack()
  const [all, setAll] = useState<readonly RememberedImport[]>([])
  useEffect(() => {
    void rememberedImports(workspace.notes).then(setAll)
  }, [workspace])
  const own = all.filter(one => one.team === team)
  if (own.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="files-remembered">
      <h2 id="files-remembered">{t('remembered.title')}</h2>
      <ul className={styles['remembered']}>
        {own.map(({ id, name, at, items }) => (
          <li key={id}>
            <span>{t('remembered.line', { name, at: format.dateTime(at), count: items })}</span>
            <Button
              size="small"
              icon={Undo2}
              aria-label={t('remembered.takeBackNamed', { name })}
              onClick={() => void takeBack(id)}
            >
              {t('takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
