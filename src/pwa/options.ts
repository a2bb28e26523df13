import type { VitePWAOptions } from 'vite-plugin-pwa'

/**
 * What the browser is told about the installed app. Everything is stored at the first visit, lazy screens too: whoever opens one
 * in a basement without network must not meet a gap. A new version waits until somebody asks for it.
 */
export const pwaOptions: Partial<VitePWAOptions> = {
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    id: './',
    start_url: './',
    scope: './',
    lang: 'de',
    dir: 'ltr',
    name: 'Lotse',
    short_name: 'Lotse',
    description: 'Das Board Ihres Teams. Alles bleibt auf diesem Gerät, bis Sie jemanden einladen.',
    categories: ['productivity', 'business', 'government'],
    display: 'standalone',
    background_color: '#f9fafc',
    theme_color: '#f9fafc',
    // A window that is open already shows what was asked for: a shortcut, or what was shared.
    launch_handler: { client_mode: 'navigate-existing' },
    // The service worker answers, see public/share-target.js.
    share_target: {
      action: './share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        title: 'title',
        text: 'text',
        url: 'url',
        files: [{ name: 'files', accept: ['image/*', 'text/plain', 'application/pdf'] }],
      },
    },
    icons: [
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
      { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
    screenshots: [
      {
        src: 'screenshots/board.png',
        sizes: '1440x900',
        type: 'image/png',
        form_factor: 'wide',
        label: 'Das Board mit Sprintziel, Grenzen und Hindernissen',
      },
      {
        src: 'screenshots/planning.png',
        sizes: '1440x900',
        type: 'image/png',
        form_factor: 'wide',
        label: 'Die Planung eines Sprints',
      },
      {
        src: 'screenshots/impediments-phone.png',
        sizes: '390x844',
        type: 'image/png',
        form_factor: 'narrow',
        label: 'Die Hindernisse auf dem Telefon',
      },
    ],
    shortcuts: [
      { name: 'Neue Karte', url: './#/new/card' },
      { name: 'Hindernis melden', url: './#/new/impediment' },
      { name: 'Board', url: './#/' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,svg,png,woff2,json}'],
    // Pictures for the store entry are shown by the browser's install dialogue alone.
    globIgnores: ['screenshots/**'],
    importScripts: ['share-target.js'],
    navigateFallback: 'index.html',
    cleanupOutdatedCaches: true,
    // The first visit is served from the copy as well, so its lazy screens survive a cut line.
    clientsClaim: true,
    skipWaiting: false,
  },
}
