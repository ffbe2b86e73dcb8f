import { useWorkshop } from '../workshop/useWorkshop.ts'
import { hereInvitation, useFollowing } from './following.ts'

/** On a board, whether everybody was invited there by this person, and whom this person follows there, if anybody. */
export function useLedTo(boardId: string): { readonly isMine: boolean; readonly leader: string | undefined } {
  const { view } = useWorkshop()
  const followed = useFollowing(({ at }) => at)
  const invitation = hereInvitation(view)
  if (invitation?.board !== boardId) return { isMine: false, leader: undefined }
  const isMine = invitation.by === view.me.person
  return { isMine, leader: !isMine && followed === invitation.at ? invitation.by : undefined }
}
