/**
 * Retrospective (methods T-16): the small things that a debrief misses, and one of them mended. Its course follows the
 * five phases of Esther Derby and Diana Larsen. `next` is the tag that next steps have in three horizons.
 */
import type { Template } from './schema.ts'

/** Sizes in canvas px. */
const WIDTH = 720
const HEIGHT = 640
const GAP = 24
/** Sections that stand side by side. */
const ACROSS = 3

const SECTIONS: readonly Pick<Template['regions'][number], 'tag' | 'title' | 'prompt'>[] = [
  { tag: 'felt', title: 'How it felt', prompt: 'In a word or two: what was it like to be in it?' },
  { tag: 'happened', title: 'What happened', prompt: 'Facts, as a camera would have seen them.' },
  { tag: 'helped', title: 'What helped', prompt: 'What made it easier, however small?' },
  { tag: 'hindered', title: 'What got in the way', prompt: 'Where did it catch, wait or go round twice?' },
  { tag: 'why', title: 'Why? Patterns', prompt: 'What do these have in common? What lies behind them?' },
  {
    tag: 'next',
    title: 'We will try',
    prompt: 'One thing, three at most: who looks after it, and until when?',
  },
]

/** See the head of this file. */
export const retrospective: Template = {
  id: 'retrospective',
  name: 'Retrospective',
  description: 'Look back without blame: how it felt, what happened, why, and what to try.',
  regions: SECTIONS.map(({ tag, title, prompt }, index) => ({
    tag,
    title,
    prompt,
    hue: '',
    x: (index % ACROSS) * (WIDTH + GAP),
    y: Math.floor(index / ACROSS) * (HEIGHT + GAP),
    w: WIDTH,
    h: HEIGHT,
  })),
  furniture: [],
}
