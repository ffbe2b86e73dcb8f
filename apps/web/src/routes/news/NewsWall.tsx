import { boardResult } from '@moot/protocol'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import { fragmentOf, workshopPath } from '../../links.ts'
import { announce } from '../../parts/announce.ts'
import { ButtonLink } from '../../parts/Button.tsx'
import { Heading } from '../../parts/Heading.tsx'
import { later } from '../../parts/later.tsx'
import { navigate } from '../../router.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withNews.ts'
import { useAbout } from '../../useAbout.ts'
import { toast } from '../boards/toast.tsx'
import { pathWithin } from '../workshop/goTo.ts'
import { namesOf } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { PagerProps } from './Card.tsx'
import { Card } from './Card.tsx'
import { OneOpen } from './OneOpen.tsx'
import { jobsOf } from './people.ts'
import { groupTitle } from './groupTitle.ts'
import { ReportText } from './TextPage.tsx'
import { Waiting } from './Waiting.tsx'
import { groupsOf, wallOf } from './wall.ts'
import type { WallEntry, WallLook } from './wall.ts'
import { WallTools } from './WallTools.tsx'
import styles from './wall.module.css'

const NextWorkshop = later(async () => (await import('../now/NextWorkshop.tsx')).NextWorkshop)

/** How the wall was looked at last: the same again for who comes back from a report. */
let kept: WallLook = { as: 'wall', sort: 'round' }

const NO_THEMES: readonly string[] = []

/** Every report that has its first line, live: one-pagers side by side, one of them large, or all of it as a text. */
export function NewsWall() {
  const { view, replica, workshopId } = useWorkshop()
  const [look, setLook] = useState(kept)
  const [openId, setOpenId] = useState<string>()
  const [nudged, setNudged] = useState<ReadonlySet<string>>(new Set())
  const digests = useStore(replica.digests)
  const publicUrl = useAbout()?.publicUrl ?? ''
  const screen = useRef<HTMLDivElement>(null)
  useEffect(() => replica.watch('wall'), [replica])

  const { topics, reports, stages, spaces, slots, boards, me, people, links } = view
  const { written, empty, unfinished } = useMemo(
    () => wallOf({ topics, reports, stages, spaces, slots }, look.sort),
    [topics, reports, stages, spaces, slots, look.sort],
  )
  const at = written.findIndex(({ id }) => id === openId)
  const isFacilitator = me.role === 'facilitator'

  const handleNudge = useCallback(
    ({ id, topic }: WallEntry) => {
      void replica.command({ type: 'report.nudge', topic: id }).then((answer) => {
        if (!answer.ok) return toast({ words: refusalText(answer) })
        setNudged((before) => new Set([...before, id]))
        const names = namesOf({ people: replica.store.getState().view?.people ?? {} }, topic.conveners)
        return announce(t('news.nudgedSaid', { names }))
      })
    },
    [replica],
  )
  const ids = written.map(({ id }) => id).join(' ')
  const handleStep = useCallback(
    (by: -1 | 1) =>
      setOpenId((before) => {
        const all = ids.split(' ')
        return all[all.indexOf(before ?? '') + by] ?? before
      }),
    [ids],
  )
  const handleBack = useCallback(() => {
    const id = openId
    // The wall has to be there before its card can take the focus.
    flushSync(() => setOpenId(undefined))
    const card = screen.current?.querySelector<HTMLElement>(`[data-open="${CSS.escape(id ?? '')}"]`)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'center' })
  }, [openId])
  const handleOpen = useCallback((id: string) => setOpenId(id), [])
  const handleLook = (next: WallLook): void => {
    kept = next
    setLook(next)
  }
  const handleGather = async (): Promise<void> => {
    const answer = await replica.command({ type: 'reports.gather' })
    if (!answer.ok) return toast({ words: refusalText(answer) })
    const made = boardResult.safeParse(answer.result)
    if (made.success) navigate(pathWithin(workshopId, { board: made.data.board }))
  }

  const { join } = links
  const propsOf = (entry: WallEntry): PagerProps => {
    const { board, conveners, questions } = entry.topic
    const path = workshopPath(workshopId, { topic: entry.id })
    return {
      entry,
      themes: board === null ? NO_THEMES : (digests[board]?.themes ?? NO_THEMES),
      names: namesOf({ people }, conveners),
      askers: questions.slice(1).map(({ by }) => people[by]?.name ?? ''),
      isFacilitator,
      boardPath:
        board === null || boards[board] === undefined || boards[board].gone !== undefined
          ? undefined
          : pathWithin(workshopId, { board }),
      reportPath: pathWithin(workshopId, { topic: entry.id }),
      address: `${publicUrl || location.origin}${path}${join === undefined ? '' : fragmentOf({ kind: 'join', key: join })}`,
      isNudged: isFacilitator && !entry.report.isSubmitted ? nudged.has(entry.id) : undefined,
      onNudge: handleNudge,
    }
  }

  const open = written[at]
  if (open !== undefined)
    return (
      <OneOpen
        {...propsOf(open)}
        number={at + 1}
        count={written.length}
        onStep={handleStep}
        onBack={handleBack}
      />
    )
  const waiting = (
    <Waiting entries={empty} isFacilitator={isFacilitator} nudged={nudged} onNudge={handleNudge} />
  )
  const afterwards =
    isFacilitator && view.now.ended !== null ? (
      <section className={styles['after']}>
        <h2 className={styles['groupTitle']}>{t('news.afterwards')}</h2>
        <NextWorkshop hintClass={styles['lead']} />
      </section>
    ) : null
  if (written.length === 0)
    return (
      <div className={styles['screen']}>
        <Heading page={t('news.title')}>{t(empty.length === 0 ? 'news.emptyTitle' : 'news.title')}</Heading>
        <p className={styles['lead']}>{t('news.empty')}</p>
        {waiting}
        {empty.length > 0 ? null : (
          <div>
            <ButtonLink href={pathWithin(workshopId, 'topics')}>{t('news.toTopics')}</ButtonLink>
          </div>
        )}
        {afterwards}
      </div>
    )
  const groups = groupsOf(written, look.sort)
  return (
    <div ref={screen} className={styles['screen']} data-as={look.as}>
      <WallTools
        look={look}
        onLook={handleLook}
        count={written.length}
        unfinished={unfinished}
        toCome={empty.length}
        onGather={isFacilitator ? handleGather : undefined}
      />
      {groups.map(({ key, entries }) => {
        const [first] = entries
        return (
          <section key={key} className={styles['group']}>
            {first === undefined ? null : (
              <h2 className={styles['groupTitle']} dir="auto">
                {groupTitle(first, look.sort)}
              </h2>
            )}
            {look.as === 'wall' ? (
              <ul className={styles['cards']}>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <Card {...propsOf(entry)} onOpen={handleOpen} />
                  </li>
                ))}
              </ul>
            ) : (
              entries.map((entry) => {
                const { address: _, isNudged: __, onNudge: ___, ...props } = propsOf(entry)
                const notes = digests[entry.topic.board ?? '']?.notes ?? 0
                return <ReportText key={entry.id} {...props} notes={notes} jobs={jobsOf(entry, view)} />
              })
            )}
          </section>
        )
      })}
      {waiting}
      {afterwards}
    </div>
  )
}
