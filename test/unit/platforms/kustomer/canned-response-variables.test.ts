import { describe, expect, it } from 'vitest';
import {
  placeholderIn,
  unsupportedIn,
  withFallbacks,
  withKustomerNames,
  withoutFallbacks,
  withStandardNames,
} from '../../../../lib/platforms/kustomer/canned-response-variables';

describe('placeholders', () => {
  it.each([
    [
      '{{customer.firstName}} {{ Customer.LastName }}',
      '{{contact.first_name}} {{contact.last_name}}',
    ],
    ['{{{customer.name}}} {{user.email}}', '{{contact.name}} {{agent.email}}'],
    ['{{customer.custom.planStr}}', '{{contact.custom_attribute.planStr}}'],
    ['{{customer.firstName | there}}', '{{contact.first_name | there}}'],
    ['{{company.size}} {{constructor}}', '{{company.size}} {{constructor}}'],
    ['no variables', 'no variables'],
  ])('turns %s into the standard', (text, expected) => {
    expect(withStandardNames(text)).toBe(expected);
  });

  it.each([
    ['{{#if a}}x{{/if}}', true],
    ['{{else}}', true],
    ['{{> part}}', true],
    ['{{formatDate customer.createdAt}}', true],
    ['[[sn.org.general.hours]]', true],
    ['{{customer.name}} [[link]](x)', false],
    ['{{customer.name | there}}', false],
  ])('knows whether %s is beyond it', (text, isBeyond) => {
    expect(unsupportedIn(text) !== undefined).toBe(isBeyond);
  });
});

describe('variables on their way to Kustomer', () => {
  it.each([
    ['{{contact.first_name | there}}', '{{customer.firstName | there}}'],
    ['{{ contact.phone }} {{agent.name}}', '{{customer.phone}} {{currentUser.displayName}}'],
    ['{{contact.custom_attribute.planStr}}', '{{customer.custom.planStr}}'],
    ['{{conversation.custom_attribute.a_b}}', '{{conversation.custom.a_b}}'],
    // What only we can do stays as it is, and is told.
    ['{{contact.name | upcase}}', '{{contact.name | upcase}}'],
    ['{{contact.name | contact.email}}', '{{contact.name | contact.email}}'],
    ['{{ask.size:S/M=M}} {{date:long}}', '{{ask.size:S/M=M}} {{date:long}}'],
  ])('%s becomes %s', (standard, own) => {
    expect(withKustomerNames(standard)).toBe(own);
  });

  it('keep the name that the shortcut had for the same value', () => {
    expect(withKustomerNames('{{agent.name}}', 'I am {{currentUser.name}}')).toBe(
      '{{currentUser.name}}',
    );
  });

  it('come back under the standard’s names', () => {
    const standard =
      '{{contact.name}} {{contact.first_name | x}} {{agent.email}} {{conversation.id}} {{contact.company}} {{contact.custom_attribute.aB}}';
    expect(withStandardNames(withKustomerNames(standard))).toBe(standard);
  });

  it('are Kustomer’s to fill in, or not', () => {
    const text = '{{customer.name}} {{ask.x}} {{customer.email | none}} {{contact.name | upcase}}';
    expect(placeholderIn('{{ask.x}}')).toBeUndefined();
    expect(placeholderIn('{{contact.name | upcase}}')).toBeUndefined();
    expect(placeholderIn('{{customer.email | none}}')).toEqual({
      key: 'customer.email',
      fallbackText: 'none',
    });
    expect(withoutFallbacks(text)).toBe(
      '{{customer.name}} {{ask.x}} {{customer.email}} {{contact.name | upcase}}',
    );
  });

  it('get the words for a lack back, each its own where all are told apart', () => {
    const a = { key: 'customer.name', fallbackText: 'a' };
    const b = { key: 'customer.name', fallbackText: 'b' };
    const bare = '{{customer.name}} {{customer.name}}';
    expect(withFallbacks(bare, [a, b])).toBe('{{customer.name | a}} {{customer.name | b}}');
    expect(withFallbacks(bare, [a])).toBe('{{customer.name | a}} {{customer.name | a}}');
    expect(withFallbacks(bare, [a, b, a])).toBe(bare);
    expect(withFallbacks(bare, [])).toBe(bare);
  });
});
