/**
 * Third horizon, light (methods §2.5): the last of three horizons alone, after Bill Sharpe and the International Futures
 * Forum, in the order of the *days after* community. The tags are those of three horizons, so that exports combine.
 */
import { columnsTemplate } from './columns.ts'
import type { Column, Template } from './schema.ts'

const COLUMNS: readonly Column[] = [
  {
    tag: 'pocket',
    title: 'Spotted: already real somewhere',
    prompt: 'Where have you seen a piece of the future we want? Name the place, team or practice.',
  },
  {
    tag: 'h3',
    title: 'To bring through',
    prompt: 'Which of these could become ordinary? What would it look like if it did?',
  },
  {
    tag: 'values',
    title: 'What we want to be valued',
    prompt: 'When all of this has gone well, what counts here?',
  },
  {
    tag: 'barrier',
    title: 'Barriers, and how we model the values',
    prompt: 'What stands in the way, in us as well? How do we show these values while we get there?',
  },
]

/** See the head of this file. */
export const thirdHorizon: Template = {
  ...columnsTemplate(COLUMNS),
  id: 'third-horizon',
  name: 'Third horizon (light)',
  description:
    'Four columns: what is already real, what to bring through, what to value, what stands in the way.',
}
