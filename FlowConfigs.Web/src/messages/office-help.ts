/** How the pages of Microsoft 365 are used. */
export const officeHelp = {
  '/office-calendar': {
    title: 'Office calendar',
    steps: [
      'Each office shows whether it is open for callers now, until when, and which event of its Microsoft 365 calendar decides that.',
      'Calendars are read every few minutes. Choose Refresh now after a change that must count at once.',
    ],
  },
  '/mail': {
    title: 'Mail',
    steps: [
      'The mails that contact flows have asked for, with their state. After you have fixed the cause, send a failed mail again.',
      'Send yourself a test mail to see a template as its readers do.',
    ],
  },
};
