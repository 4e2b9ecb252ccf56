import type { Page } from '@playwright/test';
import type { Helpdesks } from '../helpdesks/start';
import { composerText } from './insertion';
import { inFront } from './panes';

/** A composer of a helpdesk that text is put into. */
export interface ComposerCase {
  name: string;
  /** Selector of the element that is typed into. */
  composer: string;
  /** Address of a conversation with it; sets the emulator's switches. */
  page(helpdesks: Helpdesks): string;
  /** The editor's own model, where it is not what is on screen. */
  model?(tab: Page): Promise<string>;
  /** How the model writes `two lines` and the blank line between two paragraphs. */
  expected?(text: string): string;
}

export const proseMirror = `.reply-box .ProseMirror${inFront}`;
export const chatraField = `.chat-textarea${inFront}`;
const chaportField = `#chat-input${inFront}`;
export const replyEditor = `.DraftEditor-root [aria-label="Reply"]${inFront}`;
export const noteEditor = `.DraftEditor-root [aria-label="Internal note"]${inFront}`;

/** The Markdown that Chatwoot would send. */
export const chatwootModel = (tab: Page): Promise<string> =>
  tab.evaluate(() => Reflect.get(window, 'emulator').composerModel());

/** Every composer that the four helpdesks have, or had until recently. */
export const composers: readonly ComposerCase[] = [
  {
    name: 'Chatwoot, rich editor',
    composer: proseMirror,
    page: ({ chatwoot }) => chatwoot.pageOf('jonas'),
    model: chatwootModel,
    expected: (text) => text.replace(/([^\n])\n(?=[^\n])/g, '$1\\\n'),
  },
  {
    name: 'Chatwoot before 4.9, text area',
    composer: `.reply-box textarea.input${inFront}`,
    page: ({ chatwoot }) => {
      chatwoot.switches.version = '4.8.0';
      return chatwoot.pageOf('jonas');
    },
    model: chatwootModel,
  },
  {
    name: 'Kustomer, Draft.js',
    composer: replyEditor,
    page: ({ kustomer }) => kustomer.pageOf('amelie'),
  },
  {
    name: 'Chatra, text area',
    composer: chatraField,
    page: ({ chatra }) => chatra.pageOf('amelie'),
  },
  {
    name: 'Chatra, editable element',
    composer: chatraField,
    page: ({ chatra }) => {
      chatra.switches.composer = 'contenteditable';
      return chatra.pageOf('amelie');
    },
  },
  {
    name: 'Chaport, text area',
    composer: chaportField,
    page: ({ chaport }) => chaport.pageOf('amelie'),
  },
  {
    name: 'Chaport, editable element',
    composer: chaportField,
    page: ({ chaport }) => {
      chaport.switches.composer = 'contenteditable';
      return chaport.pageOf('amelie');
    },
  },
];

/** What the editor's model contains. */
export function readComposer(tab: Page, { composer, model }: ComposerCase): Promise<string> {
  return model === undefined ? composerText(tab, composer) : model(tab);
}
