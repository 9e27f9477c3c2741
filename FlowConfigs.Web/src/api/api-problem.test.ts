import { expect, it } from 'vitest';
import { ApiProblem } from './api-problem';

it('says what is wrong with fields without their paths', () => {
  const errors = { 'variables[1].value': ['Must be at most 240.'], 'variables[2].value': ['Must be at most 240.', 'Must be a number.'] };
  expect(new ApiProblem(400, { detail: '2 fields need a fix.', errors }).message).toBe('Must be at most 240. Must be a number.');
});

it('says what the server says where no field is at fault', () => {
  expect(new ApiProblem(503, { detail: 'Try again.' }).message).toBe('Try again.');
});
