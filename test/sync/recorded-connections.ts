/** Connections and channels as the app makes them, for tests that pull at them from outside. */
export type Recorded = {
  readonly connections: RTCPeerConnection[]
  readonly channels: RTCDataChannel[]
  /** Put over what the app asks for. */
  configuration: RTCConfiguration
}

export const recordConnections = (): Recorded => {
  const recorded: Recorded = { connections: [], channels: [], configuration: {} }
  const Real = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Real {
    constructor(asked?: RTCConfiguration) {
      super({ ...asked, ...recorded.configuration })
      recorded.connections.push(this)
    }
    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options)
      recorded.channels.push(channel)
      return channel
    }
  }
  return recorded
}
