/** The organisation's canned responses, which Kustomer calls shortcuts. */
export interface ShortcutStory {
  name: string;
  category?: string;
  /** Markdown with Handlebars placeholders. */
  text: string;
  deleted?: boolean;
  appDisabled?: boolean;
  /** Only members of this team may use it. */
  team?: string;
  /** Tags set on the conversation when it is inserted in Kustomer. */
  tags?: string[];
  /** The text exists as Draft.js content only. */
  withoutMarkdown?: boolean;
}

export const shortcuts: readonly ShortcutStory[] = [
  {
    name: 'greeting',
    category: 'General',
    text: 'Hello {{customer.firstName}}, thanks for writing.',
  },
  {
    name: 'closing',
    category: 'General',
    text: 'Is there anything else I can do for you?\n\nBest wishes,\n{{currentUser.displayName}}',
  },
  {
    name: 'where is my parcel',
    category: 'Shipping',
    text: 'Hello {{customer.firstName}},\n\nyour parcel left our warehouse and is with the courier now. It usually takes **two to four working days**.\n\nYou can follow it here: [tracking](https://parcels.example/track)',
    tags: ['shipping'],
  },
  {
    name: 'return label',
    category: 'Shipping',
    text: 'I have put a return label into this message. Please:\n\n1. print it,\n2. stick it on the box,\n3. hand the box in at any parcel shop.\n\nAs soon as it is scanned I start the refund.',
  },
  {
    name: 'refund started',
    category: 'Billing',
    text: 'Your refund is on its way, {{customer.firstName}}. Depending on the bank it takes up to **five working days**.',
    team: 'Billing',
  },
  {
    name: 'invoice copy',
    category: 'Billing',
    text: 'Here is a copy of your invoice for “{{conversation.name}}”.',
    withoutMarkdown: true,
  },
  {
    name: 'vip or not',
    category: 'General',
    text: '{{#if customer.custom.vipBool}}Thank you for being with us for so long!{{/if}} I look into it at once.',
  },
  { name: 'christmas 2024', category: 'General', text: 'Merry Christmas!', deleted: true },
  { name: 'old bot answer', text: 'I am a bot.', appDisabled: true },
];
