import '../../styles/drawing.css'
import type { BoardReplica } from '@moot/client'
import type { BoardLock } from '@moot/workshop'
import { lockOf } from '@moot/workshop'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { Chip } from '../../parts/Chip.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { later } from '../../parts/later.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { t } from '../../text/index.ts'
import { useUi } from '../../uiStore.ts'
import { AcrossHost } from '../boards/across.tsx'
import { BoardSwitcher } from '../boards/BoardSwitcher.tsx'
import { goInList } from '../boards/goInList.ts'
import { useWanted, useWantedState } from '../boards/wanted.ts'
import { ListView } from '../list/ListView.tsx'
import { overOf } from '../workshop/afterRound.ts'
import { hasNow } from '../workshop/sight.ts'
import { useBoard, useWorkshop } from '../workshop/useWorkshop.ts'
import styles from './board.module.css'
import { CanvasLoader } from './CanvasLoader.tsx'
import type { CanvasApi } from './CanvasLoader.tsx'
import type { UnseenKind } from './changeLog.ts'
import type { ChangeWatch } from './ChangeWatch.ts'
import { FindHost } from './find/FindHost.tsx'
import { ImportHost } from './import/ImportHost.tsx'
import { ListTools } from './ListTools.tsx'
import type { BoardScene } from './scene.ts'
import { SceneContext } from './scene.ts'
import { PictureGate } from './pictures/PictureGate.tsx'
import { useReading } from './useReading.ts'
import { useNarrow } from './useNarrow.ts'
import { useScreenActions, useUndoKeys } from './useScreenActions.tsx'
import { useUnseen, useWatch } from './useWatch.ts'
import { useWriteAs } from './writeAs.ts'

const FindButton = later(async () => (await import('./find/FindButton.tsx')).FindButton)
const BoardHead = later(async () => (await import('../now/BoardHead.tsx')).BoardHead)
const BoardTopic = later(async () => (await import('../now/BoardTopic.tsx')).BoardTopic)
const WantedNotice = later(async () => (await import('../boards/WantedNotice.tsx')).WantedNotice)
const WhatChanged = later(async () => (await import('./WhatChanged.tsx')).WhatChanged)
const BinDialog = later(async () => (await import('./BinDialog.tsx')).BinDialog, 'withOverlays')
const InviteHere = later(async () => (await import('../attention/InviteHere.tsx')).InviteHere)
const ListFollow = later(async () => (await import('../attention/ListFollow.tsx')).ListFollow)
const LockedNotice = later(async () => (await import('./LockedNotice.tsx')).LockedNotice)
const PrintOut = later(async () => (await import('./picture/PrintOut.tsx')).PrintOut)
const ShortcutsDialog = later(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog)

/** What the *More* menus open. */
export type BoardDialog = 'bin' | 'shortcuts'

/** A board of the open workshop: *Canvas* and *List*, two equal views of the same notes. */
export function Board({ boardId }: { readonly boardId: string }) {
  const { view, workshopId } = useWorkshop()
  const replica = useBoard(boardId)
  const watch = useWatch(replica, workshopId, view.boards[boardId]?.doc)
  if (replica === undefined) return <Waiting />
  return <OpenBoard key={replica.doc.guid} boardId={boardId} replica={replica} watch={watch} />
}

/** Before the document is there: the name of the screen and, after a moment, what we wait for. */
function Waiting() {
  return (
    <div className={styles['waiting']}>
      <Heading page={t('board.title')} isHidden>
        {t('board.title')}
      </Heading>
      <p role="status" className={styles['appearing']}>
        {t('board.loading')}
      </p>
    </div>
  )
}

function OpenBoard({
  boardId,
  replica,
  watch,
}: {
  readonly boardId: string
  readonly replica: BoardReplica
  readonly watch: ChangeWatch | undefined
}) {
  const { view, replica: workshop } = useWorkshop()
  const { synced, connection, readOnly } = useStore(replica.store)
  const reading = useReading(replica)
  const isNarrow = useNarrow()
  const { boardView, setBoardView } = useUi()
  const { actions, confirm, confirmDialog } = useScreenActions(replica)
  /** Notes that are ticked in the list; `undefined` while nobody is selecting. */
  const [ticked, setTicked] = useState<ReadonlySet<string>>()
  const [dialog, setDialog] = useState<BoardDialog>()
  const [jumpedTo, setJumpedTo] = useState<{ readonly id: string; readonly kind: UnseenKind }>()
  const more = useRef<HTMLButtonElement>(null)
  const canvas = useRef<CanvasApi>(null)

  const shown = boardView ?? (isNarrow ? 'list' : 'canvas')
  const role = view.me.role
  const mayWrite = role !== 'observer' && !readOnly && connection.state !== 'refused'
  const title = view.boards[boardId]?.title ?? ''
  const { people } = view
  const me = view.me.person
  const over = overOf(view, boardId)
  const { writeAs, chooseWriteAs, hasWriteAs } = useWriteAs(view.me)

  const onWriting = useCallback((noteId: string | null) => workshop.at(boardId, noteId), [workshop, boardId])
  const scene = useMemo<BoardScene>(
    () => ({
      boardId,
      title,
      replica,
      reading,
      me,
      role,
      mayWrite,
      people,
      actions,
      confirm,
      watch,
      over,
      writeAs,
      chooseWriteAs,
      hasWriteAs,
      onWriting,
    }),
    [
      boardId,
      title,
      replica,
      reading,
      me,
      role,
      mayWrite,
      people,
      actions,
      confirm,
      watch,
      over,
      writeAs,
      chooseWriteAs,
      hasWriteAs,
      onWriting,
    ],
  )
  const isWantedMissing = useWantedState(({ missing }) => missing?.board === boardId)
  useUndoKeys(actions, mayWrite)
  useWanted(boardId, reading, synced && shown === 'list', (target) => goInList(reading, target))

  const tools = mayWrite ? (
    <ListTools
      ref={more}
      isSelecting={ticked !== undefined}
      onSelecting={(on) => setTicked(on ? new Set() : undefined)}
      onOpen={setDialog}
      hasColor={!isNarrow}
    />
  ) : (
    <FindButton buttonRef={more} />
  )
  const whatChanged = (
    <WhatChangedOf
      watch={watch}
      onJump={(id, kind) => {
        setJumpedTo({ id, kind })
        if (shown === 'canvas') canvas.current?.focusItem(id)
      }}
    />
  )

  return (
    <SceneContext value={scene}>
      <div className={styles['board']} data-view={shown}>
        <div className={styles['head']} data-head>
          <Segmented
            label={t('board.view')}
            value={shown}
            wide={isNarrow}
            options={
              isNarrow
                ? [
                    { value: 'list', label: t('board.list') },
                    { value: 'canvas', label: t('board.canvas') },
                  ]
                : [
                    { value: 'canvas', label: t('board.canvas') },
                    { value: 'list', label: t('board.list') },
                  ]
            }
            onChange={(next) => {
              setTicked(undefined)
              setBoardView(next)
            }}
          />
          <BoardTitle boardId={boardId} />
          <BoardSwitcher boardId={boardId} />
          {hasNow(view) || view.now.timer !== null ? <BoardHead boardId={boardId} /> : null}
          <span className={styles['gap']} />
          {role === 'facilitator' && !isNarrow ? <InviteHere boardId={boardId} /> : null}
          {synced && (shown === 'canvas' || !isNarrow) ? whatChanged : null}
          {synced && (shown === 'list' ? !isNarrow : !mayWrite) ? tools : null}
        </div>
        {Object.keys(view.topics).length === 0 ? null : <BoardTopic boardId={boardId} />}
        <Standing role={role} readOnly={readOnly} lock={lockOf(view, boardId)} />
        {isWantedMissing ? (
          <WantedNotice boardId={boardId} {...(mayWrite ? { onBin: () => setDialog('bin') } : {})} />
        ) : null}
        {!synced ? (
          <p role="status" className={styles['appearing']}>
            {t(connection.state === 'lost' ? 'board.loadingSlow' : 'board.loading')}
          </p>
        ) : shown === 'canvas' ? (
          <CanvasLoader
            ref={canvas}
            confirm={confirm}
            onOpen={setDialog}
            onList={() => setBoardView('list')}
            moreRef={more}
          />
        ) : (
          <ListView
            ticked={mayWrite ? ticked : undefined}
            onTicked={setTicked}
            jumpedTo={jumpedTo}
            tools={isNarrow ? tools : null}
            foot={isNarrow ? whatChanged : null}
          />
        )}
        {/* After the list, which asks for no cursors when it appears. */}
        {synced && shown === 'list' && view.now.invitation?.kind === 'here' ? <ListFollow /> : null}
      </div>
      {dialog === 'bin' ? <BinDialog returnFocusTo={[more]} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'shortcuts' ? (
        <ShortcutsDialog returnFocusTo={[more]} onClose={() => setDialog(undefined)} />
      ) : null}
      <FindHost returnFocusTo={[more]} />
      <ImportHost returnFocusTo={[more]} />
      <PictureGate />
      {synced ? <PrintOut /> : null}
      <AcrossHost />
      {confirmDialog}
    </SceneContext>
  )
}

/** The board's name for screen readers and the tab; the switcher shows it where there is more than one board. */
function BoardTitle({ boardId }: { readonly boardId: string }) {
  const { view } = useWorkshop()
  const title = view.boards[boardId]?.title || t('board.untitled')
  return (
    <Heading page={title} isHidden className={styles['titled'] ?? ''}>
      {title}
    </Heading>
  )
}

/** What somebody who may not write is told, and stays told. */
function Standing({
  role,
  readOnly,
  lock,
}: {
  readonly role: BoardScene['role']
  readonly readOnly: boolean
  readonly lock: BoardLock | undefined
}) {
  if (role === 'observer') {
    return (
      <div className={styles['standing']}>
        <Chip tone="attention">{t('board.observing')}</Chip>
      </div>
    )
  }
  if (lock !== undefined) {
    return (
      <div className={styles['standing']}>
        <LockedNotice lock={lock} />
      </div>
    )
  }
  if (!readOnly) return null
  return (
    <div className={styles['standing']}>
      <Notice tone="attention">{t('board.readOnly')}</Notice>
    </div>
  )
}

function WhatChangedOf({
  watch,
  onJump,
}: {
  readonly watch: ChangeWatch | undefined
  readonly onJump: (id: string, kind: UnseenKind) => void
}) {
  const unseen = useUnseen(watch)
  if (watch === undefined || unseen.size === 0) return null
  return <WhatChanged watch={watch} unseen={unseen} onJump={onJump} />
}
