/**
 * What a person can do to notes, and to notes and drawings together, from the list and from the bars over the canvas:
 * asks, does, says what was done.
 */
import type { Figure, Note, NoteColor } from '@moot/board'
import {
  addTheme,
  byOrder,
  clearBoard,
  duplicateItems,
  fileFigures,
  fileInRegion,
  fileInTheme,
  isOwn,
  mergeNotes,
  recolour,
  removeFigures,
  removeNotes,
  reorderNote,
  reorderTheme,
  removeTheme,
  restack,
  restoreItems,
  visibleFigures,
  visibleNotes,
} from '@moot/board'
import type { BoardReplica } from '@moot/client'
import { announce } from '../../parts/announce.ts'
import type { Question } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import '../../text/withBoardLater.ts'
import '../../text/withFigures.ts'
import type { BasicActions } from './basicActions.ts'
import { makeBasicActions, sectionName, stepOf, themeName } from './basicActions.ts'
import type { FigureActions } from './figureActions.ts'
import { figuresIn, makeFigureActions } from './figureActions.ts'
import { whatText } from './figureWords.ts'
import { useScene } from './scene.ts'

/** Each is one step of the person's undo. `figures` are ids of drawings and pictures that are done to as well. */
export interface NoteActions extends BasicActions, FigureActions {
  /** Deletes, asking first where others made some. Answers whether it was done. */
  remove(ids: readonly string[], figures?: readonly string[]): Promise<boolean>
  hide(ids: readonly string[], figures?: readonly string[]): void
  recolour(ids: readonly string[], color: NoteColor): void
  /** Notes get a free place there; drawings stay where they lie, and are filed there. */
  moveToSection(ids: readonly string[], region: string | null, figures?: readonly string[]): void
  moveToTheme(ids: readonly string[], theme: string | null): void
  /** Makes a theme of notes; without any, an empty one in a section. Returns its id. */
  makeTheme(title: string, ids: readonly string[], region?: string | null): string
  removeTheme(id: string): void
  moveTheme(id: string, by: -1 | 1): void
  /** Moves a note up (-1) or down (1) among those it is listed with. */
  move(id: string, by: -1 | 1): void
  /** Copies a little to the side; the copies' ids. */
  duplicate(
    ids: readonly string[],
    figures?: readonly string[],
  ): { readonly notes: readonly string[]; readonly figures: readonly string[] }
  /**
   * Puts notes into the first of them, asking first where others wrote some. Answers the note that is left, `undefined`
   * where nothing was done.
   */
  merge(ids: readonly string[]): Promise<string | undefined>
  restore(ids: readonly string[], figures?: readonly string[]): void
  /** Lifts above everything else, or puts below it. */
  stack(where: 'front' | 'back', ids: readonly string[], figures?: readonly string[]): void
  /** Puts everything into the Bin, after asking. */
  clear(): Promise<void>
}

/** How far a copy lies from what it was made of, in canvas px. */
const COPY_PX = 24

const idsOf = (items: readonly (Note | Figure)[]): string[] => items.map(({ id }) => id)

/** What was made for a board that is open. */
const made = new WeakMap<BoardReplica, { readonly confirm: Confirm; readonly actions: NoteActions }>()

/** Everything a person can do on a board; for menus, dialogs and bars, which are fetched later than the screen. */
export function actionsOf({
  replica,
  confirm,
}: {
  readonly replica: BoardReplica
  readonly confirm: Confirm
}): NoteActions {
  const known = made.get(replica)
  if (known?.confirm === confirm) return known.actions
  const actions = makeNoteActions(replica, confirm)
  made.set(replica, { confirm, actions })
  return actions
}

/** The same for the board on the screen. */
export const useActions = (): NoteActions => actionsOf(useScene())

type Confirm = (question: Question) => Promise<boolean>

function makeNoteActions(replica: BoardReplica, confirm: Confirm): NoteActions {
  const { writer, reading } = replica
  const step = stepOf(replica)
  const notesOf = (ids: readonly string[]): Note[] => ids.flatMap((id) => reading.notes.get(id) ?? [])
  const byOthers = (items: readonly (Note | Figure)[]): number =>
    items.filter((item) => !isOwn(item, writer.person)).length

  const beside = (id: string): Note[] => {
    const note = reading.notes.get(id)
    if (note === undefined) return []
    return visibleNotes(reading)
      .filter((other) => other.region === note.region && other.theme === note.theme)
      .toSorted(byOrder)
  }

  return {
    ...makeBasicActions(replica),
    ...makeFigureActions(replica, step, (region) => sectionName(replica, region)),
    async remove(ids, figureIds = []) {
      const notes = notesOf(ids).filter((note) => note.gone === null)
      const figures = figuresIn(replica, figureIds).filter((figure) => figure.gone === null)
      const others = byOthers([...notes, ...figures])
      const count = notes.length
      const what = whatText(count, figures)
      if (what === '') return false
      if (others > 0) {
        const yes = await confirm(
          figures.length === 0
            ? {
                title: t('board.removeTitle', { count }),
                body: t('board.removeOthers', { count: others, notes: t('board.notes', { count }) }),
                action: t('board.removeDo', { count }),
                isDangerous: true,
              }
            : {
                title: t('figures.removeTitle', { what }),
                body: t(count + figures.length === 1 ? 'figures.removeOther' : 'figures.removeOthers', {
                  what,
                  others,
                }),
                action: t('figures.removeDo', { what }),
                isDangerous: true,
              },
        )
        if (!yes) return false
      }
      step(() => {
        removeNotes(writer, idsOf(notes))
        removeFigures(writer, idsOf(figures))
      })
      announce(figures.length === 0 ? t('board.saidRemoved', { count }) : t('figures.saidRemoved', { what }))
      return true
    },
    hide(ids, figureIds = []) {
      const figures = figuresIn(replica, figureIds)
      step(() => {
        removeNotes(writer, ids, 'hidden')
        removeFigures(writer, figureIds, 'hidden')
      })
      announce(
        figures.length === 0
          ? t('board.saidHidden', { count: ids.length })
          : t('figures.saidHidden', { what: whatText(ids.length, figures) }),
      )
    },
    recolour(ids, color) {
      step(() => recolour(writer, ids, color))
      announce(t('board.saidColor', { count: ids.length, color: t(`board.${color}`) }))
    },
    moveToSection(ids, region, figureIds = []) {
      const figures = figuresIn(replica, figureIds)
      step(() => {
        if (ids.length > 0) fileInRegion(writer, ids, region)
        fileFigures(writer, figureIds, region)
      })
      const section = sectionName(replica, region)
      announce(
        figures.length === 0
          ? t('board.saidSection', { count: ids.length, section })
          : t('figures.saidSection', { what: whatText(ids.length, figures), section }),
      )
    },
    moveToTheme(ids, theme) {
      step(() => fileInTheme(writer, ids, theme))
      announce(
        theme === null
          ? t('board.saidNoTheme', { count: ids.length })
          : t('board.saidTheme', { count: ids.length, theme: themeName(replica, theme) }),
      )
    },
    makeTheme(title, ids, region) {
      const id = step(() => addTheme(writer, title, ids, region))
      announce(t('list.saidThemeAdded', { theme: title }))
      return id
    },
    removeTheme(id) {
      const name = themeName(replica, id)
      step(() => removeTheme(writer, id))
      announce(t('list.saidThemeRemoved', { theme: name }))
    },
    moveTheme(id, by) {
      step(() => reorderTheme(writer, id, by))
      announce(t('list.saidThemeMoved'))
    },
    move(id, by) {
      step(() => reorderNote(writer, id, by))
      const listed = beside(id)
      const place = listed.findIndex((note) => note.id === id) + 1
      announce(t(by === -1 ? 'board.saidMovedUp' : 'board.saidMovedDown', { place, total: listed.length }))
    },
    duplicate(ids, figures = []) {
      const copies = step(() => duplicateItems(writer, { notes: ids, figures }, COPY_PX, COPY_PX))
      announce(
        copies.figures.length === 0
          ? t('board.saidDuplicated', { count: copies.notes.length })
          : t('figures.saidDuplicated', {
              what: whatText(copies.notes.length, figuresIn(replica, copies.figures)),
            }),
      )
      return copies
    },
    async merge(ids) {
      const notes = notesOf(ids).filter((note) => note.gone === null)
      const others = byOthers(notes)
      const count = notes.length
      if (others > 0) {
        const yes = await confirm({
          title: t('figures.mergeTitle', { count }),
          body: t('figures.mergeBody', { others }),
          action: t('figures.merge', { count }),
        })
        if (!yes) return undefined
      }
      const merged = step(() => mergeNotes(writer, idsOf(notes)))
      if (!merged.ok) {
        announce(t(merged.code === 'too_long' ? 'figures.mergeTooLong' : 'figures.mergeTooFew'))
        return undefined
      }
      announce(t('figures.saidMerged', { count }))
      return merged.id
    },
    restore(ids, figureIds = []) {
      const figures = figuresIn(replica, figureIds)
      step(() => restoreItems(writer, { notes: ids, figures: figureIds }))
      announce(
        figures.length === 0
          ? t('board.saidRestored', { count: ids.length })
          : t('figures.saidRestored', { what: whatText(ids.length, figures) }),
      )
    },
    stack(where, ids, figures = []) {
      step(() => restack(writer, { notes: ids, figures }, where))
      announce(t(where === 'front' ? 'figures.saidFront' : 'figures.saidBack'))
    },
    async clear() {
      const notes = visibleNotes(reading)
      const figures = visibleFigures(reading.drawings)
      const count = notes.length
      const others = byOthers([...notes, ...figures])
      const what = whatText(count, figures)
      if (what === '') return
      const body =
        figures.length > 0
          ? t(others === 0 ? 'figures.clearOwn' : 'figures.clearOthers', { what, others })
          : others === 0
            ? t('board.clearOwn', { count })
            : t('board.removeOthers', { count: others, notes: t('board.notes', { count }) })
      const yes = await confirm({
        title: t('board.clearTitle'),
        body,
        action: t('board.clearDo'),
        isDangerous: true,
      })
      if (!yes) return
      step(() => clearBoard(writer))
      announce(figures.length === 0 ? t('board.saidCleared', { count }) : t('figures.saidCleared', { what }))
    },
  }
}
