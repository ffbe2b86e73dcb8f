/** F fills the projector; a hint says so for a moment. */
import { useEffect, useState } from 'react'

/** How long the hint stays, in ms. */
const HINT_MS = 10_000

/** Listens for F while this is on the page. Whether to say so just now. */
export function useFullScreen(): boolean {
  const [isHinting, setIsHinting] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setIsHinting(false), HINT_MS)
    const handle = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return
      setIsHinting(false)
      // Where the browser does not let a page fill the screen, its own F11 does.
      const change =
        document.fullscreenElement === null
          ? document.documentElement.requestFullscreen?.()
          : document.exitFullscreen()
      change?.catch(() => undefined)
    }
    document.addEventListener('keydown', handle)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', handle)
    }
  }, [])
  return isHinting
}
