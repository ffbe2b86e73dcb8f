/** What a person can do to drawings and pictures by menu: does it and says what was done. */
import type { DrawColor, DrawSize, Figure, NewEnd, NewFigure } from '@moot/board'
import { addFigures, isFigure, restyleFigures, setArrow } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import { announce } from '../../parts/announce.ts'
import { t } from '../../text/index.ts'
import '../../text/withFigures.ts'
import { figureName, whatText } from './figureWords.ts'

/** Each is one step of the person's undo. */
export interface FigureActions {
  /** Adds one figure; says what and where. Returns its id. */
  addFigure(fresh: NewFigure): string | undefined
  /** Gives figures a colour, a size or a filling. What a kind does not have, it does not get. */
  restyle(
    ids: readonly string[],
    style: { readonly color?: DrawColor; readonly size?: DrawSize; readonly fill?: boolean },
  ): void
  /** Puts an arrow's ends elsewhere; an end left out stays. */
  redirect(id: string, ends: { readonly start?: NewEnd; readonly end?: NewEnd }): void
}

/** The figures of these ids that are there, those out of sight included. */
export function figuresIn(replica: BoardReplica, ids: readonly string[]): Figure[] {
  return ids.flatMap((id) => {
    const drawing = replica.reading.drawings.get(id)
    return drawing !== undefined && isFigure(drawing) ? [drawing] : []
  })
}

/** The actions of one person on one board. `step` makes one step of undo of what it is given. */
export function makeFigureActions(
  replica: BoardReplica,
  step: <T>(work: () => T) => T,
  sectionName: (region: string | null) => string,
): FigureActions {
  const { writer, reading } = replica
  const whatOf = (figures: readonly Figure[]): string =>
    figures.length === 1 && figures[0] !== undefined ? figureName(reading, figures[0]) : whatText(0, figures)

  return {
    addFigure(fresh) {
      const [id] = step(() => addFigures(writer, [fresh]))
      const [figure] = figuresIn(replica, id === undefined ? [] : [id])
      if (figure === undefined) return undefined
      const name = figureName(reading, figure)
      announce(
        figure.region === null
          ? t('figures.saidAddedNowhere', { name })
          : t('figures.saidAdded', { name, section: sectionName(figure.region) }),
      )
      return id
    },
    restyle(ids, style) {
      const figures = figuresIn(replica, ids).filter(
        ({ kind }) => kind !== 'picture' && (style.fill === undefined || kind === 'shape'),
      )
      if (figures.length === 0) return
      step(() =>
        restyleFigures(
          writer,
          figures.map(({ id }) => id),
          style,
        ),
      )
      // Named after the change: what is said is how it is now, without saying its colour twice.
      const what =
        figures.length === 1 && figures[0] !== undefined
          ? whatOf(figuresIn(replica, [figures[0].id]))
          : whatOf(figures)
      if (style.color !== undefined)
        announce(t('figures.saidColor', { what, color: t(`figures.${style.color}`) }))
      else if (style.size !== undefined)
        announce(t('figures.saidSize', { what, size: t(`figures.${style.size}`) }))
      else announce(t(style.fill === true ? 'figures.saidFilled' : 'figures.saidUnfilled', { what }))
    },
    redirect(id, ends) {
      step(() => setArrow(writer, id, ends))
      const [arrow] = figuresIn(replica, [id])
      if (arrow !== undefined) announce(t('figures.saidArrowChanged', { name: figureName(reading, arrow) }))
    },
  }
}
