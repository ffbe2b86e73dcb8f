import { useMemo } from 'react'
import { encode } from 'uqr'
import { t } from '../text/index.ts'
import styles from './QrCode.module.css'

/** An address as a QR code: dark on white in both appearances, because many cameras read nothing else. */
export function QrCode({ text, className }: { readonly text: string; readonly className?: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 4 })
    const runs = code.data.flatMap((row, y) =>
      runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
    )
    return { size: code.size, path: runs.join('') }
  }, [text])
  return (
    <svg
      role="img"
      aria-label={t('parts.qrLabel', { address: text })}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={`${styles['qr']} ${className ?? ''}`}
    >
      <path d={path} />
    </svg>
  )
}

/** Where dark squares begin in a row, and how many follow each other. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
