import type { I18n } from '@lingui/core';

/**
 * The texts of the extension that the browser itself shows, by their names in the manifest. Macros do not
 * work in the code of the build, so the English sentence is the id as well.
 */
export function manifestWords(i18n: I18n) {
  return {
    description: i18n._(
      'The whole customer, beside your chat: one timeline from Chatwoot, Chatra, Chaport and Kustomer.',
    ),
    openDeskside: i18n._('Open Deskside'),
    findReply: i18n._('Search canned responses'),
  };
}

/** How the manifest refers to one of them. */
export function manifestWord(name: keyof ReturnType<typeof manifestWords>): string {
  return `__MSG_${name}__`;
}
