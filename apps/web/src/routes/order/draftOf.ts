import type { StageDraft } from '@moot/workshop'

/** A stage as it was planned, to be planned again. */
export function draftOf(stage: StageDraft): StageDraft {
  const { kind, title, prompt, part, where, template, minutes, gate, isReadOnly } = stage
  return { kind, title, prompt, part, where, template, minutes, gate, isReadOnly }
}
