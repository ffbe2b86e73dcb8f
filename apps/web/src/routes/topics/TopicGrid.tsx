import type { TopicView } from '@moot/workshop'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useId, useRef, useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { classes } from '../../parts/Button.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPlaces.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import { FreePlace } from './FreePlace.tsx'
import type { Grid, InSight } from './grid.ts'
import { cellKey, isPlaceable } from './grid.ts'
import { cellPlace, usePlacingHere } from './placing.tsx'
import { RowHead, timesOf, toneOf } from './RowHead.tsx'
import { roundName } from './rows.ts'
import type { CardFacts } from './cardFacts.ts'
import { TopicCard } from './TopicCard.tsx'
import styles from './grid.module.css'
import { useOneTabStop } from './useOneTabStop.ts'
import type { TopicDrag } from './useTopicDrag.ts'
import { useWholeQuestion } from './useWholeQuestion.ts'

/** Where an arrow key leads, in rows and columns. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * Rounds down, spaces across. One stop for the Tab key, arrows from cell to cell; Tab goes on to what is in the cell, and
 * Escape comes back from it. Enter picks up a topic that one may move, and puts it down.
 */
export function TopicGrid({
  grid,
  sight,
  zone,
  drag,
  onGrip,
  facts,
  toPlace,
}: {
  readonly grid: Grid
  readonly sight: InSight
  /** The workshop's home time zone, or ''. */
  readonly zone: string
  readonly drag: TopicDrag | undefined
  readonly onGrip: (topic: string, event: PointerEvent<HTMLElement>) => void
  readonly facts: (topic: TopicView) => CardFacts
  readonly toPlace: readonly TopicView[]
}) {
  const placing = usePlacingHere()
  const root = useRef<HTMLDivElement>(null)
  const helpId = useId()
  const [at, setAt] = useState('')
  const [held, setHeld] = useState<string>()
  const rows = grid.rows.slice(0, sight.rows)
  const columns = grid.columns.slice(0, sight.columns)
  const keys = rows.map((row) => columns.map((space) => cellKey(row.id, space.id)))
  const tabStop = keys.flat().includes(at) ? at : keys[0]?.[0]
  const heldTopic = held === undefined ? undefined : grid.cells.get(keyOf(grid, held) ?? '')
  useOneTabStop(root, tabStop)
  useWholeQuestion(root)
  const words = (row: number, column: number): string =>
    t('places.labelRead', { round: rows[row]?.number ?? 0, number: columns[column]?.number ?? 0 })

  const cellOf = (key: string): HTMLElement | null | undefined =>
    root.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`)
  const letGo = (isSaid: boolean): void => {
    setHeld(undefined)
    if (isSaid) announce(t('topics.saidLeft'))
  }
  const isRtl = (): boolean => root.current !== null && getComputedStyle(root.current).direction === 'rtl'
  const step = (row: number, column: number, by: readonly [number, number]): void => {
    const to = [row + by[0], column + by[1]] as const
    const key = keys[to[0]]?.[to[1]]
    if (key === undefined) return
    cellOf(key)?.focus()
    if (heldTopic === undefined) return
    const there = grid.cells.get(key)
    const place = words(to[0], to[1])
    const question = mainQuestion(there)
    const past = rows[to[0]]
    if (past !== undefined && !isPlaceable(past)) announce(t('topics.saidOverPast', { place }))
    else if (there === undefined) announce(t('topics.saidOverFree', { place }))
    else if (there.id !== held)
      announce(t(facts(there).canMove ? 'topics.saidOverSwap' : 'topics.saidOverTaken', { place, question }))
  }
  const enter = (cell: HTMLElement, row: number, column: number, key: string): void => {
    const there = grid.cells.get(key)
    const [round, space] = [rows[row], columns[column]]
    if (round === undefined || space === undefined) return
    if (heldTopic !== undefined) {
      if (there?.id === heldTopic.id) letGo(true)
      else if (there === undefined && isPlaceable(round)) {
        letGo(false)
        void placing.place(heldTopic.id, cellPlace(round.id, space.id))
      } else if (there !== undefined && facts(there).canMove) {
        letGo(false)
        void placing.swap(heldTopic.id, there.id)
      } else announce(t('topics.saidOverTaken', { place: words(row, column), question: mainQuestion(there) }))
      return
    }
    if (there === undefined) press(cell.querySelector('button'))
    else if (facts(there).canMove) {
      setHeld(there.id)
      announce(t('topics.saidHeld', { question: mainQuestion(there) }))
    } else cell.querySelector('a')?.click()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape' && held !== undefined) {
      event.preventDefault()
      letGo(true)
      return
    }
    const { target } = event
    // What hangs in a menu of a cell is not in the cell.
    if (!(target instanceof HTMLElement) || root.current?.contains(target) !== true) return
    const key = target.dataset['cell']
    // Buttons and links inside a cell have their keys to themselves.
    if (key === undefined) {
      if (event.key !== 'Escape' && event.key !== 'F2') return
      event.preventDefault()
      target.closest<HTMLElement>('[data-cell]')?.focus()
      return
    }
    const row = keys.findIndex((each) => each.includes(key))
    const column = keys[row]?.indexOf(key) ?? -1
    if (!act(event, target, row, column)) return
    event.preventDefault()
  }
  /** @returns whether the key means something on a cell */
  const act = (
    { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
    cell: HTMLElement,
    row: number,
    column: number,
  ): boolean => {
    if (altKey || metaKey) return false
    const last = columns.length - 1
    const by = STEPS[key]
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) press(cell.querySelector('[data-topic-menu]'))
    else if (ctrlKey && key === 'Home') step(row, column, [-row, -column])
    else if (ctrlKey && key === 'End') step(row, column, [rows.length - 1 - row, last - column])
    else if (ctrlKey) return false
    else if (by !== undefined) step(row, column, isRtl() ? [by[0], -by[1]] : by)
    else if (key === 'Home') step(row, column, [0, -column])
    else if (key === 'End') step(row, column, [0, last - column])
    else if (key === 'F2') cell.querySelector<HTMLElement>('a, button')?.focus()
    else if (key === 'Enter') enter(cell, row, column, cell.dataset['cell'] ?? '')
    else return false
    return true
  }

  return (
    <>
      {/* Each topic in it is a heading of the next level. */}
      <h2 className="visually-hidden">{t('topics.grid')}</h2>
      <div data-grid-scroll className={styles['scroll']}>
        <div
          ref={root}
          role="grid"
          tabIndex={-1}
          aria-label={t('topics.grid')}
          aria-describedby={helpId}
          className={styles['grid']}
          style={columnsStyle(columns.length)}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => {
            const key = target.closest<HTMLElement>('[data-cell]')?.dataset['cell']
            if (key !== undefined) setAt(key)
          }}
        >
          <div role="row" className={classes(styles['line'], styles['spaces'])}>
            <div role="columnheader" className={styles['corner']}>
              <VisuallyHidden>{t('topics.when')}</VisuallyHidden>
            </div>
            {columns.map((space) => (
              <div key={space.id} role="columnheader" className={styles['column']}>
                {t('places.breakout', { number: space.number })}
              </div>
            ))}
          </div>
          {rows.map((row, rowAt) => {
            const when = [roundName(row), timesOf(row)].filter((each) => each !== '').join(', ')
            return (
              <div
                key={row.id}
                role="row"
                className={styles['line']}
                data-standing={row.standing}
                data-tone={toneOf(row)}
              >
                <div role="rowheader" className={styles['head']}>
                  <div className={styles['roundHead']}>
                    <RowHead row={row} zone={zone} />
                  </div>
                </div>
                {columns.map((space, columnAt) => {
                  const key = keys[rowAt]?.[columnAt] ?? ''
                  const topic = grid.cells.get(key)
                  const isOver = drag?.over?.kind === 'cell' && drag.over.key === key
                  const isFree = topic === undefined && isPlaceable(row)
                  const name = t('places.breakout', { number: space.number })
                  return (
                    <div
                      key={space.id}
                      role="gridcell"
                      tabIndex={key === tabStop ? 0 : -1}
                      data-cell={key}
                      className={classes(
                        styles['cellFrame'],
                        topic === undefined && styles['empty'],
                        (drag !== undefined || heldTopic !== undefined) && isFree && styles['open'],
                        isOver && (isFree || topic !== undefined) && styles['over'],
                      )}
                    >
                      {/* Where one is comes first when a cell is read aloud. */}
                      <VisuallyHidden>{`${when}, ${name}: `}</VisuallyHidden>
                      {topic === undefined ? (
                        isFree ? (
                          <FreePlace
                            round={row.id}
                            space={space.id}
                            place={`${roundName(row)}, ${name}`}
                            toPlace={toPlace}
                          />
                        ) : null
                      ) : (
                        <TopicCard
                          // Another topic here is another card: no press is for one that was here a moment ago.
                          key={topic.id}
                          topic={topic}
                          {...facts(topic)}
                          look="cell"
                          place=""
                          placeRead=""
                          isHeld={drag?.topic === topic.id || held === topic.id}
                          onGrip={onGrip}
                        />
                      )}
                    </div>
                  )
                })}
              </div>
            )
          })}
        </div>
      </div>
      {/* Seen by whoever uses the keys in it. */}
      <p id={helpId} className={styles['help']}>
        {t('topics.gridHelp')}
      </p>
    </>
  )
}

/** Presses a button as a key would: a menu that was open once opens by no click of a program. */
function press(button: HTMLElement | null): void {
  if (button?.getAttribute('aria-haspopup') !== 'menu') button?.click()
  else {
    button.focus()
    button.dispatchEvent(
      new window.KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }),
    )
  }
}

/** React knows no properties of our own. */
const columnsStyle = (count: number): object => ({ '--columns': count })

function keyOf({ cells }: Pick<Grid, 'cells'>, id: string): string | undefined {
  for (const [key, topic] of cells) if (topic.id === id) return key
  return undefined
}
