import type { AppFacts } from '../parts/app-context.ts'
import { watchInstallation } from '../pwa/install.ts'

/** Written in by the build, from package.json. */
declare const LOTSE_VERSION: string

const tray = () => import('../pwa/tray.ts')

/** Made at start: the browser offers to install once, and early. */
export const appFacts: AppFacts = {
  version: LOTSE_VERSION,
  installation: watchInstallation(),
  tray: {
    list: async () => (await tray()).waitingThings(),
    put: async thing => (await tray()).putInTray(thing),
    take: async id => (await tray()).takeFromTray(id),
  },
}
