/** A strict reader of the XML that pictures are written in: throws at anything that is not well-formed. */

/** One element with what is in it. */
export interface Parsed {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Parsed[]
  /** Its own words, those of its children not among them. */
  text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u
const TAG = /^<([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>$/

function decoded(raw: string): string {
  if (/[<>"']/.test(raw.replace(/'/g, ''))) throw new Error(`mark-up within words: ${raw}`)
  return raw.replace(/&(\w*;?)/g, (whole, name: string) => {
    const char = ENTITIES[name.replace(/;$/, '')]
    if (char === undefined || !name.endsWith(';')) throw new Error(`no such entity: ${whole}`)
    return char
  })
}

/** Reads a whole file; its one root. */
export function parseXml(xml: string): Parsed {
  if (FORBIDDEN.test(xml)) throw new Error('a character that XML forbids')
  const root: Parsed = { name: '', attributes: new Map(), children: [], text: '' }
  const open: Parsed[] = [root]
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+|</g)) {
    const parent = open.at(-1)
    if (parent === undefined) throw new Error('more is closed than was opened')
    if (!token.startsWith('<')) parent.text += decoded(token)
    else if (token.startsWith('</')) {
      if (token !== `</${parent.name}>`) throw new Error(`${token} closes <${parent.name}>`)
      open.pop()
    } else {
      const [, name, rest = '', isEmpty] = TAG.exec(token) ?? []
      if (name === undefined) throw new Error(`no tag: ${token.slice(0, 200)}`)
      const attributes = new Map<string, string>()
      for (const [, key = '', value = ''] of rest.matchAll(/ ([a-zA-Z:-]+)="([^"<]*)"/g)) {
        if (attributes.has(key)) throw new Error(`${key} twice`)
        attributes.set(key, decoded(value))
      }
      const element: Parsed = { name, attributes, children: [], text: '' }
      parent.children.push(element)
      if (isEmpty === '') open.push(element)
    }
  }
  const [only] = root.children
  if (open.length !== 1 || only === undefined || root.children.length !== 1 || root.text !== '')
    throw new Error('not one root')
  return only
}

/** An element and all below it. */
export function everyElement(element: Parsed): Parsed[] {
  return [element, ...element.children.flatMap(everyElement)]
}

/** All words of an element, in order, lines joined by a space. */
export function wordsIn(element: Parsed): string {
  return everyElement(element)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text.replace(/[\u2067\u2069]/g, ''))
    .join(' ')
}
