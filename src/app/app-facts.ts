import type { AppFacts } from '../parts/app-context.ts'
import { watchInstallation } from '../pwa/install.ts'

/** Written in by the build, from package.json. */
declare const LOTSE_VERSION: string

/** Made at start: the browser offers to install once, and early. */
export const appFacts: AppFacts = { version: LOTSE_VERSION, installation: watchInstallation() }
