import type { ReactNode } from 'react'
import { classes } from './Button.tsx'
import menu from './Menu.module.css'
import { overlays } from './overlays.ts'
import styles from './Submenu.module.css'

/** A menu behind an item of a menu. On a phone, where there is no room beside it, it is a sheet at the bottom. */
export function Submenu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { DropdownMenu: Base } = overlays()
  return (
    <Base.Sub>
      <Base.SubTrigger className={menu['item']}>
        <span className={menu['grow']}>{label}</span>
        <span aria-hidden="true">›</span>
      </Base.SubTrigger>
      <Base.Portal>
        <Base.SubContent
          className={classes(menu['menu'], styles['submenu'])}
          data-submenu
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
        >
          {children}
        </Base.SubContent>
      </Base.Portal>
    </Base.Sub>
  )
}
