import { version } from '../../package.json'
import type { AppFacts } from '../parts/app-context.ts'
import { watchInstallation } from '../pwa/install.ts'

/** Made at start: the browser offers to install once, and early. */
export const appFacts: AppFacts = { version, installation: watchInstallation() }
