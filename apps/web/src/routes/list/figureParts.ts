/** One script for what the list shows of drawings and pictures. */
export { BackdropPart } from './BackdropPart.tsx'
export { FigureGroup } from './FigureGroup.tsx'
