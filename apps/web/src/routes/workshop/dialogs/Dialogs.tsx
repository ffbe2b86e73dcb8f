import type { RefObject } from 'react'
import { AboutYou } from './AboutYou.tsx'
import { AddFacilitator } from './AddFacilitator.tsx'
import { KeepLink } from './KeepLink.tsx'
import { OtherDevice } from './OtherDevice.tsx'
import { PeopleDialog } from './PeopleDialog.tsx'
import { Share } from './Share.tsx'
import { UndoPerson } from './UndoPerson.tsx'
import { WritingFor } from './WritingFor.tsx'
import '../../../text/withFrame.ts'
import '../../../text/withShare.ts'

/** The dialogs that the bar and its menu open. */
export type DialogName =
  | 'share'
  | 'people'
  | 'otherDevice'
  | 'keepLink'
  | 'addFacilitator'
  | 'undoPerson'
  | 'aboutYou'
  | 'writingFor'

/** What each of them gets. */
export interface BarDialog {
  readonly onClose: () => void
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}

/** The dialog that is open; a script of its own, because most people open none. */
export function Dialogs({
  name,
  boardId,
  ...rest
}: BarDialog & { readonly name: DialogName; readonly boardId: string | undefined }) {
  switch (name) {
    case 'share':
      return <Share {...rest} />
    case 'people':
      return <PeopleDialog {...rest} />
    case 'otherDevice':
      return <OtherDevice {...rest} />
    case 'keepLink':
      return <KeepLink {...rest} />
    case 'addFacilitator':
      return <AddFacilitator {...rest} />
    case 'undoPerson':
      return boardId === undefined ? null : <UndoPerson {...rest} boardId={boardId} />
    case 'aboutYou':
      return <AboutYou {...rest} />
    case 'writingFor':
      return <WritingFor {...rest} />
    default:
      return name satisfies never
  }
}
