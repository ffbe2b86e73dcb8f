import { useWorkshop } from '../workshop/useWorkshop.ts'

/** One primary button a screen: a facilitator’s is in *Run*, beside it or behind its own button. */
export function useMainLook(): 'primary' | 'secondary' {
  return useWorkshop().view.me.role === 'facilitator' ? 'secondary' : 'primary'
}
