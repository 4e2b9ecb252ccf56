import { agent, bot, customer, day, hour, note, system, told } from '../telling';
import type { StoryConversation, StoryRecord } from '../types';

const invoice: StoryConversation = {
  channel: 'email',
  subject: 'Invoice for order AC-10482',
  status: 'resolved',
  assignee: 'lena',
  labels: ['billing'],
  messages: told(405 * day, [
    customer(
      'Hello,\n\nThe Refuge 2 tent arrived today, it is beautiful. Could you send me the invoice? I need it for our club and there is only a delivery slip in the box.\n\nThank you,\nAmélie Laurent',
    ),
    agent(
      'lena',
      'Hi Amélie,\n\nHappy to hear it! The invoice is attached. You can also find it in your account under Orders › AC-10482.\n\nEnjoy the first night out,\nLena',
      {
        after: 95,
        attachments: [{ name: 'Invoice-AC-10482.pdf', mime: 'application/pdf', size: 84_213 }],
        quoted:
          'On Tuesday, Amélie Laurent wrote:\n> The Refuge 2 tent arrived today, it is beautiful. Could you send me the invoice?\n> I need it for our club and there is only a delivery slip in the box.',
      },
    ),
    customer('Perfect, that was quick. Merci !', {
      after: 22,
      quoted:
        'On Tuesday, Lena from Acme wrote:\n> The invoice is attached. You can also find it in your account under Orders › AC-10482.',
    }),
    system('Conversation was marked resolved by Lena Hoffmann', { after: 6 }),
  ]),
};

const gpxExport: StoryConversation = {
  channel: 'chat',
  status: 'resolved',
  assignee: 'tom',
  labels: ['trail-plus', 'bug'],
  messages: told(182 * day, [
    customer('Hi! I recorded a 3-day route in Trail+ but the GPX export only has day one'),
    bot('Thanks for writing to Acme! While you wait: have you tried updating the app?'),
    customer('yes, 5.2.1, it is the latest', { after: 1 }),
    system('Assigned to Tom Okafor', { after: 2 }),
    agent('tom', 'Hi Amélie, Tom here. Which phone are you on?', { after: 1 }),
    customer('A Fairphone 5, Android 14'),
    note(
      'tom',
      'Same as TRAIL-2231: export stops at the first pause longer than 6 h. Fix is in 5.2.2.',
    ),
    agent(
      'tom',
      'Found it: the export stops at the first long pause, so your night in the hut was "the end" for the app. The fix comes with 5.2.2 this week. Meanwhile I exported all three days for you.',
      {
        after: 9,
        attachments: [{ name: 'vercors-3-days.gpx', mime: 'application/gpx+xml', size: 412_877 }],
      },
    ),
    customer('Ha, the hut was nearly the end for me too 😄 Thank you Tom!'),
  ]),
};

const jacketExchange: StoryConversation = {
  channel: 'whatsapp',
  status: 'resolved',
  assignee: 'sofia',
  labels: ['exchange'],
  messages: told(64 * day, [
    customer('Bonjour, the Bise shell jacket came in S, I ordered M 🙈'),
    customer('', {
      after: 0,
      attachments: [{ name: 'label-size-S.jpg', mime: 'image/jpeg', size: 1_204_511 }],
    }),
    agent(
      'sofia',
      'Oh no, sorry! Our packing mistake, I can see M on the order. A new one leaves today.',
    ),
    agent('sofia', 'Here is a free return label for the S. No hurry with it.', {
      after: 1,
      attachments: [{ name: 'return-label.pdf', mime: 'application/pdf', size: 58_020 }],
    }),
    customer('Super, thank you 🙏'),
    customer('The M arrived, fits perfectly with a fleece under it', { after: 3 * day }),
    agent('sofia', 'Wonderful! Have a great season, Amélie.', { after: 14 }),
  ]),
};

const zipRepair: StoryConversation = {
  channel: 'email',
  subject: 'Repair R-3317: sleeping bag zip',
  status: 'snoozed',
  assignee: 'marc',
  labels: ['repair'],
  messages: told(21 * day, [
    customer(
      'Bonjour Marc,\n\nla fermeture de mon sac de couchage Nuit 400 accroche à mi-hauteur depuis le dernier bivouac. Est-ce réparable ?\n\nAmélie',
      { attachments: [{ name: 'fermeture.jpg', mime: 'image/jpeg', size: 2_310_448 }] },
    ),
    agent(
      'marc',
      'Bonjour Amélie,\n\noui, c’est le curseur et non la fermeture. Notre atelier le remplace gratuitement, comptez deux semaines.\n\nMarc',
      {
        after: 3 * hour,
        html: '<p>Bonjour Amélie,</p><p>oui, c’est le <b>curseur</b> et non la fermeture. Notre atelier le remplace <b>gratuitement</b>, comptez deux semaines.</p><p>Marc</p>',
        quoted:
          'Lundi, Amélie Laurent a écrit :\n> la fermeture de mon sac de couchage Nuit 400 accroche à mi-hauteur depuis le dernier bivouac.',
      },
    ),
    customer('Parfait, je l’ai posté ce matin.', { after: 2 * day }),
    note(
      'marc',
      'Received by the workshop, ticket R-3317. Slider on back order, wake me in three weeks.',
      {
        after: 3 * day,
      },
    ),
    system('Conversation was snoozed by Marc Dubois'),
  ]),
};

const bootsToday: StoryConversation = {
  channel: 'whatsapp',
  status: 'open',
  assignee: 'lena',
  labels: ['delivery', 'urgent'],
  messages: told(3 * hour + 10, [
    customer(
      'Hello! My Crête boots (AC-18830) say “delayed” since yesterday. I leave for the GR20 in three days 😬',
    ),
    bot('Hi Amélie, thanks for your message. A colleague will answer within the hour.'),
    system('Assigned to Lena Hoffmann', { after: 6 }),
    agent('lena', 'Hi Amélie, that is too close for comfort. I am calling the carrier right now.', {
      after: 8,
    }),
    note(
      'lena',
      'DHL: parcel is stuck in Roissy, missed the sort. Delivery in two days is “likely”. I would not rely on it.',
      {
        after: 34,
      },
    ),
    agent(
      'lena',
      'The parcel missed a truck near Paris. To be safe I can send a second pair by express to a pickup point in Lyon: there tomorrow before noon. Send the late pair back whenever it comes.',
      { after: 4 },
    ),
    customer('Really? That would save my trek 🥾 The pickup point at Part-Dieu is ideal', {
      after: 41,
    }),
    agent(
      'lena',
      'Done. Express parcel AC-18830-B, Part-Dieu, tomorrow by 12:00. Here is the tracking slip.',
      {
        after: 17,
        attachments: [{ name: 'Express-AC-18830-B.pdf', mime: 'application/pdf', size: 61_990 }],
      },
    ),
    customer('You are the best ❤️ One thing: should I waterproof them before the first walk?', {
      after: 76,
    }),
  ]),
};

/** Amélie as Chatwoot knows her: e-mail, web chat and WhatsApp. */
export const amelieOnChatwoot: StoryRecord = {
  name: 'Amélie Laurent',
  email: 'amelie.laurent@courrier.example',
  phone: '+33617294836',
  externalId: 'cust_20418',
  company: 'Club Alpin Lyon Est',
  city: 'Lyon',
  country: 'France',
  language: 'fr',
  timeZone: 'Europe/Paris',
  notes: 'Leads Sunday hikes of her club, orders for the group each spring.',
  custom: { plan: 'Trail+ yearly', shoe_size: '39' },
  tags: ['club-leader', 'vip'],
  conversations: [invoice, gpxExport, jacketExchange, zipRepair, bootsToday],
};
