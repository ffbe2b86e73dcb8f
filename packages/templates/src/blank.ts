import type { Template } from './schema.ts'

/** Room to write, and nothing else. */
export const blank: Template = {
  id: 'blank',
  name: 'Blank board',
  description: 'An empty board: write notes anywhere.',
  regions: [],
  furniture: [],
}
