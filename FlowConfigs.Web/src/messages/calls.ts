/** Who called for vanity numbers. */
export const callsMessages = {
  title: 'Recent callers',
  description: 'Callers who asked for vanity numbers, and their results. New calls appear automatically.',
  loading: 'Loading the calls',
  failed: 'The calls could not be loaded',
  late: 'New calls can’t be loaded right now. The list may be out of date.',
  empty: 'No calls yet',
  emptyDetail: 'Calls appear here as soon as a contact flow uses vanityNumbers.',
  number: 'Caller',
  withheld: 'Number withheld',
  vanity: 'Vanity numbers',
  noVanity: 'No words in this number',
  hidden: 'Hidden',
  at: 'Called',
  masked: 'Callers’ numbers are masked',
  maskedDetail: 'To see full numbers, you need the SeeNumbers right. Vanity numbers are hidden too, because they reveal the number.',
  more: 'Show more',
};
