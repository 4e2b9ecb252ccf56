import { leavePane, turn } from '../../core/left-pane';
import type { PageOptions, ShownChat } from '../page-data';
import { chatList } from './chat-list';
import { composer, composerModel } from './composer';
import { avatar, h } from './dom';
import { MessageArea } from './messages';
import { loginScreen, rail, settingsScreen } from './screens';
import { fetchChat, fetchList, fetchOptions, join, say } from './server';
import { visitorPanel } from './visitor-panel';
import { words as allWords, type Words } from './words';

/** What tests find as `window.emulator`. */
interface PageHook {
  /** Makes the visitor on screen say something; resolves when it is shown. */
  receive(text: string): Promise<void>;
  /** What the page would send: the composer's text as far as the page noticed it. */
  composerModel(): string;
  /** Goes to an address as a click in the list does. */
  open(hash: string): void;
}

const app = document.getElementById('app') ?? document.body;
const listPlace = h('div', { class: 'list-place' });
const mainPlace = h('div', { class: 'main-place' });
let onScreen: { chat: ShownChat; messages: MessageArea } | undefined;
/** Grows with each navigation, so that a slow answer never draws over a newer chat. */
let navigation = 0;

async function show(options: PageOptions, words: Words, hash = location.hash): Promise<void> {
  navigation += 1;
  const current = navigation;
  onScreen = undefined;
  const [, section = 'chats', visitor, chatId = ''] = hash.split('/');
  if (!options.signedIn || section === 'login') {
    if (section !== 'login') history.replaceState(null, '', '#/login');
    app.replaceChildren(loginScreen());
    return;
  }
  app.replaceChildren(rail(section), listPlace, mainPlace);
  app.dataset.section = section;
  if (section !== 'chats') {
    mainPlace.replaceChildren(settingsScreen(section === 'settings' ? (visitor ?? '') : section));
    return;
  }
  const chat = visitor === undefined ? undefined : await fetchChat(visitor, chatId);
  if (current !== navigation) return;
  leavePane(options.leftPane);
  if (chat === undefined) mainPlace.replaceChildren(h('p', { class: 'empty' }, words.none));
  else drawChat(chat, options, words);
  await drawList(options, words);
}

/** Goes to a chat as a click on it does; the address may change before the content, or after it. */
function go(options: PageOptions, words: Words, address: string): void {
  const isShort = options.chatAddress === 'visitor';
  const hash = isShort ? address.split('/').slice(0, 3).join('/') : address;
  turn(
    options,
    () => history.pushState(null, '', hash),
    () => void show(options, words, hash),
  );
}

function drawChat(chat: ShownChat, options: PageOptions, words: Words): void {
  const messages = new MessageArea(chat, words);
  onScreen = { chat, messages };
  const stage = chat.stage === 'closed' ? words.closed : undefined;
  mainPlace.replaceChildren(
    h(
      'main',
      { class: 'chat' },
      h(
        'header',
        { class: 'chat-header' },
        avatar(chat.label),
        h('strong', { dir: 'auto' }, chat.label),
        stage === undefined ? undefined : h('span', { class: 'chat-stage' }, stage),
      ),
      messages.element,
      composer(chat.chatId, options, words, {
        async send(text) {
          messages.add(await say('send', chat, text));
          await drawList(options, words);
        },
        join: () => join(chat),
      }),
    ),
    visitorPanel(chat, options, words),
  );
  messages.element.scrollTop = messages.element.scrollHeight;
}

async function drawList(options: PageOptions, words: Words): Promise<void> {
  const list = await fetchList();
  const chat = onScreen?.chat;
  const open = chat && { visitor: chat.visitorUrlId, chat: chat.chatId };
  const scrolled = listPlace.querySelector('.chat-list-content')?.scrollTop ?? 0;
  listPlace.replaceChildren(chatList(list, open, words, (hash) => go(options, words, hash)));
  const content = listPlace.querySelector('.chat-list-content');
  if (content !== null) content.scrollTop = scrolled;
}

async function start(): Promise<void> {
  const options = await fetchOptions();
  const words = allWords[options.language];
  const hook: PageHook = {
    async receive(text) {
      const shown = onScreen;
      if (shown === undefined) throw new Error('no chat on screen');
      shown.messages.add(await say('receive', shown.chat, text));
      await drawList(options, words);
    },
    composerModel: () => composerModel(onScreen?.chat.chatId),
    open: (hash) => go(options, words, hash),
  };
  Object.assign(window, { emulator: hook });
  window.addEventListener('hashchange', () => void show(options, words));
  await show(options, words);
}

void start();
