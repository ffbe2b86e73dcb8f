/** What a workshop leaves for the next one; a file of its own, for the screen that needs it is loaded by itself. */
import type { CarryResponse } from '@moot/protocol'
import { carryResponse } from '@moot/protocol'
import type { Outcome } from './api.ts'
import { at, request } from './api.ts'

/** What a workshop that follows this one might bring along; for its facilitators. */
export function suggestCarry(workshopId: string, secret: string): Promise<Outcome<CarryResponse>> {
  return request(carryResponse, at(workshopId, 'carry'), { method: 'GET', secret })
}
