import { buildWhenStale } from './build.mjs'

/** Before the first journey: the production build stands in `dist`. Each journey serves it by itself, so it can pull the plug. */
export default (): void => {
  if (!buildWhenStale()) throw new Error('the build failed: its message stands above')
}
