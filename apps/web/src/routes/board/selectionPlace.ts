/** Where the bar of what is selected stands. Pure. */

/** px between the bar and what is selected, and between the bar and what it must not lie on. */
const GAP = 12
/** px more above notes of a theme, whose name stands there. */
const THEME_NAME = 28

interface Size {
  readonly w: number
  readonly h: number
}

/**
 * The top left of the bar, in px of the canvas's part of the screen: above what is selected, or below it where there is
 * no room; always whole between the edges and above the toolbars.
 *
 * @param box - what is selected, in the same px
 * @param room - width of the canvas's part; `h`: down to where the toolbars begin
 */
export function selectionPlace(
  bar: Size,
  box: Size & { readonly x: number; readonly y: number },
  room: Size,
  isThemed: boolean,
): { readonly x: number; readonly y: number } {
  const lowest = room.h - bar.h - GAP
  const above = box.y - bar.h - GAP - (isThemed ? THEME_NAME : 0)
  const wanted = above >= GAP ? above : box.y + box.h + GAP
  const left = Math.min(box.x + box.w / 2 - bar.w / 2, room.w - bar.w - GAP)
  return {
    x: Math.round(Math.max(GAP, left)),
    y: Math.round(Math.max(GAP, Math.min(wanted, lowest))),
  }
}
