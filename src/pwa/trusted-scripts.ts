type TrustedTypes = {
  createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => unknown
  readonly defaultPolicy: unknown
}

const ownAddress = (address: string): string => {
  if (new URL(address, document.baseURI).origin !== location.origin) throw new TypeError(`foreign script: ${address}`)
  return address
}

/**
 * Under the strict content security policy a worker starts only from an address that a policy has passed. This one passes scripts
 * of the own origin and nothing else; text that would become markup or code stays refused. To be called before the first worker.
 */
export const trustOwnScripts = (): void => {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return
  trustedTypes.createPolicy('default', { createScriptURL: ownAddress })
}
