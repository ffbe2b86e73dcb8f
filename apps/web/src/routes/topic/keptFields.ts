/** What was typed into a report and is not known to be saved: kept on this device, so that a reload takes nothing away. */
import type { ReportField } from '@moot/workshop'
import { REPORT_FIELDS } from '@moot/workshop'
import type { KeptField } from './fieldSync.ts'

/** By field; those that are saved are left out. */
export type KeptFields = { readonly [F in ReportField]?: KeptField }

/** Where it is kept. *Forget me* takes away all that has the workshop's id there. */
export const keptKey = (workshopId: string, person: string, topicId: string): string =>
  `moot.report.${workshopId}.${person}.${topicId}`

/** Reads what is kept. */
export function keptFields(key: string): KeptFields {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    const entries = new Map(Object.entries(value))
    const kept: { [F in ReportField]?: KeptField } = {}
    for (const field of REPORT_FIELDS) {
      const entry: unknown = entries.get(field)
      if (isKept(entry)) kept[field] = { text: entry.text, before: entry.before, sent: entry.sent }
    }
    return kept
  } catch {
    return {}
  }
}

/**
 * Keeps what is not saved. The same person may have the same report in another tab: what that one kept stays, unless more
 * was typed here.
 *
 * @param before - what was kept from here the last time
 */
export function keepFields(key: string, fields: KeptFields, before: KeptFields): void {
  if (isSameKept(fields, before)) return
  try {
    const kept: { [F in ReportField]?: KeptField } = { ...keptFields(key), ...fields }
    for (const field of REPORT_FIELDS) {
      const was = before[field]
      const there = kept[field]
      const isOurs = was !== undefined && there !== undefined && isSameField(was, there)
      if (fields[field] === undefined && isOurs) delete kept[field]
    }
    if (Object.keys(kept).length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Without storage it lasts as long as the page, which says that it is not saved.
  }
}

const isSameField = (a: KeptField | undefined, b: KeptField | undefined): boolean =>
  a?.text === b?.text && a?.before === b?.before && a?.sent === b?.sent
const isSameKept = (a: KeptFields, b: KeptFields): boolean =>
  REPORT_FIELDS.every((field) => isSameField(a[field], b[field]))

function isKept(value: unknown): value is KeptField {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    'before' in value &&
    'sent' in value &&
    typeof value.text === 'string' &&
    typeof value.before === 'string' &&
    (value.sent === null || typeof value.sent === 'string')
  )
}
