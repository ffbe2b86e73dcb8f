/** *Try it as a participant*: a window in which this facilitator is somebody else. */
import type { WorkshopReplica } from '@moot/client'
import { rejoinResult } from '@moot/protocol'
import { fragmentOf, workshopPath } from '../../links.ts'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'

/** What came of it. */
export type Tried =
  | { readonly kind: 'opened' }
  /** The browser opens no windows for pages: the link is for the person to open. */
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'refused'; readonly words: string }

/** Makes somebody to try it as, and opens a window as them. */
export async function tryAsParticipant(replica: WorkshopReplica, workshopId: string): Promise<Tried> {
  // Opened before the server is asked: browsers let a page open windows only while a press is fresh.
  const opened = window.open('', '_blank')
  const answer = await replica.command({ type: 'person.try' })
  const result = answer.ok ? rejoinResult.safeParse(answer.result) : undefined
  if (result === undefined || !result.success) {
    opened?.close()
    return { kind: 'refused', words: answer.ok ? t('refusals.unreadable') : refusalText(answer) }
  }
  const link =
    location.origin + workshopPath(workshopId) + fragmentOf({ kind: 'trial', key: result.data.code })
  if (opened === null) return { kind: 'link', link }
  opened.location.replace(link)
  return { kind: 'opened' }
}
