/** What the drawing hand of this browser is set to; holds until the page is closed. */
import type { CanvasHandle, CanvasTool, DrawStyle } from '@moot/canvas'
import { useCallback, useSyncExternalStore } from 'react'
import { create } from 'zustand'

interface DrawingState {
  readonly isOpen: boolean
  /** Of the pen and everything that is drawn with lines. */
  readonly line: DrawStyle
  /** Of the highlighter, which wants a lighter hand. */
  readonly highlighter: DrawStyle
  readonly setOpen: (isOpen: boolean) => void
  readonly setStyle: (tool: CanvasTool, part: Partial<DrawStyle>) => void
}

/** The drawing bar and the styles chosen in it. */
export const useDrawing = create<DrawingState>()((set) => ({
  isOpen: false,
  line: { color: 'ink', size: 'm', fill: false },
  highlighter: { color: 'orange', size: 'm', fill: false },
  setOpen: (isOpen) => set({ isOpen }),
  setStyle: (tool, part) =>
    set((now) => {
      const which = tool === 'highlighter' ? 'highlighter' : 'line'
      return { [which]: { ...now[which], ...part } }
    }),
}))

/** How the next thing drawn with a tool will look. */
export function useDrawStyle(tool: CanvasTool): DrawStyle {
  return useDrawing((now) => (tool === 'highlighter' ? now.highlighter : now.line))
}

/** The tool in hand on a canvas that may not be there yet. */
export function useTool(handle: CanvasHandle | null): CanvasTool {
  const listen = useCallback(
    (listener: () => void) => handle?.state.subscribe(listener) ?? (() => undefined),
    [handle],
  )
  return useSyncExternalStore(listen, () => handle?.state.getState().tool ?? 'select')
}
