import type { DropdownMenu } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { classes } from './Button.tsx'
import styles from './Menu.module.css'
import { NotLoaded } from './NotLoaded.tsx'
import { Opener } from './Opener.tsx'
import { overlays, useOverlays } from './overlays.ts'

/** What a menu is made of. */
interface MenuProps {
  /** The button it hangs under. */
  readonly trigger: ReactNode
  /** For screen readers, where the words on the trigger do not name the menu. */
  readonly label?: string
  readonly align?: 'start' | 'end'
  /** Opens as soon as it is on the page: the press that made it was for it. */
  readonly startsOpen?: boolean
  readonly children: ReactNode
}

/** A menu of actions under a button: arrow keys, typing ahead, Escape. */
export function Menu({ startsOpen = false, ...rest }: MenuProps) {
  const [asked, setAsked] = useState<'no' | 'byPointer' | 'byKeyboard'>(startsOpen ? 'byPointer' : 'no')
  const parts = useOverlays()
  if (asked !== 'no' && parts !== undefined)
    return <MadeMenu {...rest} startsOnFirst={asked === 'byKeyboard'} />
  return (
    <>
      <Opener kind="menu" onOpen={(byKeyboard) => setAsked(byKeyboard ? 'byKeyboard' : 'byPointer')}>
        {rest.trigger}
      </Opener>
      {asked === 'no' ? null : <NotLoaded />}
    </>
  )
}

/** The menu itself, made at the first press and open then. */
function MadeMenu({
  trigger,
  label,
  align = 'end',
  startsOnFirst,
  children,
}: Omit<MenuProps, 'startsOpen'> & { readonly startsOnFirst: boolean }) {
  const { DropdownMenu: Base } = overlays()
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!startsOnFirst) return
    // The menu did not see the key that opened it first, and would put the focus on itself; it does so after this.
    const frame = requestAnimationFrame(() => {
      for (const item of content.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []) {
        item.focus()
        if (document.activeElement === item) return
      }
    })
    return () => cancelAnimationFrame(frame)
  }, [startsOnFirst])
  return (
    <Base.Root
      defaultOpen
      // Keys stay in the menu in any case. Modal, it would hide the page from screen readers while parts of it can still
      // be focused.
      modal={false}
    >
      <Base.Trigger asChild>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Content
          ref={content}
          className={styles['menu']}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          {...(label === undefined ? {} : { 'aria-label': label })}
        >
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  )
}

/** One action. `onSelect` runs after the menu has closed; call `event.preventDefault()` to keep it open. */
export function MenuItem({
  isDangerous = false,
  swatch,
  children,
  ...rest
}: Omit<ComponentProps<typeof DropdownMenu.Item>, 'className'> & {
  readonly isDangerous?: boolean
  /** A small picture before the words, such as a note colour. */
  readonly swatch?: ReactNode
}) {
  const { DropdownMenu: Base } = overlays()
  return (
    <Base.Item {...rest} className={classes(styles['item'], isDangerous && styles['danger'])}>
      {swatch}
      {children}
    </Base.Item>
  )
}

/** One of several: the chosen one has a tick. */
export function MenuChoice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly swatch?: ReactNode }[]
  readonly onChange: (value: string) => void
}) {
  const { DropdownMenu: Base } = overlays()
  return (
    <Base.Group>
      <Base.Label className={styles['label']}>{label}</Base.Label>
      <Base.RadioGroup value={value} onValueChange={onChange}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={styles['item']}>
            {option.swatch}
            <span className={styles['grow']}>{option.label}</span>
            <Base.ItemIndicator className={styles['tick']}>✓</Base.ItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

/** On or off, with a tick when on; the menu stays open. */
export function MenuSwitch({
  checked,
  onChange,
  children,
}: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}) {
  const { DropdownMenu: Base } = overlays()
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={styles['item']}
    >
      <span className={styles['grow']}>{children}</span>
      <Base.ItemIndicator className={styles['tick']}>✓</Base.ItemIndicator>
    </Base.CheckboxItem>
  )
}

/** A line between groups of actions. */
export function MenuSeparator() {
  const { DropdownMenu: Base } = overlays()
  return <Base.Separator className={styles['separator']} />
}
