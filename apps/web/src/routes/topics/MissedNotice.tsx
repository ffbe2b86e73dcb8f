import { useEffect, useRef } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { apart } from '../../text/apart.ts'
import { t } from '../../text/index.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { mainQuestion } from '../workshop/topicsHere.ts'
import type { FreeCell, Grid } from './grid.ts'
import { cellKey, freeNear } from './grid.ts'
import type { Missed } from './placing.tsx'
import { placeWords } from './rows.ts'

/** Somebody else was faster: says so, and names the nearest free places, each one press away (OS-6). */
export function MissedNotice({
  missed,
  grid,
  onPut,
  onClose,
}: {
  readonly missed: Missed
  readonly grid: Grid
  readonly onPut: (cell: FreeCell) => void
  readonly onClose: () => void
}) {
  const { view } = useWorkshop()
  const frame = useRef<HTMLDivElement>(null)
  const { topic: id, place, at } = missed
  useEffect(() => {
    frame.current?.querySelector('button')?.focus()
    frame.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const question = mainQuestion(view.topics[id])
  const there = grid.cells.get(cellKey(place.round ?? '', place.space ?? ''))
  const near = freeNear(grid, view.topics, place)
  const words = placeWords(view, grid.rows, { place })
  const quoted = t('topics.quoted', { question: apart(question) })
  return (
    <div ref={frame}>
      <Notice
        tone="attention"
        title={t('topics.takenTitle')}
        actions={
          <>
            {near.map((cell) => (
              <Button key={`${cell.row.id} ${cell.space.id}`} onClick={() => onPut(cell)}>
                {placeWords(view, grid.rows, {
                  place: { round: cell.row.id, space: cell.space.id, time: '', where: '' },
                })}
              </Button>
            ))}
            <Button look="quiet" onClick={onClose}>
              {t('topics.takenNot')}
            </Button>
          </>
        }
      >
        <p dir="auto">
          {there === undefined || there.id === id
            ? t('topics.taken', { place: words, question: quoted })
            : t('topics.takenBy', {
                place: words,
                other: apart(mainQuestion(there)),
                question: quoted,
              })}
        </p>
        <p>{t(near.length === 0 ? 'topics.takenNone' : 'topics.takenNear')}</p>
      </Notice>
    </div>
  )
}
