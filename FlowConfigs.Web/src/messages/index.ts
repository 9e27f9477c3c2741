import { numberOf } from '../common/formats';

/**
 * The English texts that every page needs. Each page has a file of its own beside this one, so that a page brings its texts
 * along. No other file holds a text for the screen: a translation is a folder like this one.
 */
export const messages = {
  app: {
    name: 'Flow Configs',
    title: (page: string) => `${page} · Flow Configs`,
    loading: 'Loading',
    retry: 'Try again',
    backToList: 'All configs',
    trail: 'Where you are',
    skip: 'Skip to the content',
    offline: 'You are offline. What is on this page stays; saving works again when the connection is back.',
    working: 'Still working…',
    notifications: 'Notifications',
    dismiss: 'Dismiss',
  },
  navigation: {
    label: 'Pages',
    open: 'Menu',
    configs: 'Configs',
    appearance: 'Appearance',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  problems: {
    unreachable: 'The server could not be reached. Check the connection and try again.',
    answered: (status: number) => `The server could not answer this request (status ${status}). Try again in a moment.`,
    pageBroke: 'This page could not be shown',
    pageBrokeDetail: 'Something in it failed. Loading it again usually helps.',
    reload: 'Load the page again',
    notFound: 'Page not found',
    notFoundDetail: 'There is nothing at this address.',
    configNotFound: (id: string) => `There is no config called “${id}”`,
    configNotFoundDetail: 'It may have been deleted or the address may be mistyped.',
  },
  signIn: {
    title: 'Sign in',
    intro: 'Sign in as you do for Amazon Connect. A window opens for it.',
    start: 'Sign in',
    account: 'Account',
    signOut: 'Sign out',
    signingOut: 'Signing you out',
    left: 'You are signed out.',
    starting: 'Looking whether you are signed in',
    startFailed: 'You cannot sign in at the moment',
    unreachable: 'The server that signs you in could not be reached. Check the connection and try again.',
    noAddress: 'No address for signing in is set up. Tell your administrator.',
    refusedRequest: 'You are not signed in. Sign in, then repeat what you did.',
    waiting: 'Go on in the window that has opened. This page follows by itself.',
    retry: 'Try again',
    ownTab: 'Open in a tab of its own',
    blocked: 'The browser blocked the window for signing in',
    blockedDetail: 'Open the sign-in page yourself; this page follows by itself. Or allow pop-ups for this page and try again.',
    openHere: 'Open the sign-in page',
    lost: 'This page can no longer see the window for signing in',
    lostDetail:
      'If it is still open, finish there. If you closed it, try again. If nothing happens here after you have signed in there, ' +
      'your provider keeps the two apart: open Flow Configs in a tab of its own.',
    failed: 'You are not signed in',
    late: 'It took too long, or it was called off.',
    againTitle: 'Sign in again',
    againIntro: 'Your sign-in has ended. Nothing that you typed is lost: sign in, and what you were doing goes on.',
    notNow: 'Not now',
    noRights: 'You may not do anything here yet',
    noRightsDetail: (email: string) =>
      `You are signed in as ${email}, but you are in none of the groups that may use Flow Configs. Ask your administrator.`,
  },
  may: {
    notHere: 'You may not see this page',
    notOpen: (id: string) => `You may not open “${id}”`,
    notOpenDetail: 'You have no right to view it. Ask your administrator if you need it.',
    readOnly: 'You can read these values but not change them',
    readOnlyDetail: (email: string) => `${email} has no right to change values of this config. Ask your administrator if you need it.`,
  },
  time: {
    justNow: 'just now',
  },
  leave: {
    title: 'Leave without saving?',
    detail: (count: number) => `You have ${numberOf(count, 'unsaved change', 'unsaved changes')} on this page.`,
    stay: 'Stay',
    leave: 'Leave without saving',
    close: 'Stay on this page',
  },
};
