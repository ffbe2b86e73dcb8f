/** Moot's mark: people in a ring round one point. Says nothing to screen readers; a word stands beside it or in it. */
export function Logo({ size = 28 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="3.4"
    >
      <circle cx="16" cy="16" r="11.5" strokeDasharray="9.03 3.01" transform="rotate(-67 16 16)" />
      <circle cx="16" cy="16" r="3.6" fill="var(--accent)" stroke="none" />
    </svg>
  )
}
