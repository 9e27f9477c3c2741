import { expect, it } from 'vitest';
import type { MyRights } from '../api/types';
import { mayBy } from './may';

const austin: MyRights = { path: 'field-office/austin', configs: ['view', 'editValues'], lists: ['view'], scenarios: ['activate'] };
const viewer: MyRights = { path: '/', configs: ['view'], lists: ['view'], scenarios: ['view'] };

it.each([
  ['field-office/austin', true],
  ['field-office/austin/desk', true],
  ['field-office', false],
  ['field-office/austin-north', false],
  ['/', false],
])('a right on a path holds for it and below: %s', (id, expected) => {
  expect(mayBy([austin])('editValues', id)).toBe(expected);
});

it('a right on everything holds everywhere', () => {
  expect(mayBy([viewer])('view', 'BasicQueue')).toBe(true);
  expect(mayBy([viewer])('editValues', 'BasicQueue')).toBe(false);
});

it('a right holds for its kind only', () => {
  expect(mayBy([austin])('activate', 'field-office/austin', 'scenarios')).toBe(true);
  expect(mayBy([austin])('activate', 'field-office/austin')).toBe(false);
  expect(mayBy([austin])('editValues', 'field-office/austin', 'lists')).toBe(false);
});

it('the rights of several paths add up', () => {
  expect(mayBy([viewer, austin])('editValues', 'field-office/austin')).toBe(true);
  expect(mayBy([viewer, austin])('editValues', 'field-office/boston')).toBe(false);
});

it('whoever has no rights may do nothing', () => {
  expect(mayBy([])('view', 'BasicQueue')).toBe(false);
});
