/** What a ready plan is made of. */
import type { StageDraft } from '@moot/workshop'
import type { TemplateId } from './boardSeed.ts'

/** A running order to begin with, its spaces and its boards: data, to be changed by whoever facilitates. */
export interface ReadyPlan {
  readonly id: string
  readonly name: string
  /** A line or two for somebody choosing. */
  readonly description: string
  /**
   * Boards that are there before the start, each with the template of an activity that opens with it. The first is the
   * board of the main room; none is a blank one, called as the workshop is.
   */
  readonly boards: readonly { readonly title: string; readonly template: TemplateId }[]
  /** Breakout spaces that are prepared, a spare one aside; 0 for none. */
  readonly spaces: number
  readonly stages: readonly StageDraft[]
}

/** A stage with the usual left out: an activity of the main room, without a board of its own, without a gate. */
export function stage(
  draft: Pick<StageDraft, 'title' | 'minutes'> &
    Partial<StageDraft> & { readonly template?: TemplateId | '' },
): StageDraft {
  return {
    kind: 'activity',
    prompt: '',
    part: '',
    where: 'main',
    template: '',
    gate: 'none',
    isReadOnly: false,
    ...draft,
  }
}

/** The steps of a part of the running order, such as *Three horizons*. */
export function part(title: string, steps: readonly StageDraft[]): StageDraft[] {
  return steps.map((step) => ({ ...step, part: title }))
}
