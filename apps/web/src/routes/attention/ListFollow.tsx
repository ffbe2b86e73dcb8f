import type { BoardReplica, WorkshopReplica } from '@moot/client'
import { useEffect } from 'react'
import { announce } from '../../parts/announce.ts'
import { t } from '../../text/index.ts'
import '../../text/withInvite.ts'
import { useScene } from '../board/scene.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'
import { ledView, sectionInView, stopFollowing } from './following.ts'
import { thinned } from './thinned.ts'
import { useLedTo } from './useLedTo.ts'

/** Room above a heading that was gone to, in px. */
const ABOVE_PX = 12

/**
 * In the list: those who follow come to the section that the inviter looks at, their focus staying where it is; an
 * inviter who uses the list shows the section that they read.
 */
export function ListFollow() {
  const { boardId, replica } = useScene()
  const { replica: workshop } = useSteadyWorkshop()
  const { isMine, leader } = useLedTo(boardId)
  const isAtWork = isMine || leader !== undefined

  useEffect(() => {
    if (!isAtWork) return
    // The list does without presence at other times.
    replica.wantCursors(true)
    return () => replica.wantCursors(false)
  }, [isAtWork, replica])
  useEffect(() => (isMine ? leadOn(replica) : undefined), [isMine, replica])
  useEffect(
    () => (leader !== undefined ? followOn(replica, workshop, leader) : undefined),
    [leader, replica, workshop],
  )
  return null
}

const headings = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main [data-section] h2')]

/** Shows others which section is being read here. Returns the way to stop. */
function leadOn({ presence, reading }: BoardReplica): () => void {
  const say = thinned(() => {
    // The last heading above the middle of the window is the section that is read.
    const read = headings().findLast((each) => each.getBoundingClientRect().top < innerHeight / 2)
    const id = read?.closest<HTMLElement>('[data-section]')?.dataset['section'] ?? ''
    const region = reading.regions.get(id)
    presence.lead(region === undefined ? undefined : { x: region.x, y: region.y, w: region.w, h: region.h })
  })
  say.now()
  document.addEventListener('scroll', say.soon, { capture: true, passive: true })
  return () => {
    document.removeEventListener('scroll', say.soon, { capture: true })
    say.stop()
    presence.lead(undefined)
  }
}

/** Goes to the section that the inviter looks at, once each time it is another one. Returns the way to stop. */
function followOn(replica: BoardReplica, workshop: WorkshopReplica, inviter: string): () => void {
  let last: string | undefined
  const go = (): void => {
    const led = ledView(replica, workshop.store.getState().view?.clients ?? {}, inviter)
    const region = led === undefined ? undefined : sectionInView(replica.reading.regions.values(), led)
    if (region === undefined || region.id === last) return
    last = region.id
    goToSection(region.id)
    announce(t('invite.at', { section: region.title.trim() || t('list.noSection') }))
  }
  // Who begins to write has something else to do than to follow.
  const handleInput = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) stopFollowing()
  }
  go()
  document.addEventListener('input', handleInput)
  const stops = [
    replica.presence.onChange(go),
    workshop.store.subscribe(({ view }, before) =>
      view?.clients === before.view?.clients ? undefined : go(),
    ),
  ]
  return () => {
    document.removeEventListener('input', handleInput)
    for (const stop of stops) stop()
  }
}

/** Brings a section's heading under the head of the screen. Nothing takes the focus. */
function goToSection(id: string): void {
  const heading = document.querySelector(`main [data-section="${CSS.escape(id)}"] h2`)
  const main = heading?.closest('main')
  if (heading == null || main == null) return
  const head = main.querySelector('[data-view="list"] > [data-head]')
  const covered = head === null ? 0 : head.getBoundingClientRect().height
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  main.scrollTo({
    top:
      main.scrollTop +
      heading.getBoundingClientRect().top -
      main.getBoundingClientRect().top -
      covered -
      ABOVE_PX,
    behavior: isStill ? 'instant' : 'smooth',
  })
}
