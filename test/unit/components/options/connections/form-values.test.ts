import { describe, expect, it } from 'vitest';
import {
  initialFields,
  initialLabel,
  secretProblems,
} from '../../../../../components/options/connections/form-values';
import { parrot, parrotConnection } from '../examples';

describe('the values a form starts with', () => {
  it('takes the first option of a choice that must be made, and no secret', () => {
    expect(initialFields(parrot, undefined)).toEqual({ origin: '', region: 'eu', account: '' });
  });

  it('takes the kept answers on edit, and never a field the platform does not have', () => {
    const connection = parrotConnection({ fields: { origin: 'x', region: 'us', gone: 'y' } });
    expect(initialFields(parrot, connection)).toEqual({ origin: 'x', region: 'us', account: '' });
  });

  it('leaves the name empty where it is only the account’s', () => {
    expect(initialLabel(undefined)).toBe('');
    expect(initialLabel(parrotConnection())).toBe('');
    expect(initialLabel(parrotConnection({ label: 'Night shift' }))).toBe('Night shift');
  });
});

describe('required secrets', () => {
  it('asks for an empty one, and for one of blanks', () => {
    expect(secretProblems(parrot, {}, false)).toEqual({ token: 'Access token is required.' });
    expect(secretProblems(parrot, { token: '  ' }, false)).toHaveProperty('token');
  });

  it('asks for none that is given or stored', () => {
    expect(secretProblems(parrot, { token: 'x' }, false)).toEqual({});
    expect(secretProblems(parrot, {}, true)).toEqual({});
  });
});
