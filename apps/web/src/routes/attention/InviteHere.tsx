import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { MenuItem } from '../../parts/Menu.tsx'
import { t } from '../../text/index.ts'
import '../../text/withInvite.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { hereInvitation } from './following.ts'

/** *Invite everyone here*: offers this facilitator's place on the board to all. Out of sight while it stands. */
export function InviteHere({ boardId }: { readonly boardId: string }) {
  const { isOffered, isBusy, invite } = useInvite(boardId)
  if (!isOffered) return null
  return (
    <Button busy={isBusy} onClick={() => void invite()}>
      {t('invite.do')}
    </Button>
  )
}

/** The same in a menu, where the head of the board has no room for it. */
export function InviteItem({ boardId }: { readonly boardId: string }) {
  const { isOffered, invite } = useInvite(boardId)
  if (!isOffered) return null
  return <MenuItem onSelect={() => void invite()}>{t('invite.do')}</MenuItem>
}

function useInvite(boardId: string) {
  const { view } = useWorkshop()
  const give = useGive()
  const [isBusy, setIsBusy] = useState(false)
  const { people, me } = view
  const standing = hereInvitation(view)
  const isOn = standing?.board === boardId && standing.by === me.person
  // Alone there is nobody to invite.
  const hasOthers = Object.entries(people).some(([id, { at }]) => id !== me.person && at !== null)
  const invite = async (): Promise<void> => {
    setIsBusy(true)
    await give({ type: 'invite.here', board: boardId })
    setIsBusy(false)
  }
  return { isOffered: me.role === 'facilitator' && hasOthers && !isOn, isBusy, invite }
}
