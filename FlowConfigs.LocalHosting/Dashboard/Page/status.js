// How a resource's state is shown: a word and an icon, and only then a colour.

import { element } from './elements.js';
import { icon } from './icons.js';

const inWords = (state) => state.replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`);

/** How programs end that are told to stop: of their own accord, or by SIGINT, SIGKILL or SIGTERM. */
const TOLD_TO_STOP = [null, 0, 130, 137, 143];

/** tone: good, busy, bad, warning or quiet; group: the word under which the summary counts it. */
export function statusOf({ type, state, health, exitCode }) {
  const code = exitCode === null ? '' : `, exit code ${exitCode}`;
  const failed = { tone: 'bad', icon: 'cross', label: inWords(state) + code, group: 'failed' };
  const stopped = { tone: 'quiet', icon: 'circle', label: inWords(state), group: 'stopped' };
  switch (state) {
    case 'Running':
      return type === 'Parameter' ? { tone: 'quiet', icon: 'tick', label: 'Set', group: 'done' } : running(health);
    case 'Finished':
      return exitCode ? failed : { tone: 'quiet', icon: 'tick', label: state, group: 'done' };
    case 'Exited':
      // A program that ends by itself takes the system down; one that is seen here was told to.
      return TOLD_TO_STOP.includes(exitCode) ? { ...stopped, label: 'Stopped' } : failed;
    case 'FailedToStart':
    case 'RuntimeUnhealthy':
    case 'ValueMissing':
      return failed;
    case 'Starting':
    case 'Stopping':
      return { tone: 'busy', icon: 'spinner', label: state, group: 'not ready yet' };
    case 'Waiting':
      return { tone: 'busy', icon: 'clock', label: state, group: 'not ready yet' };
    default:
      return stopped;
  }
}

function running(health) {
  switch (health) {
    case 'Healthy':
      return { tone: 'good', icon: 'check', label: 'Running, healthy', group: 'healthy' };
    case 'Unhealthy':
      return { tone: 'warning', icon: 'warning', label: 'Running, unhealthy', group: 'unhealthy' };
    default:
      return { tone: 'busy', icon: 'spinner', label: 'Running, not yet checked', group: 'not ready yet' };
  }
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
      return !other || !['healthy', 'done'].includes(statusOf(other).group);
    });
    return missing.length === 0 ? null : `for ${missing.join(', ')}`;
  }
  const failed = resource.healthReports.find((report) => !report.healthy);
  return failed && statusOf(resource).tone !== 'good' ? failed.description ?? failed.name : null;
}

/** "1 not ready yet · 6 healthy · 1 done": what needs attention comes first. */
export function summaryOf(resources) {
  const groups = resources.map((resource) => statusOf(resource).group);
  return ['failed', 'unhealthy', 'not ready yet', 'stopped', 'healthy', 'done']
    .filter((group) => groups.includes(group))
    .map((group) => `${groups.filter((other) => other === group).length} ${group}`)
    .join(' · ');
}
