import type { Command } from '@moot/workshop'
import { useState } from 'react'
import { announce } from '../../parts/announce.ts'
import { t } from '../../text/index.ts'
import { refusalText } from '../../text/refusalText.ts'
import { useWorkshop } from '../workshop/useWorkshop.ts'

/** What came of the last command, where it has to be said. */
export interface Said {
  readonly tone: 'plain' | 'danger'
  readonly words: string
}

/** Gives a command; resolves to whether it was accepted. `words` are said to screen readers then. */
export type Give = (command: Command, words?: string) => Promise<boolean>

/** Giving commands from a panel: a refusal stands in it until the next command. */
export function useGive(): { readonly give: Give; readonly said: Said | undefined } {
  const { replica } = useWorkshop()
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
