/** What is said where many questions would be joined. */
import { t } from '../../text/index.ts'
import '../../text/withOffer.ts'

/** *A group of four questions gets crowded.* */
export function crowdedWords(count: number): string {
  const number = t('offer.numbers').split('|')[count] ?? String(count)
  return t('offer.crowded', { number })
}
