/** What people bring along: tables that become notes. The front door. */
export { decodeTable, TABLE_BYTES_MAX } from './decodeTable.ts'
export type { Decoded, TableEncoding } from './decodeTable.ts'
export { importNotes, planImport } from './planImport.ts'
export type {
  ImportChoices,
  Imported,
  ImportPlan,
  ImportProblem,
  ImportSection,
  SkipReason,
} from './planImport.ts'
export { DELIMITERS, guessColumns, readTable, TABLE_ROWS_MAX } from './readTable.ts'
export type { Columns, Delimiter, Table, TableRead, TableRow } from './readTable.ts'
