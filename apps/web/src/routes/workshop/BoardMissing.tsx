import { useEffect, useState } from 'react'
import { workshopPath } from '../../links.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { CopyField } from '../../parts/CopyField.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import '../../text/withWorkshopLater.ts'
import '../../text/withBoardLater.ts'
import '../../text/withBoards.ts'
import { refusalText } from '../../text/refusalText.ts'
import { boardBeside, boardName, boardsInSight } from '../boards/boardList.ts'
import { draftsOn } from '../list/drafts.ts'
import styles from './BoardMissing.module.css'
import { useWorkshop } from './useWorkshop.ts'

/** For an address with a board that is not in this workshop, or not any more. */
export function BoardMissing({ boardId }: { readonly boardId: string }) {
  const { view, replica, session, workshopId } = useWorkshop()
  // Boards that this page has shown are known by name; of others it cannot be said whether they ever were.
  const [known] = useState(() => session.titleOf(boardId))
  const [problem, setProblem] = useState<string>()
  const [drafts] = useState(() => draftsOn(boardId))
  const info = view.boards[boardId]
  const wasRemoved = info !== undefined || known !== undefined
  const next = boardBeside(view.boards, boardId) ?? boardsInSight(view.boards)[0]
  const title = t(wasRemoved ? 'boards.removedHereTitle' : 'workshop.boardGoneTitle')

  // It happened under the reader's hands: the page below them is another one now.
  useEffect(() => {
    if (known !== undefined) announce(t('boards.removedHereTitle'))
  }, [known])

  const restore = async () => {
    const answer = await replica.command({ type: 'board.restore', board: boardId })
    if (!answer.ok) setProblem(refusalText(answer))
  }
  return (
    <div className={styles['missing']}>
      <Heading page={title}>{title}</Heading>
      {info === undefined && known === undefined ? null : (
        <p className={styles['name']}>
          <bdi>{info === undefined ? known : boardName(info)}</bdi>
        </p>
      )}
      <p>{t(wasRemoved ? 'boards.removedHereBody' : 'workshop.boardGoneBody')}</p>
      {drafts.length === 0 ? null : (
        <CopyField label={t('boards.removedHereDraft')} value={drafts.join('\n')} isLong />
      )}
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
      <div className={styles['actions']}>
        <Button
          look="primary"
          size="large"
          onClick={() => navigate(next === undefined ? '/' : workshopPath(workshopId, { board: next.id }))}
        >
          {next === undefined ? t('workshop.boardGoneGo') : t('boards.goTo', { board: boardName(next) })}
        </Button>
        {info !== undefined && view.me.role === 'facilitator' ? (
          <Button size="large" onClick={() => void restore()}>
            {t('boards.removedHereRestore')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
