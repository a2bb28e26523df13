import type { Page } from 'playwright'

/** Files of a folder, by name, in base64: they travel between browsers as on a network drive. */
export type FolderFiles = Readonly<Record<string, string>>

/**
 * Nobody can point at a folder in a browser without a window. The page is given one of its private files instead, which has the very interface that a folder on
 * a drive has; all that follows is real.
 */
export const giveFolder = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const pick = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Netzlaufwerk', { create: true })
    Object.assign(globalThis, { showDirectoryPicker: pick })
  })

/** Takes the folder out of one browser. */
export const readFolder = (page: Page): Promise<FolderFiles> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Netzlaufwerk')
    const files: Record<string, string> = {}
    for await (const handle of folder.values()) {
      if (handle.kind !== 'file') continue
      const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer())
      files[handle.name] = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    }
    return files
  })

/** Puts files into the folder of another browser. */
export const fillFolder = (page: Page, files: FolderFiles): Promise<void> =>
  page.evaluate(async contents => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('Netzlaufwerk', { create: true })
    for (const [name, text] of Object.entries(contents)) {
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable()
      await stream.write(Uint8Array.from(atob(text), sign => sign.charCodeAt(0)))
      await stream.close()
    }
  }, files)

/** The network drive is taken away, with everything on it. */
export const removeFolder = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.storage.getDirectory()).removeEntry('Netzlaufwerk', { recursive: true })
  })

/** How writing into the folder fails, by the name the browser gives to it. */
export type WriteFailure = 'NoModificationAllowedError' | 'NotAllowedError' | 'QuotaExceededError'

/**
 * From now on the folder refuses what is written, through whichever handle. A full one takes half of it first, and keeps that half as some drives do: the file
 * lies there when the failure is told.
 */
export const spoilFolder = (page: Page, failure: WriteFailure): Promise<void> =>
  page.evaluate(name => {
    const handles = FileSystemFileHandle.prototype
    const { createWritable } = handles
    const told = (): DOMException => new DOMException('made up', name)
    handles.createWritable = async function (this: FileSystemFileHandle, options) {
      // The app's own copies lie in other folders of the same browser.
      if (!this.name.startsWith('Lotse ')) return createWritable.call(this, options)
      if (name !== 'QuotaExceededError') throw told()
      const stream = await createWritable.call(this, options)
      return Object.assign(Object.create(stream) as FileSystemWritableFileStream, {
        write: async (contents: Blob) => {
          await stream.write(contents.slice(0, contents.size / 2))
          await stream.close()
          throw told()
        },
        abort: async () => undefined,
      })
    }
    Object.assign(globalThis, { mendFolder: () => Object.assign(handles, { createWritable }) })
  }, failure)

/** The folder takes everything again. */
export const mendFolder = (page: Page): Promise<void> =>
  page.evaluate(() => void (globalThis as unknown as { readonly mendFolder: () => void }).mendFolder())
