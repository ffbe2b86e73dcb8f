/** Words of boards that can only be read just now, and of locking and unlocking them. */
export const lock = {
  lock: 'Lock the board',
  unlock: 'Unlock the board',
  unlockShort: 'Unlock',
  locked: 'The facilitators have locked this board for now. You can read everything.',
  activity: 'In this activity the board is for reading. You can read everything.',
  lockedFacilitator: 'Locked: only facilitators can change this board.',
  activityFacilitator: 'In this activity only facilitators can change this board.',
  draft: 'What you were writing is kept, and is here again when you can write.',
  unsent:
    'Some of your words are in this browser only. They are sent when the board is open for writing again.',
  copyDraft: 'Copy what I was writing',
  copied: 'Copied.',
  copyYourself: 'This browser does not let a page copy. Your words are kept.',
  saidLocked: 'Locked. Participants can read the board; what they were writing is kept.',
  saidUnlocked: 'Unlocked. Everybody can write again.',
  saidOpen: 'The board is open again: you can write.',
} as const
