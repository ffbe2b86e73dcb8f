import { linkResult } from '@moot/protocol'
import { useState } from 'react'
import { t } from '../../../text/index.ts'
import { refusalText } from '../../../text/refusalText.ts'
import { useWorkshop } from '../useWorkshop.ts'

/** Makes a further facilitator link; earlier ones keep working. */
export function useFacilitatorLink(): {
  /** @returns the new key, or nothing where it was refused: then `problem` says why */
  readonly make: () => Promise<string | undefined>
  readonly isBusy: boolean
  readonly problem: string | undefined
} {
  const { replica } = useWorkshop()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const make = async () => {
    setIsBusy(true)
    setProblem(undefined)
    const answer = await replica.command({ type: 'link.facilitator' })
    setIsBusy(false)
    if (!answer.ok) {
      setProblem(refusalText(answer))
      return undefined
    }
    const result = linkResult.safeParse(answer.result)
    if (result.success) return result.data.key
    setProblem(t('refusals.unreadable'))
    return undefined
  }
  return { make, isBusy, problem }
}
