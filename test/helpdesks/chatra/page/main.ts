import { leavePane, turn } from '../../core/left-pane';
import type { PageOptions, ShownConversation } from '../page-data';
import { composerModel, footer } from './composer';
import { contactList, superNav } from './contact-list';
import { h, hideClassNames, userpic } from './dom';
import { infoPanel } from './info-panel';
import { MessageArea } from './message-area';
import { settingsScreen, signInScreen } from './screens';
import { fetchContacts, fetchConversation, fetchOptions, readSockjs, say } from './server';
import { words as allWords, type Words } from './words';

/** What tests find as `window.emulator`. */
interface PageHook {
  /** Makes the visitor on screen say something; resolves when it is shown. */
  receive(text: string): Promise<void>;
  /** What the page would send: the composer's text as far as the page noticed it. */
  composerModel(): string;
  /** Opens a conversation as a click on it does. */
  open(chatId: string): void;
}

const conversationPath = /^\/conversations\/([2-9A-HJ-NP-TW-Za-km-z]{17})$/;

/** The agent app: draws what the address says, and moves between conversations without a reload. */
class App {
  readonly #root = document.getElementById('app') ?? document.body;
  readonly #list = h('div', 'nav-place');
  readonly #main = h('div', 'main-place');
  #onScreen: { chatId: string; messages: MessageArea } | undefined;
  /** Grows with each navigation, so that a slow answer never draws over a newer conversation. */
  #navigation = 0;

  constructor(
    private readonly options: PageOptions,
    private readonly words: Words,
  ) {}

  async start(): Promise<void> {
    if (!this.options.signedIn) {
      this.#root.replaceChildren(signInScreen());
      return;
    }
    if (location.pathname.startsWith('/settings')) {
      this.#root.replaceChildren(superNav(), settingsScreen());
      return;
    }
    this.#root.replaceChildren(superNav(), this.#list, this.#main);
    window.addEventListener('popstate', () => void this.#showAddress());
    const hook: PageHook = {
      receive: (text) => this.#say('receive', text, false),
      composerModel: () => composerModel(this.#onScreen?.chatId),
      open: (chatId) => this.#open(chatId),
    };
    Object.assign(window, { emulator: hook });
    await this.#showAddress();
  }

  async #showAddress(): Promise<void> {
    await this.#show(conversationPath.exec(location.pathname)?.[1]);
  }

  #open(chatId: string): void {
    turn(
      this.options,
      () => {
        if (this.options.urlScheme === 'conversations') {
          history.pushState(null, '', `/conversations/${chatId}`);
        }
      },
      () => void this.#show(chatId),
    );
  }

  async #show(chatId: string | undefined): Promise<void> {
    this.#navigation += 1;
    const current = this.#navigation;
    this.#onScreen = undefined;
    const shown = chatId === undefined ? undefined : await fetchConversation(chatId);
    if (current !== this.#navigation) return;
    leavePane(this.options.leftPane);
    if (shown === undefined) {
      this.#main.replaceChildren(h('p', 'content-layout__message', {}, this.words.choose));
    } else this.#draw(shown);
    await this.#drawList();
    if (shown !== undefined && this.options.ddp) await readSockjs(shown.chatId);
  }

  #draw(shown: ShownConversation): void {
    const { options, words } = this;
    const messages = new MessageArea(shown, options, words);
    this.#onScreen = { chatId: shown.chatId, messages };
    const layout = h(
      'div',
      'content-layout',
      {},
      h(
        'header',
        'navbar',
        {},
        userpic(shown.label, 'navbar__userpic'),
        h(
          'div',
          'navbar__title conversation__title',
          {},
          h('span', 'navbar__title-text', { dir: 'auto' }, shown.label),
        ),
      ),
      h('div', 'content-layout__main', {}, messages.element),
      footer(shown.chatId, options, words, (text, note) => this.#say('send', text, note)),
    );
    this.#main.replaceChildren(layout, infoPanel(shown, options, words));
    messages.showNewest();
  }

  async #say(kind: 'send' | 'receive', text: string, note: boolean): Promise<void> {
    const shown = this.#onScreen;
    if (shown === undefined) throw new Error('no conversation on screen');
    shown.messages.add(await say(kind, shown.chatId, text, note));
    await this.#drawList();
  }

  async #drawList(): Promise<void> {
    const contacts = await fetchContacts();
    const scrolled = this.#list.firstElementChild?.lastElementChild?.scrollTop ?? 0;
    const list = contactList(contacts, this.#onScreen?.chatId, this.words, (chatId) =>
      this.#open(chatId),
    );
    this.#list.replaceChildren(list);
    if (list.lastElementChild !== null) list.lastElementChild.scrollTop = scrolled;
  }
}

async function start(): Promise<void> {
  const options = await fetchOptions();
  if (options.classNames === 'obfuscated') hideClassNames();
  await new App(options, allWords[options.language]).start();
}

void start();
