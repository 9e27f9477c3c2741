/** Who called for vanity numbers. */
export const callsMessages = {
  title: 'Recent callers',
  description: 'Who called for vanity numbers, and what they were offered. New calls appear by themselves.',
  loading: 'Loading the calls',
  failed: 'The calls could not be loaded',
  late: 'New calls cannot be loaded at the moment. What you see is as it was last.',
  empty: 'No calls yet',
  emptyDetail: 'A call appears here as soon as a contact flow has asked vanityNumbers for it.',
  number: 'Caller',
  withheld: 'Number withheld',
  vanity: 'Vanity numbers',
  noVanity: 'No words in this number',
  hidden: 'Hidden',
  at: 'Called',
  masked: 'Callers’ numbers are masked',
  maskedDetail: 'You have no right to see them whole. Vanity numbers are hidden too, because they dial the number.',
  more: 'Show more',
};
