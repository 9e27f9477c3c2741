import { expect, test, vi } from 'vitest';
import { traceAsInstalled, traceParent } from './trace-parent';

const header = /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/;

test("each request begins a trace of its own, which a developer's machine keeps", () => {
  const headers = Array.from({ length: 50 }, traceParent);
  expect(new Set(headers).size).toBe(50);
  for (const each of headers) {
    expect(each).toMatch(header);
    expect(each.endsWith('-01')).toBe(true);
  }
});

test('an installation keeps one of ten', () => {
  traceAsInstalled();
  const random = vi.spyOn(Math, 'random');
  random.mockReturnValue(0.09);
  expect(traceParent().endsWith('-01')).toBe(true);
  random.mockReturnValue(0.11);
  expect(traceParent()).toMatch(header);
  expect(traceParent().endsWith('-00')).toBe(true);
  random.mockRestore();
});
