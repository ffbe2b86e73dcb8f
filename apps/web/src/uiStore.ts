/** What is this browser's own: appearance and habits. Nothing that is shared, nothing that must not be lost. */
import { create } from 'zustand'

/** Light, dark, or as the system says. */
export type Appearance = 'system' | 'light' | 'dark'
/** How a board is looked at. */
export type BoardView = 'canvas' | 'list'

interface Habits {
  readonly appearance: Appearance
  /** Whether single letters act while the canvas has the focus. */
  readonly shortcuts: boolean
  /** What this person chose last; `null` until they choose: then a phone gets the list and a larger screen the canvas. */
  readonly boardView: BoardView | null
  /** Whether a soft tone is heard two minutes before the time is up, and when it is. */
  readonly hasSound: boolean
}

interface UiState extends Habits {
  readonly setAppearance: (appearance: Appearance) => void
  readonly setShortcuts: (on: boolean) => void
  readonly setBoardView: (view: BoardView) => void
  readonly setHasSound: (on: boolean) => void
}

const KEY = 'moot.habits'
const USUAL: Habits = { appearance: 'system', shortcuts: true, boardView: null, hasSound: false }

/** This browser's own state, for components: `useUi((ui) => ui.appearance)`. */
export const useUi = create<UiState>()((set) => ({
  ...remembered(),
  setAppearance: (appearance) => set({ appearance }),
  setShortcuts: (shortcuts) => set({ shortcuts }),
  setBoardView: (boardView) => set({ boardView }),
  setHasSound: (hasSound) => set({ hasSound }),
}))

useUi.subscribe(({ appearance, shortcuts, boardView, hasSound }) => {
  show(appearance)
  try {
    localStorage.setItem(KEY, JSON.stringify({ appearance, shortcuts, boardView, hasSound }))
  } catch {
    // Storage is off in this browser: the choice holds until the page is closed.
  }
})
show(useUi.getState().appearance)

function show(appearance: Appearance): void {
  if (appearance === 'system') delete document.documentElement.dataset['appearance']
  else document.documentElement.dataset['appearance'] = appearance
}

function remembered(): Habits {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return USUAL
    const { appearance, shortcuts, boardView, hasSound } = { ...USUAL, ...kept }
    return {
      appearance: appearance === 'light' || appearance === 'dark' ? appearance : 'system',
      shortcuts: shortcuts !== false,
      boardView: boardView === 'canvas' || boardView === 'list' ? boardView : null,
      hasSound: hasSound === true,
    }
  } catch {
    return USUAL
  }
}
