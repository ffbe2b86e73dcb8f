import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { hasNavigated } from '../router.tsx'
import { t } from '../text/index.ts'

/** The address whose heading had the focus last: what changes on a screen later takes it from nobody. */
let focusedAt: string | undefined

/**
 * The one `h1` of a screen. Names the browser's tab, and takes the focus when the screen was reached from within the
 * page, as a screen reader would announce a newly loaded one.
 */
export function Heading({
  children,
  page,
  className,
  isHidden = false,
}: {
  readonly children: ReactNode
  /** What the tab says, where it is not the heading itself. */
  readonly page: string
  readonly className?: string
  readonly isHidden?: boolean
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = t('parts.pageTitle', { page })
  }, [page])
  useEffect(() => {
    const { pathname } = location
    // The heading of a screen that was still loading had it, and is gone.
    const isLost = document.activeElement === document.body
    if (hasNavigated() && (pathname !== focusedAt || isLost)) heading.current?.focus({ preventScroll: true })
    focusedAt = pathname
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {isHidden ? <span className="visually-hidden">{children}</span> : children}
    </h1>
  )
}
