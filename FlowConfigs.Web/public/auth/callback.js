// The page that the provider comes back to, in the window that was opened for signing in. Not bundled: it shares nothing with
// the app but these two words, which src/auth/sign-in-window.ts has too.
const answerType = 'flow-configs-sign-in';
const channelName = 'flow-configs-sign-in';

/** For pages of this app to say that they have taken the answer. */
const patience = 2_000;

const answer = { type: answerType, address: window.location.href };
// The code is good once; whoever finds this address later is to find nothing.
window.history.replaceState(null, '', window.location.pathname);

if (window.opener) {
  window.opener.postMessage(answer, window.location.origin);
  window.close();
} else {
  const channel = new BroadcastChannel(channelName);
  const cut = window.setTimeout(() => show('cut'), patience);
  channel.addEventListener('message', ({ data }) => {
    if (data === 'taken') {
      window.clearTimeout(cut);
      show('taken');
      window.close();
    }
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
  channel.postMessage(answer);
}

/** @param {string} id */
function show(id) {
  for (const part of document.querySelectorAll('[role=status]')) {
    part.toggleAttribute('hidden', part.id !== id);
  }
}
