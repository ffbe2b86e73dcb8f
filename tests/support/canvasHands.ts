/** What tests see of the canvas page and do on it (`window.bench`, see canvasPage). */
import type { Page } from 'playwright-core'
import type { NewFigure } from '@moot/board'

/** Middle of a note's card on the screen. */
export async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`[data-shape-id="shape:${id}"]`).boundingBox()
  if (box === null) throw new Error(`Note ${id} is not on the screen.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** A note as the document has it. */
export interface Seen {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly color: string
  readonly gone: string | null
  readonly region: string | null
  readonly theme: string | null
}

/** Reads a note from the document behind the page; throws where there is none. */
export function noteOf(page: Page, id: string): Promise<Seen> {
  return page.evaluate((noteId) => {
    const note = window.bench.writer.board.notes.get(noteId)
    if (note === undefined) throw new Error('No such note.')
    const { x, y, text, color, gone, region, theme } = note
    return { x, y, text, color, gone: gone?.how ?? null, region, theme }
  }, id)
}

/** Ids of the notes in sight. */
export const idsInSight = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...window.bench.writer.board.notes.values()].filter((note) => note.gone === null).map((note) => note.id),
  )
/** Id of the first of them, or ''. */
export const firstNote = async (page: Page): Promise<string> => (await idsInSight(page))[0] ?? ''
/** Ids of the selected notes. */
export const selected = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.bench.handle?.selectedNotes() ?? [])
/** Updates that this canvas has written since the last reset. */
export const updates = (page: Page): Promise<number> => page.evaluate(() => window.bench.updates)
/** Gives the canvas the keyboard. */
export const focusCanvas = (page: Page): Promise<void> => page.evaluate(() => window.bench.handle?.focus())
/** Two frames: whatever was marked has been drawn. */
export const frames = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))

/** Adds figures in the person's own name, and returns their ids. */
export function put(page: Page, fresh: readonly NewFigure[]): Promise<string[]> {
  return page.evaluate((figures) => {
    const ids = window.bench.addFigures(figures)
    window.bench.updates = 0
    return ids
  }, fresh)
}

/** A figure as the document has it. */
export interface SeenFigure {
  readonly kind: string
  readonly x: number
  readonly y: number
  readonly w: number | null
  readonly text: string | null
  readonly gone: string | null
  readonly start: string | null
  readonly end: string | null
}

/** Reads a figure from the document behind the page; throws where there is none. */
export function figureOf(page: Page, id: string): Promise<SeenFigure> {
  return page.evaluate((figureId) => {
    const figure = window.bench.writer.board.drawings.get(figureId)
    if (figure === undefined || !('z' in figure)) throw new Error('No such figure.')
    return {
      kind: figure.kind,
      x: figure.x,
      y: figure.y,
      w: 'w' in figure ? figure.w : null,
      text: 'text' in figure ? figure.text : null,
      gone: figure.gone?.how ?? null,
      start: figure.kind === 'arrow' ? (figure.start.on?.id ?? null) : null,
      end: figure.kind === 'arrow' ? (figure.end.on?.id ?? null) : null,
    }
  }, id)
}

/** Ids of the selected figures. */
export const selectedFigures = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.bench.handle?.state.getState().selectedFigures ?? [])

/** A place of the board on the screen. */
export function onScreen(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([atX, atY]) => {
      const view = window.bench.handle?.view()
      const zoom = (window.bench.handle?.state.getState().zoomPercent ?? 100) / 100
      if (view === undefined) throw new Error('No view.')
      // The bench keeps 8 px clear on each side.
      return { x: (atX - view.x) * zoom + 8, y: (atY - view.y) * zoom + 8 }
    },
    [x, y] as const,
  )
}

/** Presses at one place of the board and goes to another; the button stays down. */
export async function dragTo(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const [a, b] = [await onScreen(page, ...from), await onScreen(page, ...to)]
  await page.mouse.move(a.x, a.y)
  await page.mouse.down()
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 3 })
  await page.mouse.move(b.x, b.y, { steps: 3 })
}

/** Life size, so that a px of the board is one of the screen. */
export const lifeSize = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    window.bench.handle?.fitBoard()
    window.bench.handle?.zoomReset()
  })
  await frames(page)
}
