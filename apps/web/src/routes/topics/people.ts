/** For whom somebody may sign up. */
import type { WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import { mine } from '../workshop/topicsHere.ts'

/** Somebody for whom this person may sign up. */
export interface Voice {
  readonly id: string
  /** *You* for themselves. */
  readonly name: string
  readonly isMe: boolean
}

/** Themselves, and those whom they write for. */
export function voices(view: Pick<WorkshopView, 'me' | 'people'>): Voice[] {
  return mine(view).map((id) => {
    const isMe = id === view.me.person
    return { id, isMe, name: isMe ? t('topics.me') : (view.people[id]?.name ?? '') }
  })
}
