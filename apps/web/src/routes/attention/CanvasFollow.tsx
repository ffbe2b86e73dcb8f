import type { CanvasHandle } from '@moot/canvas'
import type { BoardReplica, SeenBox, WorkshopReplica } from '@moot/client'
import { useEffect } from 'react'
import { useScene } from '../board/scene.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import { ledView, stopFollowing } from './following.ts'
import { thinned } from './thinned.ts'
import { useLedTo } from './useLedTo.ts'

/** On the canvas: the inviter shows what they look at, and those who follow look at the same until their hand says otherwise. */
export function CanvasFollow({ handle }: { readonly handle: CanvasHandle }) {
  const { boardId, replica } = useScene()
  const { replica: workshop } = useSteadyWorkshop()
  const { isMine, leader } = useLedTo(boardId)

  useEffect(() => (isMine ? leadOn(handle, replica) : undefined), [isMine, handle, replica])
  useEffect(
    () => (leader !== undefined ? followOn(handle, replica, workshop, leader) : undefined),
    [leader, handle, replica, workshop],
  )
  return null
}

/** Shows others what is in view here. Returns the way to stop. */
function leadOn(handle: CanvasHandle, { presence }: BoardReplica): () => void {
  const say = thinned(() => presence.lead(handle.view()))
  say.now()
  const stop = handle.onView(say.soon)
  return () => {
    stop()
    say.stop()
    presence.lead(undefined)
  }
}

/** Goes where the inviter looks. Returns the way to stop. */
function followOn(
  handle: CanvasHandle,
  replica: BoardReplica,
  workshop: WorkshopReplica,
  inviter: string,
): () => void {
  let last: SeenBox | undefined
  const go = (): void => {
    const led = ledView(replica, workshop.store.getState().view?.clients ?? {}, inviter)
    if (led === undefined || (last !== undefined && isSame(led, last))) return
    last = led
    handle.lead(led)
  }
  go()
  const stops = [
    replica.presence.onChange(go),
    // Who they are by their connections may be heard after what they show.
    workshop.store.subscribe(({ view }, before) =>
      view?.clients === before.view?.clients ? undefined : go(),
    ),
    handle.onView((isLed) => (isLed ? undefined : stopFollowing())),
    handle.state.subscribe(({ isEditing, isDragging }) =>
      isEditing || isDragging ? stopFollowing() : undefined,
    ),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

const isSame = (a: SeenBox, b: SeenBox): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h
