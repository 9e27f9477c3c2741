import { expect, test } from 'vitest';
import { type DeployedRegion, regionOf } from './deployment';

const signIn = { issuer: '', userPool: '', client: '', url: '', provider: '' };
const east: DeployedRegion = { name: 'us-east-1', apiUrl: 'https://east.example.com/v1', signIn };
const west: DeployedRegion = { name: 'us-west-2', apiUrl: 'https://west.example.com/v1', signIn };

test('the Region that the address names is taken', () => {
  expect(regionOf({ regions: [east, west] }, 'us-west-2')).toBe(west);
});

test.each([null, '', 'eu-west-1'])('without one that is there (%s) the first is', (name) => {
  expect(regionOf({ regions: [east, west] }, name)).toBe(east);
});

test('a Region without a name is none', () => {
  expect(regionOf({ regions: [east, { ...west, name: '' }] }, '')).toBe(east);
});

test("on a developer's machine there is none", () => {
  expect(regionOf({ regions: [] }, null)).toBeNull();
});
