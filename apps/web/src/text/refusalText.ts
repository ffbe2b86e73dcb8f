import { tIfKnown } from './index.ts'

/** The sentence for a refusal: ours by its code, else the server's own. */
export function refusalText(refusal: { readonly code: string; readonly message: string }): string {
  return tIfKnown(`refusals.${refusal.code}`) ?? refusal.message
}
