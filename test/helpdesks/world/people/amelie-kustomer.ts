import { agent, bot, customer, day, hour, note, told } from '../telling';
import type { StoryConversation, StoryRecord } from '../types';

const brokenPole: StoryConversation = {
  channel: 'email',
  subject: 'Tente Refuge 2 : arceau cassé',
  status: 'resolved',
  assignee: 'marc',
  labels: ['warranty'],
  messages: told(331 * day, [
    customer(
      'Bonjour,\n\nau deuxième bivouac un arceau de ma Refuge 2 a cassé net au niveau du manchon (photo). Commande AC-10482. Est-ce couvert par la garantie ?\n\nCordialement,\nAmélie Laurent',
      {
        html: '<p>Bonjour,</p><p>au deuxième bivouac un arceau de ma <b>Refuge 2</b> a cassé net au niveau du manchon (photo). Commande AC-10482. Est-ce couvert par la garantie&nbsp;?</p><p>Cordialement,<br>Amélie Laurent</p>',
        attachments: [{ name: 'arceau.jpg', mime: 'image/jpeg', size: 1_874_002 }],
      },
    ),
    note('viktor', 'Third broken sleeve from batch 23-B. Tell purchasing.', { after: hour }),
    agent(
      'marc',
      'Bonjour Amélie,\n\nbien sûr. Un jeu d’arceaux complet part aujourd’hui, sans frais, et vous gardez l’ancien comme pièces de rechange.\n\nBonne route,\nMarc',
      {
        after: 50,
        quoted:
          'Le lundi, Amelie LAURENT a écrit :\n> au deuxième bivouac un arceau de ma Refuge 2 a cassé net au niveau du manchon (photo).',
      },
    ),
    customer('Quel service ! Merci beaucoup Marc.', { after: 5 * hour }),
  ]),
};

const doubleCharge: StoryConversation = {
  channel: 'chat',
  subject: 'Charged twice for Trail+',
  status: 'resolved',
  assignee: 'priya',
  labels: ['billing', 'trail-plus'],
  messages: told(241 * day, [
    customer('Hello, I see two payments of €34.90 for Trail+ on my card, same day'),
    bot('Hi! I am the Acme assistant. Is this about a payment or about the app?'),
    customer('payment'),
    agent('priya', 'Hi Amélie, Priya from billing. One moment, I am looking at both payments.', {
      after: 4,
    }),
    note(
      'priya',
      'Second charge from the App Store purchase on her tablet. Refunded the web one, kept the store one.',
      {
        after: 7,
      },
    ),
    agent(
      'priya',
      'You subscribed once on our site and once through the tablet. I refunded the one on our site: €34.90 will be back in 3 to 5 days. Your year is not affected.',
      { after: 2 },
    ),
    customer('Ah, the tablet! My fault then. Thank you for sorting it out'),
    agent(
      'priya',
      'It happens more often than you think, we should warn about it. Have a lovely day!',
      { after: 1 },
    ),
  ]),
};

const phoneCall: StoryConversation = {
  channel: 'voice',
  subject: 'Call: carrying capacity of the Combe 45 pack',
  status: 'resolved',
  assignee: 'tom',
  messages: told(118 * day, [
    customer('Incoming call, 4 min 12 s'),
    note(
      'tom',
      'Wants the Combe 45 for a week with a dog. 14 kg is fine, recommended the wider hip belt. Will think about it.',
      {
        after: 5,
      },
    ),
  ]),
};

const groupOrder: StoryConversation = {
  channel: 'email',
  subject: 'Group order for the club: 12 head torches',
  status: 'snoozed',
  assignee: 'kenji',
  labels: ['b2b', 'quote'],
  messages: told(35 * day, [
    customer(
      'Hello,\n\nour club would like 12 Lueur 300 head torches for the winter outings. Is there a group price, and can the invoice go to the club?\n\nBest regards,\nAmélie Laurent\nClub Alpin Lyon Est',
    ),
    agent(
      'kenji',
      'Dear Amélie,\n\nwith pleasure: 15 % off from ten pieces. The quote for the club is attached and valid for 60 days.\n\nKind regards,\nKenji',
      {
        after: 4 * hour,
        attachments: [{ name: 'Quote-Q-2207.pdf', mime: 'application/pdf', size: 97_344 }],
        quoted:
          'Amelie LAURENT wrote:\n> our club would like 12 Lueur 300 head torches for the winter outings.',
      },
    ),
    customer('Thank you Kenji. The committee votes on it next month, I will come back to you.', {
      after: day,
    }),
    note('kenji', 'Snoozed until their committee meets.', { after: 10 }),
  ]),
};

const deliveryAddress: StoryConversation = {
  channel: 'email',
  subject: 'AC-18830: can it go to a pickup point?',
  status: 'open',
  assignee: 'lena',
  labels: ['delivery'],
  messages: told(6 * hour, [
    customer(
      'Hello,\n\nif my boots really come late, could they go to a pickup point in Lyon instead of my home? I leave in three days.\n\nAmélie',
      {
        html: '<p>Hello,</p><p>if my boots really come late, could they go to a <b>pickup point in Lyon</b> instead of my home? I leave in three days.</p><p>Amélie</p>',
        quoted:
          'On Monday, Acme Shipping wrote:\n> Your parcel AC-18830 is delayed. New estimate: two more days.',
      },
    ),
    note('lena', 'Talking to her on WhatsApp as well, answer there first.', {
      after: 3 * hour + 20,
    }),
  ]),
};

/** Amélie as Kustomer knows her: surname in capitals, as French forms ask for it. */
export const amelieOnKustomer: StoryRecord = {
  name: 'Amelie LAURENT',
  email: 'amelie.laurent@courrier.example',
  otherEmails: ['a.laurent@clubalpin-lyonest.example'],
  phone: '+33617294836',
  externalId: 'cust_20418',
  company: 'Club Alpin Lyon Est',
  city: 'Lyon',
  country: 'France',
  language: 'fr-FR',
  timeZone: 'Europe/Paris',
  custom: { loyaltyTier: 'Gold' },
  tags: ['VIP', 'b2b'],
  conversations: [brokenPole, doubleCharge, phoneCall, groupOrder, deliveryAddress],
};
