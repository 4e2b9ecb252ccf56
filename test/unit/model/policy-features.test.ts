import { expect, test } from 'vitest';
import { readFeatures } from '../../../lib/model/policy-features';

function read(raw: unknown) {
  const told: string[] = [];
  const features = readFeatures(raw, (entry, what) => void told.push(`${entry}: ${what}`));
  return { features, told };
}

test('what one feature forbids holds although another cannot be read', () => {
  expect(read({ directKeys: false, membrane: 'no', ownCards: null })).toEqual({
    features: { directKeys: false },
    told: [
      'features.membrane: neither true nor false',
      'features.ownCards: neither true nor false',
    ],
  });
});

test('a feature that there is not is told', () => {
  expect(read({ directkeys: false, constructor: true, pastAnswers: false })).toEqual({
    features: { pastAnswers: false },
    told: [
      'features.directkeys: not an entry that Deskside knows',
      'features.constructor: not an entry that Deskside knows',
    ],
  });
});

test('what is no list of features is told as a whole, and what is absent is not', () => {
  const told = ['features: not in the expected form'];
  for (const raw of [['directKeys'], 'directKeys', null]) {
    expect(read(raw)).toEqual({ features: undefined, told });
  }
  expect(read(undefined)).toEqual({ features: undefined, told: [] });
});
