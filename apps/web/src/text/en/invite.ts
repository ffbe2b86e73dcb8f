/** Words of *Invite everyone here* and of following the one who invited. */
export const invite = {
  do: 'Invite everyone here',
  on: 'Your invitation to {{board}} is on: {{here}} of {{all}} are here.',
  end: 'End it',
  invited: 'You are invited to the facilitator’s place on {{board}}.',
  go: 'Go there',
  stopped: 'You have stopped following the facilitator.',
  again: 'Follow again',
  following: 'You are following the facilitator.',
  stop: 'Stop following',
  at: 'The facilitator is at {{section}}.',
  ended: 'The invitation has ended. You stay where you are.',
} as const
