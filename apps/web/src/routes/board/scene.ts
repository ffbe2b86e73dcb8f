/** The board on the screen, for everything that shows or changes it. */
import type { NoteColor, ReadableBoard } from '@moot/board'
import type { BoardReplica } from '@moot/client'
import type { PersonView, Role } from '@moot/workshop'
import { createContext, useContext } from 'react'
import { create } from 'zustand'
import type { ChangeWatch } from './ChangeWatch.ts'
import type { Question } from '../../parts/useConfirm.tsx'
import type { BasicActions } from './basicActions.ts'
import type { WriteAs } from './writeAs.ts'

/** Given by the board screen. The same object while nothing in it changed. */
export interface BoardScene {
  readonly boardId: string
  readonly title: string
  readonly replica: BoardReplica
  /** What the board holds; a new object after every change. */
  readonly reading: ReadableBoard
  readonly me: string
  readonly role: Role
  readonly mayWrite: boolean
  readonly people: Readonly<Record<string, PersonView>>
  /** The basic ones; all of them: `useActions()` of `noteActions.ts`. */
  readonly actions: BasicActions
  /** Asks before something that others would miss. */
  readonly confirm: (question: Question) => Promise<boolean>
  readonly watch: ChangeWatch | undefined
  /** From when on what is written here comes after its round, ms since 1970, server time; `Infinity` for never. */
  readonly over: number
  /** Whose notes are written here just now. */
  readonly writeAs: WriteAs
  readonly chooseWriteAs: (next: WriteAs) => void
  /** Whether there is anybody else to write for: only then is the choice shown. */
  readonly hasWriteAs: boolean
  /** Tells the others which note this person is writing in. */
  readonly onWriting: (noteId: string | null) => void
}

/** Given by the board screen. */
export const SceneContext = createContext<BoardScene | undefined>(undefined)

/** The board on the screen. */
export function useScene(): BoardScene {
  const scene = useContext(SceneContext)
  if (scene === undefined) throw new Error('useScene outside the board screen')
  return scene
}

interface NewNotes {
  readonly color: NoteColor
  readonly setColor: (color: NoteColor) => void
}

/** What the next note will look like; holds until the page is closed. */
export const useNewNotes = create<NewNotes>()((set) => ({
  color: 'lemon',
  setColor: (color) => set({ color }),
}))
