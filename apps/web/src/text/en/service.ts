/** Words of *Check my connection* and *About this service*. */
export const service = {
  checkTitle: 'Check my connection',
  checkLead:
    'Moot needs two things of a network: pages, and a connection that stays open. This tries both, in about ten seconds.',
  checkStart: 'Check now',
  checkAgain: 'Check again',
  checkRunning: 'Checking…',
  checkPage: 'Reaching the server',
  checkOpen: 'Opening a lasting connection (WebSocket)',
  checkLast: 'Keeping it open for five seconds',
  stepWaiting: 'not yet',
  stepRunning: 'trying…',
  stepGood: 'works',
  stepBad: 'does not work',
  stepUntried: 'not tried',
  goodTitle: 'Your connection is good',
  goodBody: 'Pages load, and a lasting connection opens and stays. You can take part from here.',
  goodBodyUntried:
    'Pages load, and a lasting connection opens. Whether it lasts is tried once you have joined a workshop in this browser.',
  unreachableTitle: 'The server cannot be reached from here',
  unreachableBody:
    'Check that this device is online. If other sites open, this server may be stopped, or your network may block its address.',
  blockedTitle: 'This network blocks WebSockets',
  blockedBody:
    'Pages load, but the lasting connection that carries everybody’s notes is not let through. You would see the board stand still.',
  cutTitle: 'This network cuts connections that stay open',
  cutBody:
    'A lasting connection opens, but something on the way ends it after a moment. Notes would arrive late, or in bursts.',
  tryOther: 'Try another network first: a phone’s hotspot usually works.',
  tellIt: 'What to tell your IT department',
  tellItText:
    'Please allow WebSocket connections (HTTP upgrade, {{scheme}}) to {{host}}, on the paths /live/ and /sync/, without inspecting or buffering them, and let them stay open for at least two minutes without traffic. Ordinary pages from the same host already work.',
  back: 'Go back',

  aboutTitle: 'About this service',
  aboutLead: 'Moot is a board for workshops. This copy of it is run by:',
  operatorUnnamed: 'Whoever gave you this address. They have not filled in their name.',
  aboutContact: 'Contact',
  aboutPrivacy: 'Privacy notice',
  aboutAccessibility: 'Accessibility statement',
  aboutRetention: 'How long things are kept',
  aboutData: 'What this browser keeps',
  aboutDataBody:
    'For each workshop you join: its title, your name there and a secret by which it knows you again; and notes that could not be sent yet. There are no accounts, no cookies and no requests to anybody else. Forget it all on the start page, or with Leave this device.',
  aboutSoftware: 'Software',
  aboutVersion: 'Moot {{version}}',
  aboutLicences: 'Licences',
  aboutUnreachable: 'The server could not be reached, so its details are missing here.',
  notFoundTitle: 'There is no such page',
  notFoundBody: 'The address may be mistyped.',
} as const
