import type { Command } from '@moot/workshop'
import { useCallback } from 'react'
import { announce } from '../../parts/announce.ts'
import { refusalText } from '../../text/refusalText.ts'
import { toast } from '../boards/toast.tsx'
import { useSteadyWorkshop } from './useWorkshop.ts'

/** Gives a command; resolves to whether it was accepted. `words` are said to screen readers then. */
export type Give = (command: Command, words?: string) => Promise<boolean>

/** Giving commands from buttons and menus: why one was refused is said at the foot of the screen. The same until the end. */
export function useGive(): Give {
  const { replica } = useSteadyWorkshop()
  return useCallback(
    async (command, words) => {
      const answer = await replica.command(command)
      if (!answer.ok) toast({ words: refusalText(answer) })
      else if (words !== undefined) announce(words)
      return answer.ok
    },
    [replica],
  )
}
