import type { Command } from '../domain/kernel/command.ts'
import type { Json } from '../domain/kernel/json.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import type { AnyRefusal } from '../domain/kernel/result.ts'
import type { Ports } from './ports.ts'

/** Comes back from text as it was. What is left undefined is left out, which means the same to a rule. */
const isPlain = (value: unknown): value is Json => {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return true
  if (Array.isArray(value)) return value.every(isPlain)
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value as object).every(isPlain)
}

type Asked = Readonly<{ command: string; args: unknown; documents: readonly DocumentName[] }>

/**
 * A painted screen can be worked with before its document is read. What is asked for in that moment is kept as the command it is, so
 * that a tab which closes in the same tick loses nothing: the leader carries it out.
 */
export class Intents {
  private readonly ports: Ports
  private readonly taken = new Set<string>()

  constructor(ports: Ports) {
    this.ports = ports
  }

  /** Carries out what was asked for once the documents are read. Its own copy goes when the work has left one. */
  async keptUntil<Out>(asked: Asked, ready: () => Promise<void>, work: () => Promise<Out>): Promise<Out> {
    const { command, args, documents } = asked
    const key = isPlain(args) ? this.ports.writeAhead.keepIntent({ command, args, documents }) : undefined
    try {
      await ready()
      return await work()
    } finally {
      if (key !== undefined) this.ports.writeAhead.release([key])
    }
  }

  /** What dead tabs were asked for and never did. A rule may refuse it by now; then nobody is left to be told. */
  async takeUp(
    openDocument: (name: DocumentName) => Promise<void>,
    run: (command: Command<Json, AnyRefusal>, args: Json) => Promise<unknown>,
  ): Promise<void> {
    for (const { key, command: name, args, documents } of await this.ports.writeAhead.orphanedIntents()) {
      if (this.taken.has(key)) continue
      this.taken.add(key)
      const command = await this.ports.commandNamed(name)
      for (const document of documents) await openDocument(document)
      if (command) await run({ ...command, isPassedOver: true }, args)
      this.ports.writeAhead.release([key])
    }
  }
}
