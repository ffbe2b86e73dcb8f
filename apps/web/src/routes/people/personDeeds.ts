/** What a facilitator does to one person of the roster. */
import type { Command, Role } from '@moot/workshop'
import type { RefObject } from 'react'
import { useCallback, useState } from 'react'
import type { useConfirm } from '../../parts/useConfirm.tsx'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import '../../text/withPeople.ts'
import { toast } from '../boards/toast.tsx'
import { offeredAloneBy } from '../workshop/topicsHere.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'
import type { Standing } from './roster.ts'

/** Each has its words in the catalogue under the same name. */
export type Deed =
  | 'makeFacilitator'
  | 'makeParticipant'
  | 'makeObserver'
  | 'stepDown'
  | 'code'
  | 'helper'
  | 'byHelper'
  | 'sendTo'
  | 'rename'
  | 'takeOff'
/** Those that are done at once, or after a yes. */
type Done = Exclude<Deed, Asking>
/** Those that open a dialog. */
export type Asking = 'code' | 'helper' | 'byHelper' | 'sendTo' | 'rename'

const ASKING: ReadonlySet<string> = new Set(['code', 'helper', 'byHelper', 'sendTo', 'rename'])

/** Whether a dialog asks something before it is done. */
export const isAsking = (deed: Deed): deed is Asking => ASKING.has(deed)

/** What can be done to somebody, in the order of the menu. Who has no connection cannot lead or only look on. */
export function deedsFor({
  role,
  kind,
  isMe,
  hasSpaces,
}: {
  readonly role: Role
  readonly kind: Standing['kind']
  readonly isMe: boolean
  readonly hasSpaces: boolean
}): Deed[] {
  const isOwn = kind === 'here' || kind === 'away'
  const may: Readonly<Record<Deed, boolean>> = {
    makeFacilitator: isOwn && role !== 'facilitator',
    makeParticipant: isOwn && role !== 'participant' && !isMe,
    makeObserver: isOwn && role !== 'observer' && !isMe,
    stepDown: isMe && role === 'facilitator',
    helper: kind === 'assisted',
    byHelper: kind === 'expected',
    sendTo: hasSpaces && role === 'participant' && !isMe,
    code: kind !== 'assisted' && role !== 'facilitator' && !isMe,
    rename: !isOwn,
    takeOff: !isMe,
  }
  return ORDER.filter((deed) => may[deed])
}

const ORDER: readonly Deed[] = [
  'makeFacilitator',
  'makeParticipant',
  'makeObserver',
  'stepDown',
  'helper',
  'byHelper',
  'sendTo',
  'code',
  'rename',
  'takeOff',
]

/** Does it, says that it was done, or keeps why it was refused in `problem`. */
export function usePersonDeeds(
  confirm: ReturnType<typeof useConfirm>['confirm'],
  returnFocusTo: RefObject<HTMLElement | null>,
): {
  readonly act: (deed: Done, person: string) => Promise<void>
  readonly problem: string | undefined
  readonly clearProblem: () => void
} {
  const { replica } = useWorkshop()
  const [problem, setProblem] = useState<string>()

  const act = useCallback(
    async (deed: Done, person: string) => {
      const { view } = replica.store.getState()
      const known = view?.people[person]
      if (view === undefined || known === undefined) return
      const { name } = known
      if (deed === 'takeOff') {
        const what = known.isExpected
          ? t('people.takeOffExpected')
          : t(known.helper === undefined ? 'people.takeOffBody' : 'people.takeOffAssisted')
        const topics = offeredAloneBy(view, person).length
        const body = topics === 0 ? what : `${what} ${t('people.takeOffTopics', { count: topics })}`
        const title = t('people.takeOffTitle', { name })
        const action = t('people.takeOff')
        if (!(await confirm({ title, body, action, isDangerous: true, returnFocusTo }))) return
      }
      const answer = await replica.command(commandOf(deed, person))
      setProblem(answer.ok ? undefined : refusalText(answer))
      if (answer.ok) toast({ words: t(`people.${SAID[deed]}`, { name }) })
    },
    [confirm, replica, returnFocusTo],
  )
  return { act, problem, clearProblem: () => setProblem(undefined) }
}

const SAID = {
  makeFacilitator: 'saidAppointed',
  makeParticipant: 'saidParticipant',
  makeObserver: 'saidObserver',
  stepDown: 'saidSteppedDown',
  takeOff: 'saidTakenOff',
} as const

function commandOf(deed: Done, person: string): Command {
  switch (deed) {
    case 'makeFacilitator':
      return { type: 'person.appoint', person, role: 'facilitator' }
    case 'makeParticipant':
      return { type: 'person.appoint', person, role: 'participant' }
    case 'makeObserver':
      return { type: 'person.appoint', person, role: 'observer' }
    case 'stepDown':
      return { type: 'person.stepDown' }
    case 'takeOff':
      return { type: 'person.remove', person }
    default:
      return deed satisfies never
  }
}
