import { useContext, useState } from 'react'
import type { Team } from '../../domain/people/team.ts'
import { kinds, priorities } from '../../domain/work/item.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DeviceContext } from '../../parts/device-context.ts'
import { useExchange } from '../../parts/exchange-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { archiveOf } from '../../workspace/archive.ts'
import type { TableWords } from '../../workspace/exchange-port.ts'
import { download, fileName } from '../../parts/download.ts'

const headings = [
  'key',
  'kind',
  'title',
  'description',
  'column',
  'sprint',
  'estimate',
  'priority',
  'labels',
  'people',
  'due',
  'created',
  'criteria',
  'checklist',
  'links',
  'comments',
] as const satisfies readonly (keyof TableWords['headings'])[]

/** Prints files and hands them to the browser. */
export const useGiveOut = (team: Team) => {
  const t = useT('files')
  const work = useT('work')
  const format = useFormat()
  const workspace = useWorkspace()
  const exchange = useExchange()
  const device = useContext(DeviceContext)
  const [isBusy, setBusy] = useState(false)

  const words = (): TableWords => ({
    headings: Object.fromEntries(
      headings.map(heading => [heading, t(`headings.${heading}`)]),
    ) as TableWords['headings'],
    kinds: Object.fromEntries(kinds.map(kind => [kind, work(`kinds.${kind}`)])),
    priorities: Object.fromEntries(priorities.map(priority => [priority, work(`priorities.${priority}`)])),
  })

  const give = async (print: () => Promise<{ contents: string | Blob; name: string; type: string }>): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    try {
      const { contents, name, type } = await print()
      download(contents, name, type)
      announce(t('output.done', { name }))
    } finally {
      setBusy(false)
    }
  }

  return {
    isBusy,
    giveArchive: () =>
      give(async () => {
        const { file } = await exchange.packArchive(await archiveOf(workspace))
        const name = `${fileName(t('output.archiveName'), format.today())}.json`
        await device?.backup(workspace)?.noteDownload(file.size, name, false)
        return { contents: file, name, type: 'application/json' }
      }),
    giveTable: () =>
      give(async () => {
        const text = await exchange.printTable(workspace.records, team, words())
        return { contents: text, name: `${fileName(team.name, format.today())}.csv`, type: 'text/csv;charset=utf-8' }
      }),
  }
}
