import { useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import type { Give } from '../workshop/useGive.ts'
import { useSteadyWorkshop } from '../workshop/useWorkshop.ts'

/** What came of the last command, where it has to be said. */
export interface Said {
  readonly tone: 'plain' | 'danger'
  readonly words: string
}

/** Giving commands from a panel: a refusal stands in it until the next command. */
export function useGiveHere(): { readonly give: Give; readonly said: Said | undefined } {
  const { replica } = useSteadyWorkshop()
  const [said, setSaid] = useState<Said>()
  const give: Give = async (command, words) => {
    const answer = await replica.command(command)
    if (answer.ok) {
      setSaid(undefined)
      if (words !== undefined) announce(words)
    } else if (answer.code === 'moved_on') {
      // Two pressed at once: the workshop is where both wanted it.
      setSaid({ tone: 'plain', words: t('run.movedOn') })
    } else setSaid({ tone: 'danger', words: refusalText(answer) })
    return answer.ok
  }
  return { give, said }
}
