/** How somebody on the roster takes part and where they are, in words; for facilitators. */
import type { WorkshopView } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withPeople.ts'
import { boardsInSight } from '../boards/boardList.ts'
import { spaceById, spaceLabel } from '../workshop/places.ts'
import type { Entry } from './roster.ts'

/** *Here, on Ideas*, *By phone or paper, via Nadia*. */
export function standingWords({ at, standing }: Entry, view: WorkshopView): string {
  switch (standing.kind) {
    case 'here': {
      const board = at?.board == null ? undefined : view.boards[at.board]
      return board === undefined || boardsInSight(view.boards).length < 2
        ? t('people.isHere')
        : t('people.isHereOn', { board: board.title || t('workshop.untitledBoard') })
    }
    case 'away':
      return t('people.isAway')
    case 'expected':
      return t('people.isExpected')
    case 'assisted': {
      const helper = view.people[standing.helper]?.name ?? ''
      const words = t('people.isAssisted', { helper })
      return standing.isHelperHere ? words : `${words} (${t('people.helperAway', { helper })})`
    }
    default:
      return standing satisfies never
  }
}

/** *R1·3 Leadership*, *Sent to R1·3, has not opened it*; it knows what was opened in Moot, and nothing of any call. */
export function placeWords({ place, standing }: Entry, view: WorkshopView): string {
  if (place === undefined || standing.kind === 'expected') return ''
  const here = spaceById(view.spaces, place.space)
  const sent = spaceById(view.spaces, place.sent)
  const isThere = here === undefined ? t('places.mainRoom') : spaceLabel(view, here)
  if (sent === undefined || sent.id === here?.id) return isThere
  const space = spaceLabel(view, sent)
  return place.isInCall ? t('people.sentInCall', { space }) : t('people.sentTo', { space })
}
