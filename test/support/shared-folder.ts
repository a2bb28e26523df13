import type { Page } from 'playwright'

type Files = Readonly<Record<string, string>>

/** Every file of the folder that this page was given (`giveFolder`), by path, in base64. */
const readAll = (page: Page): Promise<Files> =>
  page.evaluate(async () => {
    const files: Record<string, string> = {}
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const handle of folder.values()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}${handle.name}/`)
        else {
          const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer())
          files[`${path}${handle.name}`] = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
        }
      }
    }
    const root = await navigator.storage.getDirectory()
    await walk(await root.getDirectoryHandle('Netzlaufwerk', { create: true }), '')
    return files
  })

const writeAll = (page: Page, files: Files): Promise<void> =>
  page.evaluate(async contents => {
    const root = await navigator.storage.getDirectory()
    const top = await root.getDirectoryHandle('Netzlaufwerk', { create: true })
    for (const [path, text] of Object.entries(contents)) {
      const parts = path.split('/')
      const name = parts.pop() ?? ''
      let folder = top
      for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true })
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable()
      await stream.write(Uint8Array.from(atob(text), sign => sign.charCodeAt(0)))
      await stream.close()
    }
  }, files)

/** Carries what is new in one browser's folder into the others', as the program of a cloud drive does. Letters that were taken away come back as those do. */
export const carryFolder = async (...pages: readonly Page[]): Promise<void> => {
  const all = await Promise.all(pages.map(readAll))
  const union: Files = Object.assign({}, ...all)
  await Promise.all(
    pages.map((page, index) => {
      const here = all[index] ?? {}
      return writeAll(page, Object.fromEntries(Object.entries(union).filter(([path]) => !(path in here))))
    }),
  )
}
