/** What another app, the camera or the clipboard has given and what waits for a person to say which card it belongs to. */
export type Shared = Readonly<{
  id: string
  title: string
  text: string
  /** An address that came beside the text. */
  url: string
  files: readonly File[]
}>

/** Also written in public/share-target.js, which puts things in while no page is open. */
const tray = 'lotse-tray'

/** Where the browser gives no cache (http, private windows), things wait as long as the page. */
const inMemory = new Map<string, FormData>()
const cache = (): Promise<Cache | undefined> =>
  'caches' in globalThis ? caches.open(tray).catch(() => undefined) : Promise.resolve(undefined)

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const read = (id: string, form: FormData): Shared => ({
  id,
  title: textOf(form, 'title'),
  text: textOf(form, 'text'),
  url: textOf(form, 'url'),
  // An empty field of a form is a file without name or bytes.
  files: form.getAll('files').filter(file => file instanceof File && (file.size > 0 || file.name !== '')) as File[],
})

const inCache = async (): Promise<readonly Shared[]> => {
  const opened = await cache()
  const found: Shared[] = []
  for (const { url } of (await opened?.keys()) ?? []) {
    const form = await opened?.match(url).then(kept => kept?.formData().catch(() => undefined))
    if (form) found.push(read(url, form))
    // What cannot be read any more would ask for ever.
    else await opened?.delete(url)
  }
  return found
}

/** Everything that waits, the oldest first. */
export const waitingThings = async (): Promise<readonly Shared[]> => [
  ...(await inCache()),
  ...[...inMemory].map(([id, form]) => read(id, form)),
]

/** Puts something in to wait; it outlasts the page where the browser has room for it. */
export const putInTray = async ({ title, text, url, files }: Omit<Shared, 'id'>): Promise<void> => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ title, text, url })) form.set(name, value)
  for (const file of files) form.append('files', file)
  const id = new URL(`tray/${Date.now()}-${crypto.randomUUID()}`, document.baseURI).href
  const kept = await (await cache())?.put(id, new Response(form)).then(
    () => true,
    () => false,
  )
  if (kept !== true) inMemory.set(id, form)
}

/** Takes one thing out, or everything. */
export const takeFromTray = async (id?: string): Promise<void> => {
  if (id === undefined) inMemory.clear()
  else inMemory.delete(id)
  if (!('caches' in globalThis)) return
  if (id === undefined) await caches.delete(tray)
  else await (await cache())?.delete(id)
}
