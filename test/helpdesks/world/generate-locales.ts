/** The parts from which a person of one language is generated. */
export interface Locale {
  /** BCP 47. */
  language: string;
  country: string;
  cities: readonly string[];
  timeZone: string;
  given: readonly string[];
  family: readonly string[];
  /** Calling code without `+`. */
  calling: string;
  /** First digits of a mobile number after the calling code. */
  mobile: string;
  /** How many digits follow `mobile`. */
  digits: number;
  /** What is dialled within the country in place of the calling code. */
  trunk: string;
  questions: readonly string[];
  thanks: readonly string[];
}

export const locales: readonly Locale[] = [
  {
    language: 'en-GB',
    country: 'United Kingdom',
    cities: ['Leeds', 'Bristol', 'Inverness'],
    timeZone: 'Europe/London',
    given: ['Emily', 'Jack', 'Priti', 'George', 'Isla'],
    family: ['Taylor', 'Walker', 'Patel', 'MacLeod', 'Evans'],
    calling: '44',
    mobile: '7700',
    digits: 6,
    trunk: '0',
    questions: [
      'Hi, where is my order? The tracking has not moved since Monday.',
      'Is the Combe 45 waterproof or do I need a cover?',
      'Could you send me the invoice again please?',
      'Trail+ lost my route after the update.',
    ],
    thanks: ['Brilliant, thanks!', 'Cheers, that worked.', 'Lovely, thank you.'],
  },
  {
    language: 'fr',
    country: 'France',
    cities: ['Grenoble', 'Nantes', 'Lille'],
    timeZone: 'Europe/Paris',
    given: ['Camille', 'Hugo', 'Léa', 'Théo', 'Inès'],
    family: ['Moreau', 'Girard', 'Lefèvre', 'Roux', 'Bonnet'],
    calling: '33',
    mobile: '6',
    digits: 8,
    trunk: '0',
    questions: [
      'Bonjour, mon colis est indiqué livré mais je n’ai rien reçu.',
      'Est-ce que la Refuge 2 tient dans un sac de 40 litres ?',
      'Je voudrais échanger mes chaussures contre du 42.',
    ],
    thanks: ['Merci beaucoup !', 'Parfait, bonne journée.', 'Super, c’est reçu 👍'],
  },
  {
    language: 'de',
    country: 'Germany',
    cities: ['Freiburg', 'Kassel', 'Dresden'],
    timeZone: 'Europe/Berlin',
    given: ['Lukas', 'Mia', 'Jürgen', 'Anneliese', 'Ben'],
    family: ['Schäfer', 'Krüger', 'Vogel', 'Weiß', 'Lehmann'],
    calling: '49',
    mobile: '151',
    digits: 8,
    trunk: '0',
    questions: [
      'Hallo, wie lange dauert der Versand nach Österreich?',
      'Die Naht am Rucksack ist nach zwei Touren aufgegangen.',
      'Kann ich die Rechnung auf meine Firma umschreiben lassen?',
    ],
    thanks: ['Vielen Dank!', 'Alles klar, danke.', 'Perfekt, schönen Feierabend!'],
  },
  {
    language: 'ru',
    country: 'Kazakhstan',
    cities: ['Алматы', 'Астана'],
    timeZone: 'Asia/Almaty',
    given: ['Алина', 'Тимур', 'Ольга', 'Данияр'],
    family: ['Ким', 'Ахметова', 'Волков', 'Серикова'],
    calling: '7',
    mobile: '701',
    digits: 7,
    trunk: '8',
    questions: [
      'Здравствуйте, вы доставляете в Казахстан?',
      'Подскажите, какой спальник взять на минус десять?',
    ],
    thanks: ['Спасибо!', 'Понятно, благодарю.'],
  },
  {
    language: 'ar',
    country: 'Egypt',
    cities: ['القاهرة', 'الإسكندرية'],
    timeZone: 'Africa/Cairo',
    given: ['مريم', 'أحمد', 'سارة', 'يوسف'],
    family: ['حسن', 'عبد الله', 'منصور', 'فؤاد'],
    calling: '20',
    mobile: '100',
    digits: 7,
    trunk: '0',
    questions: ['مرحبا، متى تصل الطلبية؟', 'هل يمكن استبدال المقاس 41 بمقاس 42؟'],
    thanks: ['شكراً جزيلاً', 'تمام، شكراً 🙏'],
  },
  {
    language: 'ja',
    country: 'Japan',
    cities: ['札幌市', '富山市'],
    timeZone: 'Asia/Tokyo',
    given: ['陽菜', '大輝', '美咲', '蓮'],
    family: ['高橋', '伊藤', '渡辺', '小林'],
    calling: '81',
    mobile: '90',
    digits: 8,
    trunk: '0',
    questions: ['テントの修理は可能でしょうか？', '注文した商品がまだ届きません。'],
    thanks: ['ありがとうございます。', '助かりました！'],
  },
];

/** Answers any agent could give to any of the questions. */
export const agentAnswers: readonly string[] = [
  'Hello! I am looking into it right now, one moment please.',
  'Thank you for waiting. I found your order and have put it right.',
  'Yes, that is possible. I have sent you the details by e-mail.',
  'I have asked the workshop, they answer by tomorrow.',
  'Sorry for the trouble! A replacement leaves today.',
  'Good question. Most customers take one size up.',
];

export const subjects: readonly string[] = [
  'Question about my order',
  'Return',
  'Invoice',
  'Trail+ subscription',
  'Warranty',
];
