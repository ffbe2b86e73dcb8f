/** Names of the people around a topic, as one reads them. */
import type { WorkshopView } from '@moot/workshop'
import { language, t } from '../../text/index.ts'

const and = new Intl.ListFormat(language, { type: 'conjunction' })

/** *Ama and Bo*; those whom the list does not know are left out. */
export function namesOf(people: WorkshopView['people'], ids: readonly string[]): string {
  return listed(ids.map((id) => people[id]?.name ?? ''))
}

/** Words as a list in a sentence. */
export function listed(words: readonly string[]): string {
  return and.format(words.filter((word) => word !== ''))
}

/** Somebody for whom this person may sign up. */
export interface Voice {
  readonly id: string
  /** *You* for themselves. */
  readonly name: string
}

/** Themselves, and those whom they write for. */
export function voices({ me, people }: Pick<WorkshopView, 'me' | 'people'>): Voice[] {
  return [
    { id: me.person, name: t('topics.me') },
    ...me.assists.map((id) => ({ id, name: people[id]?.name ?? '' })),
  ]
}
