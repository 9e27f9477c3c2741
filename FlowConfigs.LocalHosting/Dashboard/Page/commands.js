// What can be done with a resource: start or stop, restart, its console, and a menu of its own commands.

import { showAnswer } from './answer.js';
import { element, iconButton } from './elements.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { toast } from './toasts.js';

const lifecycle = ['start', 'stop', 'restart'];

/** Parameters have no process and so no console. */
export const hasConsole = (resource) => resource.type !== 'Parameter';

export function actionsOf(resource) {
  const find = (name) => resource.commands.find((command) => command.name === name);
  const start = find('start');
  const stop = find('stop');
  const own = resource.commands.filter((command) => !lifecycle.includes(command.name));
  return element('div', { class: 'actions' },
    lifecycleButton(resource, start?.enabled ? start : stop ?? start),
    lifecycleButton(resource, find('restart')),
    hasConsole(resource) && consoleLink(resource),
    own.length > 0 && menuButton(resource, own));
}

function lifecycleButton(resource, command) {
  if (!command) {
    return null;
  }
  return iconButton(icon(command.name), `${command.displayName} ${resource.name}`, {
    'data-focus': command.name === 'restart' ? 'restart' : 'start-stop',
    disabled: !command.enabled,
    onclick: (event) => run(resource, command, event.currentTarget),
  });
}

function consoleLink(resource) {
  const label = `Console logs of ${resource.name}`;
  const href = `#/console/${encodeURIComponent(resource.name)}`;
  return element('a', { class: 'icon-button', href, 'aria-label': label, title: label, 'data-focus': 'console' }, icon('terminal'));
}

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
    toast('good', result.message ?? `${command.displayName}: ${resource.name} is done.`);
  } else {
    toast(result.canceled ? 'quiet' : 'bad', result.message ?? `${command.displayName}: ${resource.name} failed.`);
  }
}
