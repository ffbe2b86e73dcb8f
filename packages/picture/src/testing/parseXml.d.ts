/** A strict reader of the XML that pictures are written in: throws at anything that is not well-formed. */
/** One element with what is in it. */
export interface Parsed {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Parsed[]
  /** Its own words, those of its children not among them. */
  text: string
}
/** Reads a whole file; its one root. */
export declare function parseXml(xml: string): Parsed
/** An element and all below it. */
export declare function everyElement(element: Parsed): Parsed[]
/** All words of an element, in order, lines joined by a space. */
export declare function wordsIn(element: Parsed): string
//# sourceMappingURL=parseXml.d.ts.map
