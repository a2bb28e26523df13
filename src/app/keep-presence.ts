import { isPresenceOff, presenceRule } from '../domain/presence/presence-rule.ts'
import { namesOf } from '../storage/names.ts'
import type { OpenedStorage } from '../storage/open-storage.ts'
import { browserClock } from '../sync/browser-clock.ts'
import { membersOf } from '../sync/members-of.ts'
import { Presence } from '../sync/presence.ts'
import type { SyncDesk } from '../sync/sync-desk.ts'
import { isSamePlace, type Onlooker, type Whereabouts } from '../workspace/presence.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { ownDeviceOf } from './keep-in-sync.ts'

/** What the tabs of a workspace say to each other about who looks where. */
type OnChannel =
  | Readonly<{ kind: 'at'; tab: string; place: Whereabouts | undefined }>
  | Readonly<{ kind: 'others'; others: readonly Onlooker[] }>

/** A tab says again where it is, and one that has said nothing for longer is gone, milliseconds. */
const again = 10_000
const patience = 25_000

type TabPlace = Readonly<{ place: Whereabouts | undefined; movedAt: number; heardAt: number }>

/** Where the person looks, of all tabs of this browser: the one that has moved last. */
class OwnTabs {
  private readonly tabs = new Map<string, TabPlace>()

  note(tab: string, place: Whereabouts | undefined): void {
    const now = performance.now()
    const before = this.tabs.get(tab)
    const hasMoved = !before || !isSamePlace(before.place, place)
    this.tabs.set(tab, { place, movedAt: hasMoved ? now : before.movedAt, heardAt: now })
  }

  get place(): Whereabouts | undefined {
    const since = performance.now() - patience
    const looking = [...this.tabs.values()].filter(({ place, heardAt }) => place && heardAt > since)
    return looking.toSorted((one, other) => other.movedAt - one.movedAt)[0]?.place
  }
}

const presenceAt = (
  workspace: Workspace,
  storage: OpenedStorage,
  desk: SyncDesk,
  onChange: (others: readonly Onlooker[]) => void,
) => {
  const own = ownDeviceOf(storage)
  const presence = new Presence({
    own,
    members: membersOf(own, browserClock.now),
    clock: browserClock,
    linked: () => desk.replicator.linked,
    say: (device, message) => desk.replicator.say(device, message),
    isOff: () => isPresenceOff(workspace.records),
    onChange,
  })
  desk.onPresence = (device, sealed) => void presence.hear(device, sealed)
  desk.replicator.onChange(() => presence.tellAgain())
  workspace.records.onType(presenceRule.type, () => presence.tellAgain())
  return presence
}

const kept = new WeakSet<Workspace>()

/** Tells colleagues who are linked where this person looks, and shows where they do; for as long as it is so. */
export const keepPresence = (workspace: Workspace, storage: OpenedStorage, desk: Promise<SyncDesk>): void => {
  if (kept.has(workspace)) return
  kept.add(workspace)
  const channel = new BroadcastChannel(`${namesOf(workspace.id).syncChannel}:presence`)
  // A broadcast channel never leaves the origin; it takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const post = (message: OnChannel): void => channel.postMessage(message)
  const tab = crypto.randomUUID()
  const tabs = new OwnTabs()
  let presence: Presence | undefined
  const show = (onlookers: readonly Onlooker[]): void => workspace.session.setState({ onlookers })
  const noted = (from: string, place: Whereabouts | undefined): void => {
    tabs.note(from, place)
    presence?.look(tabs.place)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<OnChannel>) => {
    if (data.kind === 'at') noted(data.tab, data.place)
    else show(data.others)
  })
  const say = (): void => {
    const { lookingAt: place } = workspace.session.getState()
    post({ kind: 'at', tab, place })
    noted(tab, place)
  }
  const stop = workspace.session.subscribe(({ lookingAt }, before) => {
    if (lookingAt !== before.lookingAt) say()
  })
  const timer = setInterval(say, again)
  void desk.then(made => {
    presence = presenceAt(workspace, storage, made, others => {
      show(others)
      post({ kind: 'others', others })
    })
    presence.look(tabs.place)
  })
  workspace.onClose(() => {
    stop()
    clearInterval(timer)
    presence?.close()
    channel.close()
  })
  say()
}
