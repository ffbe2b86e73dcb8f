/** Words of the list screen. */
export const list = {
  title: 'List',
} as const
