import { expect, it } from 'vitest';
import { arnChoices, isFunctionArn } from './function-arn';

const arnIn = (region: string) => `arn:aws:lambda:${region}:111122223333:function:flow-configs-dev-get-config:live`;
const inRegion = (region: string) => ({ region, arn: arnIn(region) });

const values = (...regions: string[]) => arnChoices(regions.map(inRegion)).map(({ value }) => value);

it('offers the function of each Region, and with two also that of the contact', () => {
  expect(values('us-east-1')).toEqual([arnIn('us-east-1')]);
  expect(values('us-east-1', 'us-west-2')).toEqual([arnIn('us-east-1'), arnIn('us-west-2'), arnIn('$.AwsRegion')]);
  expect(values()).toEqual([]);
});

it.each([
  [arnIn('us-gov-east-1'), true],
  [arnIn('$.AwsRegion'), true],
  [arnIn('us-east-1').replace(':live', ''), true],
  ['', false],
  ['flow-configs-dev-get-config', false],
  ['arn:aws:s3:::bucket', false],
  [`${arnIn('us-east-1')}:more`, false],
])('%s is an ARN of a function: %s', (arn, is) => {
  expect(isFunctionArn(arn)).toBe(is);
});
