/** Writing XML so that no words can become anything but words. */

/** What XML 1.0 forbids, halves of letters, and marks that turn the reading direction of what stands beside them. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- these are the characters that must not get through
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Words without what must not stand in a picture; spaces of every kind become plain ones, line breaks too. */
export function cleanWords(words: string): string {
  return words.replace(FORBIDDEN, '').replace(/\s/gu, ' ')
}

/** Words as XML writes them, in an element or in quotes. */
export function escaped(words: string): string {
  return cleanWords(words).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '')
}

/** A number as short as it may be: hundredths; what is no number is 0. */
export function num(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0'
}

/** What an attribute may be; `undefined` leaves it out. */
export type Value = string | number | undefined

/** One element. Attributes are escaped here; `inside` must be XML already. */
export function element(name: string, attributes: Readonly<Record<string, Value>>, inside = ''): string {
  let out = `<${name}`
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) out += ` ${key}="${typeof value === 'number' ? num(value) : escaped(value)}"`
  return inside === '' ? `${out}/>` : `${out}>${inside}</${name}>`
}
