/** What a rule answers: a value, or a refusal that says why. Refusals are values, so the compiler sees every case. */
export type Result<Value, Refusal> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal }

/** The rule went through, with this. */
export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

/** The rule refuses, and this is why: a value with its reason as `because`, never an exception. */
export const refuse = <Refusal>(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
})

/** Every refusal names its reason; the reason is the key under which the catalogues say it. */
export type AnyRefusal = { readonly because: string }
