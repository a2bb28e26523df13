import { foundTeam } from '../../src/domain/people/found-team.ts'
import { team as teamRecord, documentOfTeam } from '../../src/domain/people/team.ts'
import { isCreation } from '../../src/domain/kernel/change.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { memoryDisk, memoryPorts, memoryWorkspace, type MemoryDisk } from './memory-ports.ts'

type Device = { readonly name: string; readonly disk: MemoryDisk; readonly workspace: Workspace }

/** What each disk lacks of the others' entries is copied over, in the order of each device's chain. */
const exchange = (disks: readonly MemoryDisk[]): void => {
  const documents = new Set(disks.flatMap(disk => [...disk.entries.keys()]))
  for (const document of documents) {
    const all = new Map(
      disks.flatMap(disk => disk.entries.get(document) ?? []).map(entry => [`${entry.device}#${entry.seq}`, entry]),
    )
    for (const disk of disks) {
      const own = disk.entries.get(document) ?? []
      const known = new Set(own.map(entry => `${entry.device}#${entry.seq}`))
      disk.entries.set(document, [...own, ...[...all].filter(([key]) => !known.has(key)).map(([, entry]) => entry)])
    }
  }
}

/** Several people, each on a device of their own, `anna@phone` a further one of Anna's. They are apart until `meet` brings some of them together. */
export const devices = async (names: readonly string[], seed: number) => {
  const clock = { now: Date.UTC(2026, 10, 16, 8) }
  const made: Device[] = []
  for (const [index, name] of names.entries()) {
    const disk = memoryDisk()
    const ports = memoryPorts(disk, { tab: name, device: name, seed: seed * 31 + index, clock })
    made.push({ name, disk, workspace: await memoryWorkspace(name.replace(/@.*/, ''), ports) })
  }
  const meet = async (who: readonly number[] = made.map((_, index) => index)): Promise<void> => {
    const group = who.flatMap(index => made[index] ?? [])
    // Twice, because what is written again after a merge has to travel too.
    for (let round = 0; round < 2; round++) {
      for (const { workspace } of group) await workspace.saving.settled()
      exchange(group.map(({ disk }) => disk))
      for (const { workspace, disk } of group) for (const name of disk.entries.keys()) await pullOpen(workspace, name)
      await Promise.resolve()
    }
  }
  return { all: made, clock, meet }
}

const pullOpen = async (workspace: Workspace, name: string): Promise<void> => {
  await workspace.openDocument(name)
  await workspace.pull(name)
}

/** A Kanban team founded by the first of them, known to all. */
export const foundTogether = async (group: Awaited<ReturnType<typeof devices>>): Promise<string> => {
  const result = await group.all[0]?.workspace.run(foundTeam, {
    name: 'Bürgerservice',
    method: 'kanban',
    founderName: 'Anna Öztürk',
    columns: [
      { name: 'Bereit', category: 'open' },
      { name: 'In Arbeit', category: 'doing' },
      { name: 'Erledigt', category: 'done' },
    ],
  })
  if (!result?.ok) throw new Error('the team could not be founded')
  const id = result.value.changes.find(change => isCreation(change) && change.type === teamRecord.type)?.id ?? ''
  await group.meet()
  return id
}

export const homeOfTeam = (workspace: Workspace, team: string): string => {
  const record = workspace.records.get(teamRecord, team)
  return record ? documentOfTeam(record) : ''
}
