import { officeHelp } from './office-help';

/** How each page is used, by the pattern of its address. Fetched when someone asks for help. */
export const help: Record<string, { title: string; steps: string[] }> = {
  '/configs': {
    title: 'Configs',
    steps: [
      'A config holds the values that a contact flow reads: switches, numbers, texts and prompts. A config below another inherits its values.',
      'Type a name, a value or a word of a prompt to find a config; at a desk, press Enter. Under Show you choose a view, such as “Changed today”.',
      'At a desk, the filter offers properties such as “Saved by”. Save view keeps a filter under a name.',
      'Select a config to change it. Select several with their boxes to set one value in all of them.',
    ],
  },
  '/configs/:token': {
    title: 'Change a config',
    steps: [
      'The large value is what callers get now. Change a value and choose Save. You see what callers will get before anything is saved.',
      'To change a value for a limited time, choose how long in the review. The old value comes back automatically.',
      'A value that says “inherited” comes from the config above. Override it to set another value here, or reset it to inherit again.',
      'History shows every version. You can compare two versions and restore an old one.',
    ],
  },
  '/translations': {
    title: 'Missing translations',
    steps: [
      'Each row is a config with prompts that lack a language. Callers with that language hear the default language instead.',
      'Open a row to write the texts beside the originals.',
    ],
  },
  '/translations/:token': {
    title: 'Translate a config',
    steps: [
      'The original stands beside each text. Write the translation and keep placeholders such as {{Name}} as they are.',
      '“Next missing” moves to the next text that is empty. Save when you are done: the review shows what callers will hear.',
    ],
  },
  '/history/:token': {
    title: 'History of a config',
    steps: [
      'Each save is a version, with its author, its time and its changes. Choose two versions to compare them.',
      'Restore brings a version back as a new one. The review shows what callers will get, and you choose whether timed changes come back too.',
    ],
  },
  '/emergency': {
    title: 'Emergency',
    steps: [
      'A scenario sets values in several configs at once, for example after a fire alarm. Open it, read what it changes, choose when it ends, and switch it on.',
      'When it ends, or when you switch it off, every config has its own values again.',
      'Without a connection this page shows what it last knew, and what you can do until then.',
    ],
  },
  '/emergency/:token': {
    title: 'A scenario',
    steps: [
      'Read what the scenario changes, choose when it ends, and switch it on. It ends automatically at that time.',
      'An administrator can edit the scenario. A scenario that is on keeps the values it was switched on with.',
    ],
  },
  '/emergency/:token/edit': {
    title: 'Edit a scenario',
    steps: [
      'Choose the configs and the values that the scenario sets. Problems show while you type.',
      'The changes count from the next time the scenario is switched on.',
    ],
  },
  '/emergency-scenarios/new': {
    title: 'New scenario',
    steps: ['Name the scenario, choose the configs, and set the values that callers get while it is on.'],
  },
  '/lists': {
    title: 'Lists',
    steps: [
      'A list holds keys, such as phone numbers of important customers. A contact flow asks isListed whether a caller is on it.',
      'Create a list, then open it to add entries.',
    ],
  },
  '/lists/:token': {
    title: 'Entries of a list',
    steps: [
      'Add one entry, or paste many: a line for each, or columns from a spreadsheet. A refused line is reported and keeps no other line out.',
      'An entry can end automatically on a date. Export the list to keep or edit it elsewhere.',
    ],
  },
  '/recent-callers': {
    title: 'Recent callers',
    steps: ['The last calls that a contact flow has reported, newest first. Numbers are masked unless you have the right to see them whole.'],
  },
  ...officeHelp,
  '/callers': {
    title: 'Caller preview',
    steps: [
      'Choose a config, a language, a channel and a time, to see what a contact flow gets for such a caller.',
      'Each value says where it comes from: the config itself, one above it, a timed change or a scenario.',
    ],
  },
  '/flow/:token': {
    title: 'Use a config in a contact flow',
    steps: [
      'Download the sample flow and import it in Amazon Connect, or invoke the function shown here, in the Region of your instance, from your own flow.',
      'The function’s answer holds each variable and prompt by its key. The page lists the references, such as $.External.Closure.',
    ],
  },
  '/exchange': {
    title: 'Import and export',
    steps: [
      'Export configs as a file, to edit many values in a spreadsheet or to move them to another installation.',
      'An import shows every change before it is written, and refuses what does not fit with the line and the reason.',
    ],
  },
  '/activity': {
    title: 'Activity',
    steps: ['Every change with its author and time, newest first. Filter by person, by config or by day, and open a change to see what it did.'],
  },
  '/settings': {
    title: 'Settings',
    steps: [
      'Choose the languages that prompts are offered in, and a voice for each.',
      'An alias is another id for a config, such as a phone number. A contact flow can ask by either.',
    ],
  },
};
