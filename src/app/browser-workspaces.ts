import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Command } from '../domain/kernel/command.ts'
import { idFrom } from '../domain/kernel/id.ts'
import type { Json } from '../domain/kernel/json.ts'
import { workspaceDocument } from '../domain/kernel/record.ts'
import type { AnyRefusal } from '../domain/kernel/result.ts'
import { allRecords } from '../domain/records.ts'
import { onDevice } from '../storage/device-database.ts'
import { openStorage, type OpenedStorage } from '../storage/open-storage.ts'
import type { Device, KnownWorkspace } from '../workspace/device.ts'
import type { Ports, SaveFailure, StorageFinding } from '../workspace/ports.ts'
import { lastOpened, rememberOpened } from './last-opened.ts'
import { mayLeave, type Leaving } from './may-leave.ts'
import { randomBytes, randomFraction } from './random-bytes.ts'
import { Workspace } from '../workspace/workspace.ts'

/** What the app as a whole is doing with its storage. */
export type DeviceState = Readonly<{
  current: Workspace | undefined
  /** Nothing can be written in this tab any more. */
  fenced: SaveFailure['because'] | undefined
  /** An older tab has to be closed first. */
  blocked: boolean
  /** Why the last workspace could not be opened; nothing was changed. */
  failure: string | undefined
  /** Asked before a workspace is closed that holds something unsaved. */
  leaving: Leaving | undefined
}>

/** The list of all commands is fetched when it is asked for, which is seldom: it would weigh on the first paint. */
const commandNamed = async (name: string): Promise<Command<Json, AnyRefusal> | undefined> => {
  const { allCommands } = await import('../domain/commands.ts')
  const known: Readonly<Record<string, unknown>> = allCommands
  return Object.hasOwn(known, name) ? (known[name] as Command<Json, AnyRefusal>) : undefined
}

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 500 })
  else setTimeout(work, 1)
}

/** Opens, founds and lists the workspaces of this browser. One is current; the others lie quietly. */
export class BrowserWorkspaces {
  readonly state: StoreApi<DeviceState> = createStore<DeviceState>(() => ({
    current: undefined,
    fenced: undefined,
    blocked: false,
    failure: undefined,
    leaving: undefined,
  }))
  readonly storages = new Map<string, OpenedStorage>()
  /** Openings and closings wait for each other: of two at once one would be left open without a screen. */
  private turn: Promise<unknown> = Promise.resolve()
  private listed: readonly KnownWorkspace[] = []
  /** Being wiped: the start page, which comes as soon as it is closed, must not list it. */
  going: string | undefined
  /** Being opened before the list has said that it is the one. */
  private early: { readonly id: string; readonly opening: Promise<Workspace> } | undefined

  async list(): Promise<readonly KnownWorkspace[]> {
    const known = await onDevice(device => device.knownWorkspaces())
    this.listed = known.filter(({ id }) => id !== this.going)
    return this.listed
  }

  /** What was last read of a workspace, without waiting: the first paint needs it. */
  known(id: string): KnownWorkspace | undefined {
    return this.listed.find(one => one.id === id)
  }

  /** Opens the workspace that was used last, if there is one. Whatever goes wrong is said on the screen. */
  async openLast(): Promise<void> {
    let tried: string | undefined
    this.openEarly(lastOpened())
    try {
      tried = (await this.list())[0]?.id
      if (tried !== undefined) await this.open(tried)
    } catch (error) {
      const because = error instanceof CannotOpen ? error.because : 'storageFailed'
      // Emptied by the browser: the start page says so and offers what is left of it.
      if (because === 'workspaceIsGone') await this.strikeOff(tried)
      else this.state.setState({ failure: because })
    }
    void this.inTurn(() => this.dropEarly())
  }

  /** Undefined: the person stays where something is not saved yet, and nothing was made. */
  found(options: Parameters<Device['found']>[0]): Promise<Workspace | undefined> {
    return this.inTurn(async () => {
      if (!(await this.mayLeave())) return undefined
      const founder = { name: options.person, id: options.personId ?? idFrom(randomBytes(12)) }
      const { foundWorkspace } = await import('../storage/found-workspace.ts')
      const known = await foundWorkspace({ name: options.name, person: founder, sample: options.sample ?? false })
      return this.change(known.id)
    })
  }

  /** Undefined: the person stays where something is not saved yet. */
  open(id: string): Promise<Workspace | undefined> {
    return this.inTurn(async () => {
      const { current } = this.state.getState()
      if (current?.id === id) return current
      return (await this.mayLeave()) ? this.change(id) : undefined
    })
  }

  async rename(id: string, name: string): Promise<void> {
    await onDevice(async device => void (await device.workspaces.update(id, { name })))
  }

  /** The current workspace is closed and forgotten; its data stay until they are wiped. */
  letGo(id: string): Promise<void> {
    return this.inTurn(async () => {
      const { current } = this.state.getState()
      if (current?.id !== id) return
      this.state.setState({ current: undefined })
      this.storages.delete(id)
      await current.close()
    })
  }

  private inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.turn.then(work)
    this.turn = done.catch(() => undefined)
    return done
  }

  private async mayLeave(): Promise<boolean> {
    const { current } = this.state.getState()
    return !current || mayLeave(current, this.state)
  }

  private openEarly(id: string | undefined): void {
    if (id === undefined) return
    const opening = this.openStorage(id)
    // Heard of by whoever takes it.
    opening.catch(() => undefined)
    this.early = { id, opening }
  }

  /** What the list did not name after all is closed again; nothing was written into it. */
  private async dropEarly(): Promise<void> {
    const { early } = this
    this.early = undefined
    const workspace = await early?.opening.catch(() => undefined)
    if (!workspace) return
    this.storages.delete(workspace.id)
    await workspace.close()
  }

  private async takeOrOpen(id: string): Promise<Workspace> {
    const { early } = this
    if (early?.id !== id) return this.openStorage(id)
    this.early = undefined
    return early.opening
  }

  private async change(id: string): Promise<Workspace> {
    const { current } = this.state.getState()
    const workspace = await this.takeOrOpen(id)
    try {
      await workspace.paint(workspaceDocument)
      const noted = this.noteOpened(id)
      // The first paint needs what the list says of this workspace, not when it was opened.
      if (!this.known(id)) await noted
      else noted.catch((error: unknown) => reportError(error))
    } catch (error) {
      this.storages.delete(id)
      await workspace.close()
      throw error
    }
    this.state.setState({ current: workspace })
    rememberOpened(id, Date.now())
    if (current) {
      this.storages.delete(current.id)
      await current.close()
    }
    return workspace
  }

  private noteOpened(id: string): Promise<void> {
    return onDevice(async device => {
      await device.workspaces.update(id, { lastOpenedAt: Date.now() })
      this.listed = await device.knownWorkspaces()
    })
  }

  private strikeOff(id = ''): Promise<void> {
    return onDevice(device => device.workspaces.delete(id))
  }

  private async openStorage(id: string): Promise<Workspace> {
    const found: StorageFinding[] = []
    const opened = await openStorage(id, {
      onFence: because => this.state.setState({ fenced: because }),
      onBlocked: () => this.state.setState({ blocked: true }),
      onFinding: finding => found.push(finding),
    })
    if (!opened.ok) throw new CannotOpen(opened.refusal.because, opened.refusal.detail)
    this.storages.set(id, opened.value)
    const own = { now: Date.now, randomBytes, jitter: randomFraction, whenIdle, commandNamed }
    const ports: Ports = { ...own, ...opened.value.ports }
    const workspace = new Workspace(opened.value.identity, ports, allRecords)
    workspace.session.setState(({ findings }) => ({ findings: [...findings, ...found] }))
    return workspace
  }
}

/** The workspace is in the list but cannot be opened; nothing was changed. */
export class CannotOpen extends Error {
  readonly because: string

  constructor(because: string, detail: string) {
    super(detail)
    this.because = because
  }
}
