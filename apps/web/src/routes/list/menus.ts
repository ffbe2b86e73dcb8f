/** One script for everything that stands inside the list's menus and comes of them. */
export { AddItems } from './AddItems.tsx'
export { FigureMenuItems } from './FigureMenu.tsx'
export { NoteMenuItems } from './NoteMenu.tsx'
export { SelectBar } from './SelectBar.tsx'
export { CopyLinkItem } from '../boards/LinkItem.tsx'
export { NewTheme } from './NewTheme.tsx'
export { ThemeMenuItems } from './ThemeMenu.tsx'
export { SectionTidyItems } from '../board/tidy/TidyItems.tsx'
