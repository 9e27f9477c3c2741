// How a resource's state is shown: a word and an icon, and only then a colour.

import { element } from './elements.js';
import { icon } from './icons.js';

const inWords = (state) => state.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`);

/** tone: good, busy, bad, warning or quiet */
export function statusOf(resource) {
  const { state, health, exitCode } = resource;
  const code = exitCode === null ? '' : `, exit code ${exitCode}`;
  switch (state) {
    case 'Running':
      return running(resource.type, health);
    case 'Finished':
      return exitCode ? { tone: 'bad', icon: 'cross', label: `Failed${code}` } : { tone: 'quiet', icon: 'tick', label: 'Finished' };
    case 'Exited':
      return { tone: 'bad', icon: 'cross', label: `Exited${code}` };
    case 'FailedToStart':
    case 'RuntimeUnhealthy':
    case 'ValueMissing':
      return { tone: 'bad', icon: 'cross', label: inWords(state) + code };
    case 'Starting':
    case 'Stopping':
      return { tone: 'busy', icon: 'spinner', label: state };
    case 'Waiting':
      return { tone: 'busy', icon: 'clock', label: state };
    default:
      return { tone: 'quiet', icon: 'circle', label: inWords(state) + code };
  }
}

function running(type, health) {
  if (health === 'Unhealthy') {
    return { tone: 'warning', icon: 'warning', label: 'Running, unhealthy' };
  }
  if (health === 'Healthy') {
    return { tone: 'good', icon: 'check', label: 'Running, healthy' };
  }
  return type === 'Parameter'
    ? { tone: 'quiet', icon: 'tick', label: 'Set' }
    : { tone: 'busy', icon: 'spinner', label: 'Running, not yet checked' };
}

export function chip(resource) {
  const status = statusOf(resource);
  return element('span', { class: `chip ${status.tone}` }, icon(status.icon), status.label);
}

/** One short line on why a resource is not healthy, or null. */
export function reason(resource, all) {
  if (resource.state === 'Waiting') {
    const missing = resource.waitsFor.filter((name) => {
      const other = all.find((candidate) => candidate.name === name);
      return !other || !['good', 'quiet'].includes(statusOf(other).tone);
    });
    return missing.length === 0 ? null : `for ${missing.join(', ')}`;
  }
  const failed = resource.healthReports.find((report) => !report.healthy);
  return failed && statusOf(resource).tone !== 'good' ? failed.description ?? failed.name : null;
}

/** "1 not ready yet · 6 healthy · 1 done": what needs attention comes first. */
export function summaryOf(resources) {
  const counts = new Map();
  for (const resource of resources) {
    const { tone, label } = statusOf(resource);
    const word = { good: 'healthy', warning: 'unhealthy', bad: 'failed', busy: 'not ready yet' }[tone]
      ?? (label === 'Finished' || label === 'Set' ? 'done' : 'stopped');
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const order = ['failed', 'unhealthy', 'not ready yet', 'stopped', 'healthy', 'done'];
  const parts = order.filter((word) => counts.has(word)).map((word) => `${counts.get(word)} ${word}`);
  return parts.join(' · ');
}
