/** What is inside the list's menus and comes of them, and selecting: fetched with the first menu. */
import { later } from '../../parts/later.tsx'

const loadMenus = () => import('./menus.ts')

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
