/** What a person does all the time: writing notes, taking back. The rest is in `noteActions.ts`, fetched with the menus. */
import type { NewNote } from '@moot/board'
import { addNotes } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import { announce } from '../../parts/announce.ts'
import { t } from '../../text/index.ts'

/** Each is one step of the person's undo. */
export interface BasicActions {
  /** Adds notes in reading order; says how many. Returns their ids. */
  add(fresh: readonly NewNote[]): string[]
  undo(): void
  redo(): void
}

/** Name of a section as people read it. */
export function sectionName(replica: BoardReplica, region: string | null): string {
  const title = region === null ? undefined : replica.reading.regions.get(region)?.title.trim()
  return title === undefined || title === '' ? t('board.noSection') : title
}

/** Name of a theme as people read it. */
export function themeName(replica: BoardReplica, theme: string): string {
  return replica.reading.themes.get(theme)?.title.trim() || t('list.themeUntitled')
}

/** Makes one step of undo of what it is given. */
export function stepOf({ undo }: BoardReplica): <T>(work: () => T) => T {
  return (work) => {
    undo.checkpoint()
    const result = work()
    undo.checkpoint()
    return result
  }
}

/** The basic actions of one person on one board. */
export function makeBasicActions(replica: BoardReplica): BasicActions {
  const { writer, undo, reading } = replica
  const step = stepOf(replica)
  return {
    add(fresh) {
      if (fresh.length === 0) return []
      const ids = step(() => addNotes(writer, fresh))
      const region = reading.notes.get(ids[0] ?? '')?.region ?? null
      announce(
        region === null
          ? t('board.saidAddedNowhere', { count: ids.length })
          : t('board.saidAdded', { count: ids.length, section: sectionName(replica, region) }),
      )
      return ids
    },
    undo() {
      if (!undo.canUndo) return
      undo.undo()
      announce(t('board.saidUndone'))
    },
    redo() {
      if (!undo.canRedo) return
      undo.redo()
      announce(t('board.saidRedone'))
    },
  }
}
