import type { Place, TopicView } from '@moot/workshop'
import { isOpen, PLACE_WORDS_MAX } from '@moot/workshop'
import type { FormEvent } from 'react'
import { useMemo, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog, DialogActions } from '../../parts/Dialog.tsx'
import { Choice, Field } from '../../parts/Field.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { t } from '../../text/index.ts'
import '../../text/withPlaces.ts'
import '../../text/withTopics.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import { convenes, mainQuestion } from '../workshop/topicsHere.ts'
import { clashWords } from './clashWords.ts'
import type { Grid } from './grid.ts'
import { freeIn, gridOf, isPlaceable, mayPlace } from './grid.ts'
import { MissedNotice } from './MissedNotice.tsx'
import type { PlaceAsk } from './placeDialog.ts'
import { closePlace, openSwap, usePlaceDialog } from './placeDialog.ts'
import type { Placing } from './placing.tsx'
import { cellPlace, usePlacing } from './placing.tsx'
import { RowHead } from './RowHead.tsx'
import type { Row } from './rows.ts'
import { placeWords, roundName, rowsOf } from './rows.ts'
import styles from './placing.module.css'
import rounds from './rounds.module.css'

/** *Place…*, *Move…* and *Swap with…* of one topic. */
export function PlaceDialog({ ask }: { readonly ask: PlaceAsk }) {
  const { view, replica } = useWorkshop()
  const { placing, missed, forget, question: clash } = usePlacing()
  const opener = usePlaceDialog((state) => state.opener)
  const returnFocusTo = useMemo(() => [{ current: opener }], [opener])
  const [openedAt] = useState(() => replica.serverNow())
  const topic = view.topics[ask.topic]
  const grid = gridOf(view, rowsOf(view, openedAt))
  const isPlaced = topic?.state === 'scheduled'
  const mayDo = topic !== undefined && mayPlace(view, topic)
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => (open ? undefined : closePlace())}
        returnFocusTo={returnFocusTo}
        title={t(
          ask.kind === 'swap' ? 'topics.swapTitle' : isPlaced ? 'topics.moveTitle' : 'topics.placeTitle',
        )}
        description={<span dir="auto">{mainQuestion(topic)}</span>}
      >
        {!mayDo ? (
          <p>{t('topics.gone')}</p>
        ) : (
          <>
            {convenes(view, topic) ? null : <p className={rounds['aside']}>{t('topics.placeTold')}</p>}
            {missed === undefined ? null : (
              <MissedNotice
                missed={missed}
                grid={grid}
                onPut={({ row, space }) => void put(placing, topic.id, cellPlace(row.id, space.id))}
                onClose={forget}
              />
            )}
            {ask.kind === 'swap' ? (
              <Swap topic={topic} grid={grid} placing={placing} />
            ) : (
              <Cells topic={topic} grid={grid} placing={placing} />
            )}
          </>
        )}
      </Dialog>
      {clash}
    </>
  )
}

async function put(placing: Placing, topic: string, place: Place): Promise<void> {
  if ((await placing.place(topic, place)) === 'done') closePlace()
}

/** What each way of placing works with. */
interface PartProps {
  readonly topic: TopicView
  readonly grid: Grid
  readonly placing: Placing
}

function Cells({ topic, grid, placing }: PartProps) {
  const { view } = useWorkshop()
  const rows = grid.rows.filter(isPlaceable)
  const free = rows.map((row) => ({
    row,
    spaces: freeIn(grid, row.id),
  }))
  const hasRoom = free.some(({ spaces }) => spaces.length > 0)
  const hasCells = rows.length > 0 && grid.columns.length > 0
  return (
    <div className={styles['dialog']}>
      {!hasCells ? <p>{t('topics.noRoundsYet')}</p> : hasRoom ? null : <p>{t('topics.spareFor')}</p>}
      {free.map(({ row, spaces }) =>
        spaces.length === 0 ? null : (
          <section key={row.id} aria-label={t('topics.freeIn', { round: roundName(row) })}>
            <h3 className={rounds['dialogRound']}>
              <RowHead row={row} zone={view.workshop.zone} />
            </h3>
            <Clash topic={topic} row={row} />
            {row.standing === 'on' ? <p className={rounds['aside']}>{t('topics.startsAtOnce')}</p> : null}
            <p className={styles['choices']}>
              {spaces.map((space) => (
                <Button
                  key={space.id}
                  aria-label={placeWords(view, grid.rows, { place: cellPlace(row.id, space.id) })}
                  onClick={() => void put(placing, topic.id, cellPlace(row.id, space.id))}
                >
                  {t('places.breakout', { number: space.number })}
                </Button>
              ))}
            </p>
          </section>
        ),
      )}
      <OwnWords topic={topic} grid={grid} placing={placing} isOpen={!hasRoom} />
      {topic.state === 'scheduled' ? (
        <p className={styles['choices']}>
          {hasCells ? <Button onClick={() => openSwap(topic.id)}>{t('topics.swapInstead')}</Button> : null}
          <Button
            onClick={async () => {
              if ((await placing.lift(topic.id)) === 'done') closePlace()
            }}
          >
            {t('topics.lift')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

function Clash({ topic, row }: { readonly topic: TopicView; readonly row: Row }) {
  const clash = clashWords(useWorkshop().view, topic, row)
  return clash === undefined ? null : <p className={rounds['aside']}>{clash.beside}</p>
}

/** A time or a place, or both, in somebody's own words: folded away until asked for. */
function OwnWords({ topic, grid, placing, isOpen: startsOpen }: PartProps & { readonly isOpen: boolean }) {
  const { place } = topic
  const [round, setRound] = useState(place?.round ?? '')
  const [time, setTime] = useState(place?.time ?? '')
  const [space, setSpace] = useState('')
  const [where, setWhere] = useState(place?.where ?? '')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const spaces = round === '' ? grid.columns : freeIn(grid, round)
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const chosen: Place = {
      round: round === '' ? null : round,
      time: round === '' ? time.trim() : '',
      space: space === '' ? null : space,
      where: space === '' ? where.trim() : '',
    }
    if ((round === '' && chosen.time === '') || (space === '' && chosen.where === '')) {
      setProblem(t('topics.wordsMissing'))
      return
    }
    setProblem(undefined)
    setIsBusy(true)
    await put(placing, topic.id, chosen)
    setIsBusy(false)
  }
  return (
    <details className={styles['ownWords']} open={startsOpen || undefined}>
      <summary>{t('topics.ownWords')}</summary>
      <form onSubmit={(event) => void handleSubmit(event)} className={styles['form']} noValidate>
        <Choice label={t('topics.when')} value={round} onChange={(event) => setRound(event.target.value)}>
          <option value="">{t('topics.whenOwn')}</option>
          {grid.rows.filter(isPlaceable).map((row) => (
            <option key={row.id} value={row.id}>
              {roundName(row)}
            </option>
          ))}
        </Choice>
        {round === '' ? (
          <Words label={t('topics.whenWords')} hint={t('topics.whenHint')} value={time} onChange={setTime} />
        ) : null}
        <Choice label={t('topics.where')} value={space} onChange={(event) => setSpace(event.target.value)}>
          <option value="">{t('topics.whereOwn')}</option>
          {spaces.map(({ id, number }) => (
            <option key={id} value={id}>
              {t('places.breakout', { number })}
            </option>
          ))}
        </Choice>
        {space === '' ? (
          <Words
            label={t('topics.whereWords')}
            hint={t('topics.whereHint')}
            value={where}
            onChange={setWhere}
          />
        ) : null}
        {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button submits busy={isBusy}>
            {t('topics.placeThere')}
          </Button>
        </DialogActions>
      </form>
    </details>
  )
}

function Words({
  onChange,
  ...rest
}: {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (words: string) => void
}) {
  return (
    <Field
      {...rest}
      dir="auto"
      maxLength={PLACE_WORDS_MAX}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Swap({ topic, grid, placing }: PartProps) {
  const { view } = useWorkshop()
  const others = [...grid.cells.values(), ...grid.elsewhere].filter(
    (other) => other.id !== topic.id && isOpen(other) && mayPlace(view, other),
  )
  if (others.length === 0) return <p>{t('topics.swapNone')}</p>
  return (
    <div className={styles['dialog']}>
      <p className={rounds['aside']}>{t('topics.swapLead')}</p>
      <ul className={styles['swaps']}>
        {others.map((other) => (
          <li key={other.id}>
            <Button
              className={styles['swap'] ?? ''}
              onClick={async () => {
                if ((await placing.swap(topic.id, other.id)) === 'done') closePlace()
              }}
            >
              <span dir="auto">
                {t('topics.swapWith', {
                  question: mainQuestion(other),
                  place: placeWords(view, grid.rows, other),
                })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
