import { describe, expect, it } from 'vitest';
import { fillVariables } from '../../../lib/replies/fill-variables';
import { logicWords } from '../../../lib/replies/logic-words';
import { platform } from '../components/panel/snapshots';

const plain = platform('umbrella', 'Umbrella');
const solver = platform('acme', 'Acme');
solver.capabilities.worksOutLiquid = true;
const wordsOf = (body: string, here = plain, all = [plain, solver]) =>
  logicWords(fillVariables(body, new Map()).logic, here, all);

describe('what is said of logic', () => {
  it('is nothing where there is none', () => {
    expect(wordsOf('Hi {{contact.name}}')).toBeUndefined();
  });

  it('is who works it out, and that it stays out of others', () => {
    const words = wordsOf('{% if x %}a{% endif %}');
    expect(words?.what).toBe(
      'This uses logic that only Acme evaluates: {% if x %}, {% endif %}. Elsewhere, edit it before you insert it.',
    );
    expect(words?.question).toBeUndefined();
  });

  it('is asked first where it is worked out', () => {
    const words = wordsOf('{{ contact.name | size }} {% if x %}a{% endif %}', solver);
    expect(words?.what).toContain('{{ contact.name | size }}, {% if x %} and more');
    expect(words?.question).toContain('Acme evaluates it when you send it');
  });

  it('is that nobody works out what is another’s', () => {
    const words = wordsOf('{% if x %}{{#if y}}{% endif %}', solver);
    expect(words?.what).toContain('cannot be evaluated here: {{#if y}}.');
    expect(words?.question).toBeUndefined();
    expect(wordsOf('{% if x %}', plain, [plain])?.what).toContain('cannot be evaluated here');
  });
});
