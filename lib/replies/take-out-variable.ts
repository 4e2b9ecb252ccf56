import { parseTemplate } from './parse-template';

/** Whether a body has this variable (by its standard name). */
export function hasVariable(body: string, name: string): boolean {
  return parseTemplate(body).some((part) => part.kind === 'variable' && part.name === name);
}

/**
 * A body without this variable, wherever it stands, and without the blank that would be left beside it:
 * "Hi {{ask.name}}, yes" becomes "Hi, yes".
 */
export function withoutVariable(body: string, name: string): string {
  let left = '';
  for (const part of parseTemplate(body)) {
    if (part.kind === 'text') {
      const isDoubled = /(^|\s)$/.test(left) && /^[ \t]/.test(part.text);
      left += isDoubled ? part.text.slice(1) : part.text;
    } else if (part.kind === 'variable' && part.name === name) left = left.replace(/[ \t]$/, '');
    else left += part.source;
  }
  return left;
}
