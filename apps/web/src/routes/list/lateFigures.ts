/** What the list shows of drawings and pictures, and its dialogs, fetched later. */
import { later } from '../../parts/later.tsx'

const loadFigures = () => import('./figureParts.ts')

/** See `AddWordsDialog.tsx`. */
export const AddWordsDialog = later(async () => (await import('./AddWordsDialog.tsx')).AddWordsDialog)
/** See `ArrowDialog.tsx`. */
export const ArrowDialog = later(async () => (await import('./ArrowDialog.tsx')).ArrowDialog)
/** See `FigureGroup.tsx`. */
export const FigureGroup = later(async () => (await loadFigures()).FigureGroup, 'once')
/** See `BackdropPart.tsx`. */
export const BackdropPart = later(async () => (await loadFigures()).BackdropPart, 'once')
