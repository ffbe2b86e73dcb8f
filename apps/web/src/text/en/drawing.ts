/** Words of the drawing bar. Kinds and colours of figures are in `figures.ts`. */
export const drawing = {
  open: 'Draw',
  bar: 'Drawing',
  tools: 'Drawing tool',

  select: 'Select',
  pen: 'Pen',
  highlighter: 'Highlighter',
  eraser: 'Eraser',
  text: 'Text',
  arrow: 'Arrow',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  laser: 'Laser',

  aboutSelect: 'Select and move (V)',
  aboutPen: 'Pen (P)',
  aboutHighlighter: 'Highlighter (H)',
  aboutEraser: 'Eraser: goes over drawings, never over notes (E)',
  aboutText: 'Text: click where it is to stand (T)',
  aboutArrow: 'Arrow: drag from one thing to another (A)',
  aboutRectangle: 'Rectangle: drag, or click for one (R)',
  aboutEllipse: 'Ellipse: drag, or click for one (O)',
  aboutLaser: 'Laser pointer: others see where you point, nothing stays (L)',

  saidPutByKey: '{{tool}}: press Enter to put it in the middle of the view.',
  saidArrowByKey:
    'Arrow: press Enter to put it between the two selected things, or in the middle of the view.',
  saidTool: '{{tool}}.',

  style: 'Style',
  styleNow: 'Style: {{color}}, {{size}}',
  styleTitle: 'Style',
  color: 'Colour',
  size: 'Thickness',
  s: 'Fine',
  m: 'Medium',
  l: 'Broad',
  fill: 'Fill rectangles and ellipses',


  keysTitle: 'Drawing on the canvas',
  keyTools: 'Pen, highlighter, eraser',
  keyMake: 'Text, arrow, rectangle, ellipse',
  keyPut: 'Put it into view without a pointer; an arrow goes between two selected things',
  keyLaser: 'Laser pointer',
  keyBack: 'Back to selecting',
  keyEven: 'While dragging: a square, a circle',
  keyFree: 'While dragging an arrow: stick to nothing',
} as const
