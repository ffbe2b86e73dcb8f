/** What the list shows only now and then, fetched later: what is inside its menus, selecting, drawings and pictures. */
import { later } from '../../parts/later.tsx'

const loadMenus = () => import('./menus.ts')
const loadFigures = () => import('./figureParts.ts')

/** See `NoteMenu.tsx`. */
export const NoteMenuItems = later(async () => (await loadMenus()).NoteMenuItems, 'withOverlays')
/** See `FigureMenu.tsx`. */
export const FigureMenuItems = later(async () => (await loadMenus()).FigureMenuItems, 'withOverlays')
/** See `AddItems.tsx`. */
export const AddItems = later(async () => (await loadMenus()).AddItems, 'withOverlays')
/** See `../boards/LinkItem.tsx`. */
export const CopyLinkItem = later(async () => (await loadMenus()).CopyLinkItem, 'withOverlays')
/** See `../board/tidy/TidyItems.tsx`. */
export const SectionTidyItems = later(async () => (await loadMenus()).SectionTidyItems, 'withOverlays')
/** See `SelectBar.tsx`. */
export const SelectBar = later(async () => (await loadMenus()).SelectBar, 'withOverlays')
/** See `ThemeMenu.tsx`. */
export const ThemeMenuItems = later(async () => (await loadMenus()).ThemeMenuItems, 'withOverlays')
/** See `NewTheme.tsx`. */
export const NewTheme = later(async () => (await loadMenus()).NewTheme, 'withOverlays')
/** See `AddWordsDialog.tsx`. */
export const AddWordsDialog = later(async () => (await import('./AddWordsDialog.tsx')).AddWordsDialog)
/** See `ArrowDialog.tsx`. */
export const ArrowDialog = later(async () => (await import('./ArrowDialog.tsx')).ArrowDialog)
/** See `FigureGroup.tsx`. */
export const FigureGroup = later(async () => (await loadFigures()).FigureGroup, 'once')
/** See `BackdropPart.tsx`. */
export const BackdropPart = later(async () => (await loadFigures()).BackdropPart, 'once')
