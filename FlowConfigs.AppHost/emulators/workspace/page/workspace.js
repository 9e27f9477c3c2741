import { AppHost } from './app-host.js';
import { messageLog } from './message-log.js';

// https://docs.aws.amazon.com/connect/latest/adminguide/onboard-3p-apps.html: the default, and what our template asks for.
const SANDBOX = ['allow-forms', 'allow-popups', 'allow-same-origin', 'allow-scripts'];
const ASKED_FOR = ['allow-downloads', 'allow-popups-to-escape-sandbox', 'allow-storage-access-by-user-activation'];

const byId = id => document.getElementById(id);
const { app } = await (await fetch('/settings.json')).json();
// ?path=/configs/BasicQueue opens a page of the app; ?sandbox=default grants no more than Connect does unasked.
const query = new URLSearchParams(location.search);
const frame = byId('app');
frame.sandbox.add(...SANDBOX, ...(query.get('sandbox') === 'default' ? [] : ASKED_FOR));
frame.allow = 'clipboard-read; clipboard-write';

const log = messageLog(byId('log'));
const host = new AppHost(frame, new URL(query.get('path') ?? '/', app).href, (from, message) => {
  if (message.type === 'appLifecycle') byId('connection').textContent = message.stage === 'create' ? 'Connected' : 'Running';
  log(from, message);
});

byId('mode').addEventListener('change', ({ target }) => {
  document.documentElement.dataset.mode = target.value;
  host.setMode(target.value);
});

byId('contact').addEventListener('click', ({ currentTarget: button }) => {
  const starts = button.getAttribute('aria-pressed') === 'false';
  const contactId = starts ? crypto.randomUUID() : null;
  button.setAttribute('aria-pressed', String(starts));
  byId('contact-state').textContent = starts ? `Contact ${contactId.slice(0, 8)}` : 'No contact';
  host.setContact(contactId);
});

byId('show-log').addEventListener('click', ({ currentTarget: button }) => {
  const opens = byId('log').hidden;
  byId('log').hidden = !opens;
  button.setAttribute('aria-expanded', String(opens));
  button.textContent = opens ? 'Hide' : 'Show';
  document.body.classList.toggle('log-closed', !opens);
});

// As in Connect, the app in a tab that is not shown is hidden, not unloaded.
const tabs = [...document.querySelectorAll('[role=tab]')];
for (const tab of tabs) {
  tab.addEventListener('click', () => show(tab));
  tab.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step) show(tabs.at((tabs.indexOf(tab) + step) % tabs.length)).focus();
  });
}

function show(chosen) {
  for (const tab of tabs) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
    byId(tab.getAttribute('aria-controls')).hidden = tab !== chosen;
  }
  return chosen;
}

// Beside a phone's frame there is no room for it.
if (window.matchMedia('(max-width: 800px)').matches) byId('show-log').click();
