/** Words of one topic and its report. */
export const topic = {
  title: 'Topic',
} as const
