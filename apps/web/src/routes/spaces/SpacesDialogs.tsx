import type { RefObject } from 'react'
import '../../text/withSpaces.ts'
import { ChangeSpace } from './dialogs/ChangeSpace.tsx'
import { OpenSpaceSetUp } from './dialogs/OpenSpaceSetUp.tsx'
import { OpenSpaces } from './dialogs/OpenSpaces.tsx'
import { PlacePeople } from './dialogs/PlacePeople.tsx'
import { RoomList } from './dialogs/RoomList.tsx'
import { VideoRooms } from './dialogs/VideoRooms.tsx'
import type { SpacesDialog } from './openSpaces.ts'
import { closeSpacesDialog, useSpacesDialog } from './openSpaces.ts'

/** What each of the dialogs gets. */
export interface OneDialog {
  readonly onClose: () => void
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}

/** Whatever had the focus when the dialog was asked for. */
const OPENER: RefObject<HTMLElement | null> = {
  get current() {
    return useSpacesDialog.getState().opener
  },
  set current(_) {
    // Nobody sets it.
  },
}

/** The dialog that is open; a script of its own, because most people open none. */
export function SpacesDialogs({ dialog }: { readonly dialog: SpacesDialog }) {
  const rest: OneDialog = { onClose: closeSpacesDialog, returnFocusTo: [OPENER] }
  switch (dialog.kind) {
    case 'open':
      return <OpenSpaces {...rest} prefill={dialog.prefill} />
    case 'openSpace':
      return <OpenSpaceSetUp {...rest} />
    case 'video':
      return <VideoRooms {...rest} />
    case 'list':
      return <RoomList {...rest} />
    case 'place':
      return <PlacePeople {...rest} />
    case 'change':
      return <ChangeSpace {...rest} spaceId={dialog.space} />
    default:
      return dialog satisfies never
  }
}
