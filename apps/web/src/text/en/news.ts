/** Words of the news wall. */
export const news = {
  title: 'News wall',
} as const
