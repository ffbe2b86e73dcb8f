/** Names and numbers inside sentences about topics. */
import type { WorkshopView } from '@moot/workshop'
import { language, t } from '../../text/index.ts'
import '../../text/withOffer.ts'

const and = new Intl.ListFormat(language, { type: 'conjunction' })

/** *Ama, Bo and Cy*; who is not known any more is left out. */
export function listNames(people: WorkshopView['people'], ids: readonly string[]): string {
  return and.format(ids.map((id) => people[id]?.name ?? '').filter((name) => name !== ''))
}

/** *A group of four questions gets crowded.* */
export function crowdedWords(count: number): string {
  const number = t('offer.numbers').split('|')[count] ?? String(count)
  return t('offer.crowded', { number })
}
