/** Words of the marketplace: offering, placing and signing up for topics. */
export const topics = {
  title: 'Topics',
} as const
