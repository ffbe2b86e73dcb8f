import type { Gone, ReadableBoard } from '@moot/board'
import type { RefObject } from 'react'
import { useMemo, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Swatch } from '../../parts/Swatch.tsx'
import { formatDay, formatTime } from '../../text/format.ts'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import { FigureSign, InkMini } from '../list/FigureMini.tsx'
import { ListPicture } from '../list/ListPicture.tsx'
import type { BinItem } from './binned.ts'
import { binItems, hiddenItems, idsIn } from './binned.ts'
import styles from './board.module.css'
import { figureName } from './figureWords.ts'
import { firstWords } from './firstWords.ts'
import { useActions } from './noteActions.ts'
import { useScene } from './scene.ts'

/** What was deleted, newest first, and for facilitators what was hidden; to bring back one or many. */
export function BinDialog({
  onClose,
  returnFocusTo,
}: {
  readonly onClose: () => void
  readonly returnFocusTo: readonly RefObject<HTMLElement | null>[]
}) {
  const { reading, role } = useScene()
  const binned = useMemo(() => binItems(reading), [reading])
  const hidden = useMemo(() => hiddenItems(reading), [reading])
  return (
    <Dialog
      open
      returnFocusTo={returnFocusTo}
      wide
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('board.binTitle')}
      description={t('board.binLead')}
    >
      {binned.length === 0 ? (
        <p className={styles['quiet']}>{t('board.binEmpty')}</p>
      ) : (
        <Binned items={binned} name={t('board.binTitle')} />
      )}
      {role !== 'facilitator' || hidden.length === 0 ? null : (
        <section className={styles['hidden']}>
          <h3>{t('board.hiddenTitle')}</h3>
          <p className={styles['quiet']}>{t('board.hiddenLead')}</p>
          <Binned items={hidden} name={t('board.hiddenTitle')} />
        </section>
      )}
    </Dialog>
  )
}

function Binned({ items, name }: { readonly items: readonly BinItem[]; readonly name: string }) {
  const { mayWrite, people, me, replica } = useScene()
  const actions = useActions()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const there = items.filter((item) => chosen.has(item.key))
  const isOnlyNotes = there.every((item) => item.kind === 'note')
  const choose = (key: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(key)
    else next.delete(key)
    setChosen(next)
  }
  const restore = (some: readonly BinItem[]) => {
    const { notes, figures } = idsIn(some)
    actions.restore(notes, figures)
  }
  const nameOf = (person: string): string =>
    person === me ? t('board.binYou') : (people[person]?.name ?? t('board.binSomebody'))
  const hasTicks = mayWrite && items.length > 1
  return (
    <>
      {hasTicks ? (
        <div className={styles['binTools']}>
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={there.length === items.length}
              onChange={(event) =>
                setChosen(event.currentTarget.checked ? new Set(items.map(({ key }) => key)) : new Set())
              }
            />
            {t('board.selectEverything')}
          </label>
          {there.length === 0 ? null : (
            <Button
              onClick={() => {
                restore(there)
                setChosen(new Set())
              }}
            >
              {t(isOnlyNotes ? 'board.restoreSome' : 'figures.restoreCount', { count: there.length })}
            </Button>
          )}
        </div>
      ) : null}
      <ul className={styles['bin']} aria-label={name}>
        {items.map((item) => {
          const words = wordsOf(replica.reading, item)
          return (
            <li key={item.key} className={styles['binned']}>
              {hasTicks ? (
                <label className={styles['tick']}>
                  <input
                    type="checkbox"
                    checked={chosen.has(item.key)}
                    aria-label={t('board.selectNamed', { words })}
                    onChange={(event) => choose(item.key, event.currentTarget.checked)}
                  />
                </label>
              ) : null}
              <Sign item={item} />
              <div className={styles['binWords']}>
                <p dir="auto">
                  {item.kind === 'note'
                    ? item.note.text.trim() === ''
                      ? t('board.noWords')
                      : item.note.text
                    : words}
                </p>
                {item.kind === 'figure' && item.figure.kind === 'picture' ? (
                  <ListPicture picture={item.figure} isSmall />
                ) : null}
                <p className={styles['aside']}>{whose(goneOf(item), nameOf)}</p>
              </div>
              {mayWrite ? (
                <Button
                  size="small"
                  aria-label={t('board.restoreNamed', { words })}
                  onClick={() => restore([item])}
                >
                  {t('board.restore')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What an item is called, for its tick and its button. */
function wordsOf(board: ReadableBoard, item: BinItem): string {
  switch (item.kind) {
    case 'note':
      return firstWords(item.note.text)
    case 'figure':
      return figureName(board, item.figure)
    case 'strokes':
      return t('figures.lines', { count: item.inks.length })
    default:
      return item satisfies never
  }
}

/** What it looks like, small. A picture shows itself below its words. */
function Sign({ item }: { readonly item: BinItem }) {
  switch (item.kind) {
    case 'note':
      return <Swatch color={item.note.color} />
    case 'figure':
      return <FigureSign figure={item.figure} />
    case 'strokes':
      return <InkMini inks={item.inks} />
    default:
      return item satisfies never
  }
}

const goneOf = (item: BinItem): Gone | null =>
  item.kind === 'note'
    ? item.note.gone
    : item.kind === 'figure'
      ? item.figure.gone
      : (item.inks[0]?.gone ?? null)

/** “Deleted by Sam, 14:02”. */
function whose(gone: Gone | null, nameOf: (person: string) => string): string {
  if (gone === null) return ''
  const said = { name: nameOf(gone.by), time: whenOf(gone.at) }
  switch (gone.how) {
    case 'hidden':
      return t('board.binHidden', said)
    case 'cleared':
      return t('board.binCleared', said)
    case 'merged':
      return t('figures.binMerged', said)
    case 'deleted':
    case 'undone':
    case 'empty':
      return t('board.binBy', said)
    default:
      return gone.how satisfies never
  }
}

/** The time today, the day before that. */
function whenOf(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? formatTime(at) : `${formatDay(at)}, ${formatTime(at)}`
}
