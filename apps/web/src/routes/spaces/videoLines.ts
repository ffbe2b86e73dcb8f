/** Names and links of video rooms, as somebody pastes them: one line for each space, in order. */
import { VIDEO_LINK_MAX, VIDEO_NAME_MAX } from '@moot/workshop'

/** What a space is called in the video call and where it is; '' where nothing was given. */
export interface VideoRoom {
  readonly videoName: string
  readonly videoLink: string
}

const LINK = /https?:\/\/[^\s<>"'\\]+/i

/** Reads lines: a link anywhere in a line is its link, what is left its name. Empty lines at the end count for nothing. */
export function readVideoLines(text: string): VideoRoom[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const videoLink = LINK.exec(line)?.[0] ?? ''
      const videoName = line
        .replace(videoLink, ' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/^[\s:;,|–—-]+|[\s:;,|–—-]+$/g, '')
      return { videoName: videoName.slice(0, VIDEO_NAME_MAX), videoLink: videoLink.slice(0, VIDEO_LINK_MAX) }
    })
    .filter((room, _, all) => all.length > 1 || room.videoName !== '' || room.videoLink !== '')
}

/** The same as lines. */
export function writeVideoLines(rooms: readonly VideoRoom[]): string {
  return rooms
    .map(({ videoName, videoLink }) => [videoName, videoLink].filter((each) => each !== '').join(' '))
    .join('\n')
    .trimEnd()
}
