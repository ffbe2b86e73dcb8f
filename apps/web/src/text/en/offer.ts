/** Words of offering topics: writing one, taking turns, joining two, what one is told alone. */
export const offer = {
  offer: 'Offer a topic',
} as const
