/** Words of the board screen. */
export const board = {
  title: 'Board',
} as const
