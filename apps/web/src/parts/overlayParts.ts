/** The ready-made dialogs and menus, as one script that is loaded when the first of them is wanted: see `overlays.ts`. */
export { AlertDialog, Dialog, DropdownMenu, Popover } from 'radix-ui'
