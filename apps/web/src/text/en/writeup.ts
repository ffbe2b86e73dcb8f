/** Words of the write-up screen. */
export const writeup = {
  title: 'Write-up',
} as const
