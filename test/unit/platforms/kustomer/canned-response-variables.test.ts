import { describe, expect, it } from 'vitest';
import {
  unsupportedIn,
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
