/**
 * Check-in (methods T-15), after a practice of the *A Better Way* network: everybody's voice is in the room before the
 * work begins, and who asks whether somebody is all right asks twice.
 */
import type { Template } from './schema.ts'

/** Sizes in canvas px. */
const WIDTH = 1200
const ASK_HEIGHT = 800
const AGAIN_HEIGHT = 500
const GAP = 24

/** See the head of this file. */
export const checkIn: Template = {
  id: 'check-in',
  name: 'Check-in',
  description: 'A question to arrive with, and the same asked once more.',
  regions: [
    {
      tag: 'check-in',
      title: 'How are you arriving?',
      prompt: 'What has been the highlight of your day so far? One line is plenty, and so is none.',
      hue: '',
      x: 0,
      y: 0,
      w: WIDTH,
      h: ASK_HEIGHT,
    },
    {
      tag: 'check-in',
      title: 'And how are you really?',
      prompt: 'Asked again, once everybody has said something.',
      hue: '',
      x: 0,
      y: ASK_HEIGHT + GAP,
      w: WIDTH,
      h: AGAIN_HEIGHT,
    },
  ],
  furniture: [],
}
