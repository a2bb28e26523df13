import { useT } from '../../i18n/use-t.ts'
import { CopyBlock } from './copy-block.tsx'
import { headerLines, servers } from './headers.ts'

export function HeaderLines() {
  const t = useT('help')
  return <CopyBlock name={t('headers')} text={headerLines} />
}

/** The same headers in the words of three web servers. */
export function ServerExamples() {
  const t = useT('help')
  return (['apache', 'nginx', 'iis'] as const).map(server => (
    <CopyBlock key={server} name={t('example', { name: t(`server.${server}`) })} text={servers[server]} />
  ))
}
