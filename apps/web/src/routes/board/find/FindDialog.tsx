import type { Found, FoundPlace } from '@moot/board'
import { findItems } from '@moot/board'
import { FIND_MAX, FIND_QUERY_MAX } from '@moot/protocol'
import type { FormEvent, KeyboardEvent, RefObject } from 'react'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { announceMany } from '../../../parts/announce.ts'
import { Button } from '../../../parts/Button.tsx'
import { Dialog } from '../../../parts/Dialog.tsx'
import { Field } from '../../../parts/Field.tsx'
import { navigate } from '../../../router.tsx'
import { t } from '../../../text/index.ts'
import '../../../text/withMenus.ts'
import { workshopPath } from '../../../links.ts'
import { boardName, boardsInSight } from '../../boards/boardList.ts'
import type { LinkTarget } from '../../boards/itemLinks.ts'
import { targetPath } from '../../boards/itemLinks.ts'
import { want } from '../../boards/wanted.ts'
import { useWorkshop } from '../../workshop/useWorkshop.ts'
import { useScene } from '../scene.ts'
import styles from './find.module.css'
import { FoundItem } from './FoundItem.tsx'
import { closeFind, useFind } from './openFind.ts'
import { useElsewhere } from './useElsewhere.ts'

/** Results of this board that are listed; there is no point in reading more. */
const LISTED_MAX = 200

const targetOf = ({ kind, id }: FoundPlace): LinkTarget => ({
  kind: kind === 'figure' ? 'drawing' : kind,
  id,
})

/** A field, and under it what is found: in this board while one types, in the others a moment later. */
export function FindDialog({
  returnFocusTo,
}: {
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}) {
  const { boardId, reading } = useScene()
  const { view, workshopId } = useWorkshop()
  const query = useFind((state) => state.query)
  const root = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const asked = useDeferredValue(query)
  const found = useMemo(() => findItems(reading, asked), [reading, asked])
  const hasOthers = boardsInSight(view.boards).length > 1
  const { elsewhere, again } = useElsewhere(boardId, query, hasOthers)
  const others = elsewhere.state === 'found' ? elsewhere.found : undefined
  const isAsking = asked.trim() !== ''
  const total = found.length + (others?.total ?? 0)

  useEffect(() => field.current?.select(), [])
  useEffect(() => {
    if (isAsking && elsewhere.state !== 'looking')
      announceMany('found', () => (total === 0 ? t('find.saidNothing') : t('find.said', { count: total })), 0)
  }, [isAsking, total, elsewhere.state])

  const go = (board: string, place: FoundPlace | null) => {
    closeFind()
    // Once the dialog has gone and given the focus back: what was found takes it then.
    setTimeout(() => {
      if (board !== boardId)
        navigate(
          place === null
            ? workshopPath(workshopId, { board })
            : targetPath(workshopId, board, targetOf(place)),
        )
      else if (place !== null) want(board, targetOf(place))
    }, 0)
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    root.current?.querySelector<HTMLElement>('[data-hit]')?.click()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])]
    const at = all.findIndex((each) => each === document.activeElement)
    event.preventDefault()
    if (event.key === 'ArrowDown') all[at + 1]?.focus()
    else if (at > 0) all[at - 1]?.focus()
    else field.current?.focus()
  }

  const sectionOf = ({ section, kind }: Found): string =>
    section === null || kind === 'section' ? '' : (reading.regions.get(section)?.title ?? '')
  const isPicture = ({ kind, id }: Found): boolean =>
    kind === 'figure' && reading.drawings.get(id)?.kind === 'picture'

  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => (open ? undefined : closeFind())}
      returnFocusTo={returnFocusTo}
      title={t('find.title')}
    >
      {/* Arrow keys move among what can be pressed inside; the elements themselves are buttons and a field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={root} className={styles['find']} onKeyDown={handleKeyDown}>
        <form onSubmit={handleSubmit}>
          <Field
            ref={field}
            type="search"
            label={t('find.label')}
            hint={t('find.hint')}
            value={query}
            maxLength={FIND_QUERY_MAX}
            enterKeyHint="go"
            autoComplete="off"
            spellCheck={false}
            autoFocus
            onChange={(event) => useFind.setState({ query: event.currentTarget.value })}
          />
        </form>
        {isAsking ? (
          <div className={styles['results']}>
            <section>
              <h3 className={styles['group']}>{t('find.here', { count: found.length })}</h3>
              {found.length === 0 ? <p className={styles['quiet']}>{t('find.noneHere')}</p> : null}
              <ul className={styles['list']}>
                {found.slice(0, LISTED_MAX).map((item) => (
                  <FoundItem
                    key={`${item.kind} ${item.id}`}
                    text={item.text}
                    query={asked}
                    kind={isPicture(item) ? 'picture' : item.kind}
                    section={sectionOf(item)}
                    color={item.kind === 'note' ? reading.notes.get(item.id)?.color : undefined}
                    onGo={() => go(boardId, item.goTo)}
                  />
                ))}
              </ul>
              {found.length > LISTED_MAX ? (
                <p className={styles['quiet']}>{t('find.more', { count: found.length - LISTED_MAX })}</p>
              ) : null}
            </section>
            {hasOthers ? (
              <section>
                <h3 className={styles['group']}>
                  {others === undefined
                    ? t('find.elsewhereTitle')
                    : t('find.elsewhere', { count: others.total })}
                </h3>
                {elsewhere.state === 'looking' ? (
                  <p className={styles['quiet']}>{t('find.looking')}</p>
                ) : null}
                {elsewhere.state === 'failed' ? (
                  <div className={styles['failed']}>
                    <p>{t('find.failed', { reason: elsewhere.reason })}</p>
                    <Button size="small" onClick={again}>
                      {t('find.again')}
                    </Button>
                  </div>
                ) : null}
                {others?.total === 0 ? <p className={styles['quiet']}>{t('find.noneElsewhere')}</p> : null}
                <ul className={styles['list']}>
                  {others?.matches.map((item) => (
                    <FoundItem
                      key={`${item.board} ${item.kind} ${item.id}`}
                      text={item.text}
                      query={query}
                      kind={item.kind}
                      section={item.kind === 'section' ? '' : (item.section ?? '')}
                      board={boardName(view.boards[item.board])}
                      onGo={() => go(item.board, item.goTo)}
                    />
                  ))}
                </ul>
                {others !== undefined && others.total > FIND_MAX ? (
                  <p className={styles['quiet']}>{t('find.more', { count: others.total - FIND_MAX })}</p>
                ) : null}
              </section>
            ) : null}
          </div>
        ) : null}
      </div>
    </Dialog>
  )
}
