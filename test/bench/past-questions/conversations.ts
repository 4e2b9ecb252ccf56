import type { Contact } from '../../../lib/model/contact';
import type { Conversation, Message } from '../../../lib/model/history';
import { chinese } from './chinese';
import { english } from './english';
import { french, spanish } from './french-and-spanish';
import { german } from './german';
import type { Topic } from './topic';

/** A question as somebody else asks it, and to which conversation the answer belongs. */
export interface LabelledQuestion {
  text: string;
  conversationId: string;
}

/** What a team has stored after some months: conversations with a label, and many others. */
export interface HeldConversations {
  contacts: Contact[];
  conversations: Conversation[];
  messages: Message[];
  questions: LabelledQuestion[];
}

interface Language {
  topics: readonly Topic[];
  hello: readonly string[];
  greeting: (name: string) => string;
  wait: string;
  thanks: readonly string[];
  bye: string;
  names: readonly string[];
  /** Conversations nobody asks about; many share words with the questions. */
  chatter: readonly (readonly [string, string])[];
}

const languages: readonly Language[] = [
  {
    topics: english,
    hello: ['Hello', 'Hi there!', 'Good morning'],
    greeting: (name) => `Hi ${name},`,
    wait: 'Let me check that for you, one moment please.',
    thanks: ['Thanks a lot!', 'Great, thank you', 'ok'],
    bye: 'You are welcome, have a nice day!',
    names: ['Anna Miller', 'Tom Baker', 'Ruth Osei', 'Mark Lane'],
    chatter: [
      [
        'I just wanted to say that the last order was lovely, my card game group is happy',
        'That is so kind, we have passed it on to the people who packed it.',
      ],
      [
        'Is this still the right chat for questions about my account?',
        'It is, we read everything that is written in this window.',
      ],
      [
        'Your colleague was very helpful with the delivery yesterday',
        'Wonderful to hear, she will be glad about it.',
      ],
      [
        'I will send the documents over later this week',
        'Perfect, we will have a look at them as soon as they are here.',
      ],
      [
        'When is your new catalogue with the jackets and shoes printed?',
        'It goes to print in spring and is in the shops by Easter.',
      ],
      [
        'Do you have jobs for people who repair bicycles?',
        'All open positions stand on our careers page.',
      ],
    ],
  },
  {
    topics: german,
    hello: ['Hallo', 'Guten Tag', 'Moin'],
    greeting: (name) => `Hallo ${name},`,
    wait: 'Einen Moment bitte, ich schaue nach.',
    thanks: ['Vielen Dank!', 'Super, danke', 'ok'],
    bye: 'Gerne, einen schönen Tag noch!',
    names: ['Jürgen Groß', 'Sabine Koch', 'Lena Weiß'],
    chatter: [
      [
        'Ich wollte nur sagen, dass die letzte Bestellung wunderbar war',
        'Das freut uns sehr, wir geben es an die Packerinnen weiter.',
      ],
      [
        'Bin ich hier richtig mit Fragen zu meinem Konto?',
        'Genau richtig, wir lesen alles, was hier geschrieben wird.',
      ],
      ['Die Unterlagen schicke ich Ende der Woche', 'Prima, wir sehen sie uns dann gleich an.'],
    ],
  },
  {
    topics: french,
    hello: ['Bonjour', 'Bonsoir'],
    greeting: (name) => `Bonjour ${name},`,
    wait: 'Un instant, je regarde.',
    thanks: ['Merci beaucoup !', 'Parfait, merci'],
    bye: 'Avec plaisir, bonne journée !',
    names: ['Amélie Laurent', 'Hugo Petit'],
    chatter: [
      [
        'Je voulais seulement dire que la commande était superbe',
        'Merci, nous le transmettons à toute l’équipe.',
      ],
    ],
  },
  {
    topics: spanish,
    hello: ['Hola', 'Buenos días'],
    greeting: (name) => `Hola ${name}:`,
    wait: 'Un momento, lo miro.',
    thanks: ['¡Muchas gracias!', 'Perfecto'],
    bye: 'De nada, que tenga un buen día.',
    names: ['Lucía Gómez', 'Íñigo Peña'],
    chatter: [
      [
        'Solo quería decir que el pedido fue estupendo',
        'Qué alegría, se lo contamos a todo el equipo.',
      ],
    ],
  },
  {
    topics: chinese,
    hello: ['你好', '在吗'],
    greeting: (name) => `${name}您好，`,
    wait: '请稍等，我帮您查一下。',
    thanks: ['谢谢', '好的'],
    bye: '不客气，祝您生活愉快！',
    names: ['王小明', '李芳'],
    chatter: [['上次买的东西很好，谢谢你们', '谢谢您的支持，我们会转告同事。']],
  },
];

/** How many unrelated conversations there are for each that has a label. */
const CHATTER = 4;
const dayMs = 24 * 60 * 60_000;
const NEWEST = Date.UTC(2026, 9, 1);

/** Makes them; always the same. With `copies`, each many times over, of other people. */
export function heldConversations(copies = 1): HeldConversations {
  const held: HeldConversations = { contacts: [], conversations: [], messages: [], questions: [] };
  let count = 0;
  for (const language of Array.from({ length: copies }, () => languages).flat()) {
    for (const [at, [asked, once, again, answer]] of language.topics.entries()) {
      const conversationId = add(language, asked, answer);
      for (const text of [once, again]) {
        held.questions.push({
          text: at % 3 === 0 ? `${pick(language.hello, at)}\n${text}` : text,
          conversationId,
        });
      }
      for (let more = 0; more < CHATTER; more += 1) {
        add(language, ...pick(language.chatter, at * CHATTER + more));
      }
    }
  }
  return held;

  function add(language: Language, asked: string, answer: string): string {
    count += 1;
    const [id, contactId] = [`conversation-${count}`, `contact-${count}`];
    const name = pick(language.names, count);
    const connectionId = `desk-${count % 4}`;
    let sentAt = NEWEST - ((count * 37) % 300) * dayMs;
    const say = (direction: 'in' | 'out', text: string, role: 'contact' | 'agent' | 'bot') => {
      sentAt += 70_000;
      held.messages.push({
        ...{ connectionId, id: `${id}-${held.messages.length}`, contactId, conversationId: id },
        ...{ kind: 'message', direction, text, sentAt, timeQuality: 'exact' },
        author: { name: role === 'contact' ? name : 'Sam Okoro', role },
        ...{ sequence: held.messages.length, attachments: [] },
      });
    };
    const parts = count % 4 === 1 ? asked.split(/(?<=[,，.。]) ?/) : [asked];
    if (count % 2 === 0) say('in', pick(language.hello, count), 'contact');
    say(
      'out',
      'Thanks for your message! We are usually back within an hour about your order.',
      'bot',
    );
    for (const part of parts) say('in', part, 'contact');
    if (count % 3 === 0) say('out', language.wait, 'agent');
    const called = `${language.greeting(name)} ${answer}`;
    const pieces = count % 5 === 0 ? called.split(/(?<=[.;。])/) : [called];
    for (const piece of pieces) say('out', piece.trim(), 'agent');
    say('in', pick(language.thanks, count), 'contact');
    say('out', language.bye, 'agent');
    held.conversations.push({ connectionId, id, contactId, status: 'resolved' });
    held.contacts.push({
      ...{ connectionId, id: contactId, platform: 'chatwoot', name, fetchedAt: sentAt },
      ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] },
    });
    return id;
  }
}

function pick<T>(things: readonly T[], at: number): T {
  const thing = things[at % things.length];
  if (thing === undefined) throw new Error('nothing to choose from');
  return thing;
}
