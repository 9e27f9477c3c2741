// What can be done with a resource: start or stop, restart, its console, and a menu of its own commands.

import { showAnswer } from './answer.js';
import { element } from './elements.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { toast } from './toasts.js';

const lifecycle = ['start', 'stop', 'restart'];

/** Parameters have no process and so no console. */
export const hasConsole = (resource) => resource.type !== 'Parameter';

/** inWords: where there is room, the buttons say what they do. */
export function actionsOf(resource, { inWords = false } = {}) {
  const find = (name) => resource.commands.find((command) => command.name === name);
  const start = find('start');
  const stop = find('stop');
  const own = resource.commands.filter((command) => !lifecycle.includes(command.name));
  return element('div', { class: 'actions' },
    lifecycleButton(resource, start?.enabled ? start : stop ?? start, inWords),
    lifecycleButton(resource, find('restart'), inWords),
    hasConsole(resource) && consoleLink(resource, inWords),
    own.length > 0 && menuButton(resource, own));
}

function lifecycleButton(resource, command, inWords) {
  return command && element('button', {
    type: 'button',
    ...look(`${command.displayName} ${resource.name}`, inWords),
    'data-focus': command.name === 'restart' ? 'restart' : 'start-stop',
    disabled: !command.enabled,
    onclick: (event) => run(resource, command, event.currentTarget),
  }, icon(command.name), inWords && command.displayName);
}

function consoleLink(resource, inWords) {
  const href = `#/console/${encodeURIComponent(resource.name)}`;
  const attributes = { ...look(`Console logs of ${resource.name}`, inWords), href, 'data-focus': 'console' };
  return element('a', attributes, icon('terminal'), inWords && 'Console logs');
}

const look = (label, inWords) => ({ class: inWords ? 'button small' : 'icon-button', 'aria-label': label, title: inWords ? null : label });

function menuButton(resource, commands) {
  return element('button', {
    type: 'button',
    class: 'button small',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    'aria-label': `Commands of ${resource.name}`,
    'data-focus': 'menu',
    onclick: (event) => openMenu(event.currentTarget, commands.map((command) => ({
      label: command.displayName,
      description: command.description,
      enabled: command.enabled,
      choose: (button) => run(resource, command, button),
    }))),
  }, 'Commands', icon('chevron'));
}

async function run(resource, command, button) {
  button.setAttribute('aria-busy', 'true');
  const began = performance.now();
  try {
    const address = `/api/resources/${encodeURIComponent(resource.name)}/commands/${encodeURIComponent(command.name)}`;
    const response = await fetch(address, { method: 'POST' });
    const body = await response.json();
    show(resource, command, response.ok ? body : { success: false, message: body.detail }, performance.now() - began);
  } catch {
    toast('bad', `${command.displayName}: the AppHost did not answer.`);
  } finally {
    button.removeAttribute('aria-busy');
  }
}

function show(resource, command, result, milliseconds) {
  if (result.data) {
    showAnswer(resource, command, result, milliseconds);
  } else if (result.success) {
    toast('good', result.message || `${command.displayName} ${resource.name}: done.`);
  } else {
    toast(result.canceled ? 'quiet' : 'bad', result.message || `${command.displayName} ${resource.name}: that failed.`);
  }
}
