/** What goes between the server and the process that draws pictures anew. */
import type { PictureKind } from '@moot/protocol'
import type { UploadType } from '@moot/room'

/** To the process: a picture as it was sent in, of the kind that its first bytes say. */
export interface DecodeRequest {
  readonly id: number
  readonly kind: PictureKind
  readonly bytes: Uint8Array
}

/** From the process: the picture drawn anew in two sizes, or why there is none. */
export type DecodeReply =
  | {
      readonly id: number
      readonly ok: true
      readonly picture: {
        readonly type: UploadType
        readonly width: number
        readonly height: number
        readonly full: Uint8Array
        readonly small: Uint8Array
      }
    }
  | { readonly id: number; readonly ok: false; readonly code: 'not_a_picture' | 'too_many_pixels' }
