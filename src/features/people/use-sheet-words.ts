import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'

/** Where this app is opened to use a sheet. */
const addressOfUse = (): string => `${location.href.replace(/#.*$/s, '')}#/recover`

/** As much of a workspace's id as stands open on its sheet: tells which sheet is whose. */
const openId = (workspace: string): string => (workspace.slice(0, 16).match(/.{4}/g) ?? []).join(' ').toUpperCase()

/** What stands on a sheet beside its text: the same on paper and in the file. */
export const useSheetWords = () => {
  const t = useT('recovery')
  const format = useFormat()
  const device = useDevice()
  const { id } = useWorkspace()
  return {
    title: t('sheet.title'),
    of: t('sheet.of', { name: device.known(id)?.name ?? '', id: openId(id) }),
    day: format.dayLong(format.today()),
    sections: [
      { title: t('sheet.what'), lines: [t('sheet.whatText')] },
      {
        title: t('sheet.how'),
        lines: [t('sheet.how1', { address: addressOfUse() }), t('sheet.how2'), t('sheet.how3')],
        isOrdered: true,
      },
      { title: t('sheet.keep'), lines: [t('sheet.keepText')] },
    ],
    text: t('sheet.text'),
    hint: t('sheet.hint'),
  }
}

export type SheetWords = ReturnType<typeof useSheetWords>

const perLine = 5

/** The groups of a sheet in lines that the eye can follow. */
export const sheetLines = (text: string): readonly (readonly string[])[] => {
  const groups = text.split('-')
  return Array.from({ length: Math.ceil(groups.length / perLine) }, (_, line) =>
    groups.slice(line * perLine, (line + 1) * perLine),
  )
}

/** A sheet as a text file that any editor opens. */
export const sheetFile = (words: SheetWords, text: string): string =>
  [
    `${words.title}`,
    `${words.of}`,
    words.day,
    '',
    `${words.text}:`,
    '',
    ...sheetLines(text).map(groups => `  ${groups.join('-')}`),
    '',
    `(${words.hint})`,
    ...words.sections.flatMap(({ title, lines }) => ['', `${title}:`, ...lines]),
    '',
  ].join('\r\n')
