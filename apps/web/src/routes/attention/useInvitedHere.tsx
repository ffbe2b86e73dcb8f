import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withInvite.ts'
import { boardName } from '../boards/boardList.ts'
import { pathWithin } from '../workshop/goTo.ts'
import { useSeen } from '../workshop/seen.ts'
import { useGive } from '../workshop/useGive.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { HereInvitation } from './following.ts'
import { countHere, follow, hereInvitation, stopFollowing, useFollowing } from './following.ts'
import { Line } from './Line.tsx'

/**
 * The line of an invitation to a place on a board: one button for those who are invited, *Stop following* for those who
 * follow, how many have come for the one who invited. `null` where none stands, or it was put away.
 */
export function useInvitedHere(boardId: string | undefined): ReactNode {
  const { view, workshopId } = useWorkshop()
  const { isSeen, see } = useSeen(workshopId)
  const invitation = hereInvitation(view)
  const { at: followed, stopped } = useFollowing()
  const isFollowing = invitation !== undefined && followed === invitation.at
  const isMine = invitation?.by === view.me.person
  const board = boardName(invitation === undefined ? undefined : view.boards[invitation.board])
  useSaid(isMine ? undefined : invitation, board)
  const followedBoard = isFollowing ? invitation.board : undefined

  // Going elsewhere is one way to stop. The way there takes a moment, in which one is not there yet.
  const wasThere = useRef(false)
  useEffect(() => {
    const isThere = followedBoard !== undefined && followedBoard === boardId
    if (wasThere.current && !isThere) stopFollowing()
    wasThere.current = isThere
  }, [followedBoard, boardId])

  if (invitation === undefined) return null
  if (isMine) return <Mine key="here" invitation={invitation} board={board} />
  const mark = `here ${invitation.at}`
  if (isFollowing) {
    return (
      <Line key={mark} tone="accent" words={t('invite.following')}>
        <Button size="small" onClick={stopFollowing}>
          {t('invite.stop')}
        </Button>
      </Line>
    )
  }
  if (isSeen(mark)) return null
  const wasFollowing = stopped === invitation.at
  return (
    <Line
      key={mark}
      tone="accent"
      onClose={() => see(mark)}
      words={wasFollowing ? t('invite.stopped') : t('invite.invited', { board })}
    >
      <Button
        size="small"
        onClick={() => {
          follow(invitation)
          if (boardId !== invitation.board) navigate(pathWithin(workshopId, { board: invitation.board }))
        }}
      >
        {t(wasFollowing ? 'invite.again' : 'invite.go')}
      </Button>
      {view.me.role === 'facilitator' ? <End /> : null}
    </Line>
  )
}

/** What the inviter sees: how many have come, and the way to end it. */
function Mine({ invitation, board }: { readonly invitation: HereInvitation; readonly board: string }) {
  const { view } = useWorkshop()
  const { here, all } = countHere(view.people, invitation)
  return (
    <Line tone="plain" words={t('invite.on', { board, here, all })}>
      <End look="secondary" />
    </Line>
  )
}

function End({ look = 'quiet' }: { readonly look?: 'secondary' | 'quiet' }) {
  const give = useGive()
  return (
    <Button size="small" look={look} onClick={() => void give({ type: 'invite.end' })}>
      {t('invite.end')}
    </Button>
  )
}

/** Says once that there is an invitation, and to those who follow that it has ended. */
function useSaid(invitation: HereInvitation | undefined, board: string): void {
  const said = useRef<number>(undefined)
  useEffect(() => {
    const { at } = useFollowing.getState()
    if (at !== undefined && at !== invitation?.at) {
      useFollowing.setState({ at: undefined, stopped: undefined })
      if (invitation === undefined) announce(t('invite.ended'))
    }
    if (invitation !== undefined && said.current !== invitation.at) announce(t('invite.invited', { board }))
    said.current = invitation?.at
  }, [invitation, board])
}
