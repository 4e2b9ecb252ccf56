import { agent, bot, customer, day, hour, system, told } from '../telling';
import type { StoryConversation, StoryRecord } from '../types';

const whichTent: StoryConversation = {
  channel: 'chat',
  status: 'resolved',
  messages: told(425 * day, [
    bot('Hi there 👋 Looking for a tent? We can help you choose.'),
    customer('hi, is the Refuge 2 big enough for two people AND backpacks?'),
    agent(
      'viktor',
      'Hi! Two people and two 40 litre packs in the porch, yes. With a dog I would take the Refuge 3.',
    ),
    customer('no dog yet :) and the weight with pegs?'),
    agent('viktor', '2.1 kg with everything, 1.8 kg without the footprint.', { after: 1 }),
    customer('great, ordering it now. thanks!'),
  ]),
};

const cannotSignIn: StoryConversation = {
  channel: 'chat',
  status: 'resolved',
  messages: told(275 * day, [
    customer('I changed my phone and Trail+ does not let me in, it says unknown account'),
    agent('tom', 'Hi Amélie, did you maybe use “Sign in with Apple” on the old one?'),
    customer('no, old one was android too... wait. I wrote my address with a typo 🤦‍♀️'),
    agent('tom', 'The classic. All your routes are there?'),
    customer('all there!'),
  ]),
};

const bootSize: StoryConversation = {
  channel: 'chat',
  status: 'resolved',
  messages: told(150 * day, [
    customer('Do the Crête boots run small? I am 38.5 in street shoes'),
    agent('sofia', 'A little. With hiking socks most people take half a size up, so 39.'),
    customer('and if 39 is wrong?'),
    agent('sofia', 'Try them at home for 60 days, return is free. Just not in the mud yet 😉', {
      after: 1,
    }),
    customer('haha ok, no mud'),
    system('Visitor opened page “Crête GTX women | Acme”', { after: 1 }),
  ]),
};

const stove: StoryConversation = {
  channel: 'chat',
  status: 'resolved',
  messages: told(42 * day, [
    customer('Can I take the Brasero gas stove on the ferry to Corsica?'),
    agent(
      'kenji',
      'The stove yes, the cartridge no on most ferries. They sell EN 417 cartridges in Calenzana.',
    ),
    customer('Perfect, exactly where I start. Thanks'),
  ]),
};

const bootsDelayed: StoryConversation = {
  channel: 'chat',
  status: 'open',
  messages: told(day + 2 * hour, [
    customer('hello, order AC-18830 shows “delayed”, do you know more?'),
    agent(
      'priya',
      'Hi Amélie, the carrier only says “operational delay” so far. Usually one day.',
      { after: 5 },
    ),
    customer('ok. I need them in four days, otherwise I walk the GR20 in sandals'),
    agent(
      'priya',
      'We will not let that happen. If it has not moved by tomorrow morning, write again and we send a second pair.',
    ),
    customer('deal 🤝'),
    system('Operator Priya Raman left the chat', { after: 10 }),
  ]),
};

/** Amélie as Chaport knows her: what she typed into the chat's form. */
export const amelieOnChaport: StoryRecord = {
  name: 'amelie',
  email: 'Amelie.Laurent@courrier.example',
  phone: '06 17 29 48 36',
  city: 'Lyon',
  country: 'France',
  language: 'fr',
  notes: 'Knows her gear. Boots AC-18830 must arrive before her GR20 trek.',
  custom: { plan: 'Trail+' },
  conversations: [whichTent, cannotSignIn, bootSize, stove, bootsDelayed],
};
