/** What goes between the server and the process that draws boards. */

/** What is made of a board: a picture to keep, the same as SVG, one for a page, or a small one. */
export type PictureFormat = 'png' | 'svg' | 'page' | 'thumbnail'

/** A picture within the picture, in one of the sizes that are kept of it. */
export interface PictureNeed {
  readonly upload: string
  readonly which: 'full' | 'small'
}

/** From the server: what to draw, then the pictures that were asked for, then the word to begin. */
export type DrawMessage =
  | {
      readonly type: 'draw'
      readonly id: number
      /** Whose pictures these are: none is ever taken from another workshop. */
      readonly workshop: string
      readonly title: string
      readonly format: PictureFormat
      /** The board's document as one update. */
      readonly state: Uint8Array
    }
  | {
      /** One of those that were asked for. */
      readonly type: 'picture'
      readonly id: number
      readonly picture: PictureNeed & { readonly type: string; readonly bytes: Uint8Array }
    }
  /** All of those that are there have come. */
  | { readonly type: 'go'; readonly id: number }

/** From the process: the pictures it needs, and what came of the drawing. */
export type DrawReply =
  | { readonly type: 'needs'; readonly id: number; readonly needs: readonly PictureNeed[] }
  | { readonly type: 'drawn'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
