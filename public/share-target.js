// Part of the service worker: takes in what another app shares, keeps it on this device as it came, and opens the dialog that asks
// for the card. src/pwa/tray.ts reads it. Nothing goes anywhere, and nothing becomes a card before a person has said which.

const tray = 'lotse-tray'
/** Photos of a whole site visit; more than that, or twenty things that wait, and somebody means harm. */
const most = 200_000_000
const mostWaiting = 20

const keep = async request => {
  const [cache, body] = await Promise.all([caches.open(tray), request.blob()])
  if (body.size > most || (await cache.keys()).length >= mostWaiting) return
  const name = `tray/${Date.now()}-${crypto.randomUUID()}`
  const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' }
  await cache.put(new URL(name, self.registration.scope), new Response(body, { headers }))
}

const answer = async request => {
  // On a full disk the dialog opens all the same, and says that nothing waits.
  await keep(request).catch(() => undefined)
  return Response.redirect(new URL('./#/new/shared', self.registration.scope), 303)
}

self.addEventListener('fetch', event => {
  const { request } = event
  const isShared = request.method === 'POST' && request.url === new URL('share', self.registration.scope).href
  if (isShared) event.respondWith(answer(request))
})
