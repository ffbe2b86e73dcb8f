/** What an activity of each kind begins as. */
import type { StageDraft, StageKind } from '@moot/workshop'
import { t } from '../../text/index.ts'
import '../../text/withOrder.ts'

type Usual = Partial<Pick<StageDraft, 'where' | 'gate'>> & { readonly minutes: number }

/** Minutes are those of methods §5.3 where it has them. */
const USUAL: { readonly [K in StageKind]: Usual } = {
  opening: { minutes: 8 },
  'check-in': { minutes: 10, where: 'spaces' },
  activity: { minutes: 20 },
  marketplace: { minutes: 15 },
  round: { minutes: 22, where: 'round' },
  news: { minutes: 4 },
  harvest: { minutes: 8 },
  break: { minutes: 10 },
  vote: { minutes: 8, gate: 'vote' },
  commitments: { minutes: 9 },
  closing: { minutes: 8 },
}

/** A new activity of a kind, called as its kind. */
export function usualDraft(kind: StageKind): StageDraft {
  return {
    kind,
    title: kind === 'activity' ? '' : kindName(kind),
    prompt: '',
    part: '',
    where: 'main',
    template: '',
    gate: 'none',
    isReadOnly: false,
    ...USUAL[kind],
  }
}

/** What a kind of activity is called. */
export function kindName(kind: StageKind): string {
  return kind === 'check-in' ? t('order.kind_checkIn') : t(`order.kind_${kind}`)
}
