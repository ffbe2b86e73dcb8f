/** One structured line. Facts are numbers, codes and ids of rooms; never words, names or secrets. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  facts?: Readonly<Record<string, string | number | boolean>>,
) => void
