/**
 * Three horizons (methods §2), the picture of change by Bill Sharpe and the International Futures Forum. Places are
 * written here as the method gives them, as parts of the plot with y upwards, and turned into canvas px below.
 * It is a picture, not a chart: nothing is ever computed from where a note lies in it.
 */
import type { Template } from './schema.ts'

/** Size of the plot in canvas px; its top left is the origin, and the strips lie under it. */
export const PLOT_WIDTH = 2400
export const PLOT_HEIGHT = 1300

/** x and y as parts of the plot: x from now (0) to the far horizon (1), y from rare (0) to everywhere (1). */
type PlotPoint = readonly [number, number]
/** One cubic Bézier: start, control, control, end. */
type PlotSegment = readonly [PlotPoint, PlotPoint, PlotPoint, PlotPoint]

interface PlotCurve {
  readonly hue: 'h1' | 'h2' | 'h3'
  readonly dash: 'solid' | 'dashed' | 'dotted'
  readonly label: string
  /** Top left of the name, in a gap between sections beside its line. */
  readonly labelAt: PlotPoint
  readonly segments: readonly PlotSegment[]
}

interface PlotRegion {
  readonly tag: string
  readonly hue: 'h1' | 'h2' | 'h3' | ''
  readonly title: string
  readonly prompt: string
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

const CURVES: readonly PlotCurve[] = [
  {
    hue: 'h1',
    dash: 'solid',
    label: '1 fading',
    labelAt: [0.305, 0.79],
    segments: [
      [
        [0, 0.86],
        [0.4, 0.98],
        [0.48, 0.06],
        [1, 0.06],
      ],
    ],
  },
  {
    hue: 'h2',
    dash: 'dashed',
    label: '2 change under way',
    labelAt: [0.46, 0.655],
    segments: [
      [
        [0, 0.1],
        [0.22, 0.12],
        [0.32, 0.62],
        [0.52, 0.62],
      ],
      [
        [0.52, 0.62],
        [0.7, 0.62],
        [0.76, 0.14],
        [1, 0.13],
      ],
    ],
  },
  {
    hue: 'h3',
    dash: 'dotted',
    label: '3 emerging',
    labelAt: [0.64, 0.6],
    segments: [
      [
        [0, 0.04],
        [0.52, 0.06],
        [0.55, 0.86],
        [1, 0.91],
      ],
    ],
  },
]

const REGIONS: readonly PlotRegion[] = [
  {
    tag: 'h1',
    hue: 'h1',
    title: 'Now: how things are done',
    prompt:
      'What is the normal way today? What tells us it is failing or no longer fits? How did it come to be, and who does it suit?',
    x: [0.02, 0.28],
    y: [0.48, 0.92],
  },
  {
    tag: 'h3',
    hue: 'h3',
    title: 'What we want to be valued, the future we want',
    prompt: 'It is years from now and it has gone well. What do you see, hear, do? What is valued?',
    x: [0.74, 0.98],
    y: [0.5, 0.9],
  },
  {
    tag: 'pocket',
    hue: 'h3',
    title: 'Pockets of the future, today',
    prompt: 'Where is a bit of that already happening? Name a real place, team or practice.',
    x: [0.02, 0.28],
    y: [0.02, 0.3],
  },
  {
    tag: 'h2',
    hue: 'h2',
    title: 'Change under way, not sorted',
    prompt: 'What is being tried or forced on us now? One per note.',
    x: [0.36, 0.66],
    y: [0.66, 0.9],
  },
  {
    tag: 'h2minus',
    hue: 'h2',
    title: 'Captured: props up today',
    prompt: 'Which of these mainly keep the old way going? Why?',
    x: [0.31, 0.49],
    y: [0.08, 0.52],
  },
  {
    tag: 'h2plus',
    hue: 'h2',
    title: 'Carries us over',
    prompt: 'Which help the new pattern grow? What would keep them from being captured?',
    x: [0.51, 0.71],
    y: [0.08, 0.52],
  },
  {
    tag: 'keep',
    hue: 'h1',
    title: 'Keep',
    prompt: 'What in today’s way must survive?',
    x: [0.74, 0.98],
    y: [0.02, 0.3],
  },
  {
    tag: 'barrier',
    hue: '',
    title: 'Barriers',
    prompt: 'What stands in the way, including in us?',
    x: [0.02, 0.49],
    y: [-0.26, -0.06],
  },
  {
    tag: 'values',
    hue: '',
    title: 'Values we will model and share',
    prompt: 'What would we do differently on Monday to show them?',
    x: [0.51, 0.98],
    y: [-0.26, -0.06],
  },
  {
    tag: 'next',
    hue: '',
    title: 'Next steps',
    prompt: 'Who will try what first?',
    x: [0.02, 0.72],
    y: [-0.46, -0.3],
  },
  { tag: 'park', hue: '', title: 'Parking', prompt: '', x: [0.74, 0.98], y: [-0.46, -0.3] },
]

const acrossPx = (x: number): number => Math.round(x * PLOT_WIDTH)
/** The method's y runs up from the foot of the plot, the canvas's down from its top. */
const downPx = (y: number): number => Math.round((1 - y) * PLOT_HEIGHT)
const pointPx = ([x, y]: PlotPoint): [number, number] => [acrossPx(x), downPx(y)]

/** See the head of this file. */
export const threeHorizons: Template = {
  id: 'three-horizons',
  name: 'Three horizons',
  description: 'One picture of change: what is fading, what is under way, and what is emerging.',
  regions: REGIONS.map(({ tag, hue, title, prompt, x: [left, right], y: [foot, top] }) => ({
    tag,
    hue,
    title,
    prompt,
    x: acrossPx(left),
    y: downPx(top),
    w: acrossPx(right) - acrossPx(left),
    h: downPx(foot) - downPx(top),
  })),
  furniture: [
    { kind: 'frame', x: 0, y: 0, w: PLOT_WIDTH, h: PLOT_HEIGHT },
    ...CURVES.map(({ hue, dash, label, labelAt, segments }) => ({
      kind: 'curve' as const,
      hue,
      dash,
      label,
      labelAt: pointPx(labelAt),
      segments: segments.map(
        ([start, first, second, end]): [number, number, number, number, number, number, number, number] => [
          ...pointPx(start),
          ...pointPx(first),
          ...pointPx(second),
          ...pointPx(end),
        ],
      ),
    })),
    { kind: 'label', x: 0, y: PLOT_HEIGHT + 16, text: 'now', align: 'start' },
    { kind: 'label', x: PLOT_WIDTH, y: PLOT_HEIGHT + 16, text: 'the far horizon', align: 'end' },
  ],
}
