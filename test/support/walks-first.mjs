import { BaseSequencer } from 'vitest/node'

const isWalk = ({ moduleId }) => moduleId.includes('/journeys/accessible-')

/** Two journeys are under way at a time: the longest begin first, or one of them is alone at the end. */
export default class WalksFirst extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files)
    return [...sorted.filter(isWalk), ...sorted.filter(file => !isWalk(file))]
  }
}
