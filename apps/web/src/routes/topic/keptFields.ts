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

/** Keeps what is not saved; nothing takes it away. */
export function keepFields(key: string, fields: KeptFields): void {
  try {
    if (Object.keys(fields).length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(fields))
  } catch {
    // Without storage it lasts as long as the page, which says that it is not saved.
  }
}

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
