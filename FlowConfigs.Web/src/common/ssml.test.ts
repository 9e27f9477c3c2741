import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { forSpeech, isSsml } from './ssml';

interface Sample {
  text: string;
  ssml: boolean;
  voice: string;
}

const samples = JSON.parse(
  readFileSync(new URL('../../../FlowConfigs.Tests/Core/Configs/ssml-samples.json', import.meta.url), 'utf8'),
) as Sample[];

it.each(samples)('is SSML, and reaches Connect, as the server says: $text', ({ text, ssml, voice }) => {
  expect(isSsml(text)).toBe(ssml);
  expect(forSpeech(text)).toBe(voice);
  expect(forSpeech(voice)).toBe(voice);
});
