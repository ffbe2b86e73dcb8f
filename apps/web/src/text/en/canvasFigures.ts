/** What the canvas says of notes and figures together. */
export const canvasFigures = {
  placed: '{{name}}. {{place}} of {{total}}',
  selected_one: '{{count}} item selected',
  selected_other: '{{count}} items selected',
  added_one: '{{count}} item added.',
  added_other: '{{count}} items added.',
  removed_one: 'Deleted {{count}} item. Undo brings it back.',
  removed_other: 'Deleted {{count}} items. Undo brings them back.',
  erased_one: 'Erased {{count}} drawing. Undo brings it back.',
  erased_other: 'Erased {{count}} drawings. Undo brings them back.',
  removeTitle_one: 'Delete {{count}} item?',
  removeTitle_other: 'Delete {{count}} items?',
  removeDo_one: 'Delete {{count}} item',
  removeDo_other: 'Delete {{count}} items',
  copiedLess:
    'Not everything could be pasted: pictures stay in their workshop, and one paste takes at most 500 things.',
} as const
