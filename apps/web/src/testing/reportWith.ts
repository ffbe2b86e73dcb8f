/** Reports for tests of screens. */
import type { ReportView } from '@moot/workshop'
import { EMPTY_TEXTS } from '@moot/workshop'

/** A report that was begun and says nothing yet. @param parts - what the test is about */
export function reportWith(parts: Partial<ReportView> = {}): ReportView {
  return {
    texts: EMPTY_TEXTS,
    quote: null,
    noteTaker: null,
    writer: null,
    helpers: [],
    people: 0,
    named: [],
    perspectives: [],
    edited: 0,
    isSubmitted: false,
    versions: [],
    ...parts,
  }
}
