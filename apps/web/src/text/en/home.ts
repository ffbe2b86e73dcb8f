/** Words of Home and *Enter a code*. */
export const home = {
  title: 'Start',
  headline: 'A board to think on together',
  lead: 'Write notes side by side, on laptops and phones. No accounts: whoever has the link is in.',
  start: 'Start a board',
  starting: 'Starting…',
  startHint: 'One press. You can name it and plan later.',
  plan: 'Plan a workshop',
  planHint: 'A main question, a ready running order, small groups: all before anybody comes.',
  example: 'See an example',
  exampleHint: 'A workshop with its plan and a filled board, yours to try things in.',
  exampleTitle: 'Example workshop',
  enterCode: 'Enter a code',
  enterCodeHint: 'Somebody read eight letters out to you.',
  untitled: 'Untitled workshop',
  you: 'Facilitator',
  operatorKey: 'Operator’s key',
  operatorKeyHint: 'Whoever runs this server asks for a key before a board can be started.',

  deviceTitle: 'On this device',
  deviceEmpty:
    'Nothing yet. What you start or join in this browser is listed here, so that you can come back.',
  another: 'Make another…',
  anotherNamed: 'Make another from {{title}}',
  deviceItem: '{{role}}, joined {{day}} as {{name}}',
  forget: 'Forget me on this device',
  forgetNamed: 'Forget me on this device: {{title}}',
  forgetTitle: 'Forget “{{title}}” on this device?',
  forgetBody:
    'This browser will no longer know who you are there. What you wrote stays in the workshop. To come back you need its link or code, and you will be a new person.',
  forgetFacilitator:
    'This browser holds your facilitator link. Copy or download it first, or you may not be able to facilitate again.',
  forgetAll: 'Forget everything on this device',
  forgetAllTitle: 'Forget everything on this device?',
  forgetAllBody:
    'This browser will forget all workshops in the list, and notes that could not be sent yet. What was saved stays in the workshops.',
  forgotten: 'Forgotten on this device.',

  codeTitle: 'Enter a code',
  codeLabel: 'Code',
  codeHint: 'Eight letters, in capitals or not; spaces and dashes do not matter.',
  codeSubmit: 'Go to the workshop',
  codeMissing: 'Type the eight letters of the code.',
  codeHelp: 'No code? Ask the facilitator for the link or the code; both are under Share.',
} as const
