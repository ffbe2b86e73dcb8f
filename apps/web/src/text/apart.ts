/** Letters that are written from right to left: Hebrew, Arabic and those beside them. */
const RIGHT_TO_LEFT = /[\u0591-\u07FF\uFB1D-\uFDFD\uFE70-\uFEFC]/

/**
 * What people wrote, for a sentence of ours: words that run the other way keep their own order and leave ours alone. Marked
 * only where it matters; for what is shown, not for what is kept or goes out.
 */
export const apart = (words: string): string => (RIGHT_TO_LEFT.test(words) ? `\u2068${words}\u2069` : words)
