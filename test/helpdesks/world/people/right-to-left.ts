import { agent, bot, customer, day, hour, note, told } from '../telling';
import type { StoryPerson } from '../types';

export const yasmin: StoryPerson = {
  key: 'yasmin',
  about: 'Arabic; only the phone in common, Latin name on Chaport.',
  chatwoot: [
    {
      name: 'ياسمين الخطيب',
      phone: '+971504817362',
      city: 'دبي',
      country: 'United Arab Emirates',
      language: 'ar',
      timeZone: 'Asia/Dubai',
      conversations: [
        {
          channel: 'whatsapp',
          status: 'open',
          assignee: 'tom',
          messages: told(2 * day, [
            customer('السلام عليكم، هل خيمة Refuge 3 مناسبة للصحراء؟ الرياح قوية عندنا'),
            agent(
              'tom',
              'Hello Yasmin! Yes, up to 90 km/h with all 12 pegs. For sand please take the wide pegs (SP-20).',
            ),
            customer('ممتاز! كم سعر الأوتاد SP-20 (12 قطعة)؟ 🏜️'),
            agent('tom', '€18 for 12 (١٢), sent together with the tent.'),
            note('tom', 'Customer writes Arabic, reads English well.'),
          ]),
        },
      ],
    },
  ],
  chaport: [
    {
      name: 'Yasmin K.',
      phone: '+971 50-481-7362',
      language: 'ar',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(50 * day, [
            customer('do you ship to Dubai?'),
            agent('priya', 'We do, 4 to 6 days, duties included.'),
            customer('شكراً جزيلاً'),
          ]),
        },
      ],
    },
  ],
};

export const noa: StoryPerson = {
  key: 'noa',
  about: 'Hebrew with Latin words, numbers and direction marks inside.',
  kustomer: [
    {
      name: 'נועה לוי',
      email: 'noa.levi@doar.example',
      city: 'תל אביב',
      country: 'Israel',
      language: 'he',
      timeZone: 'Asia/Jerusalem',
      conversations: [
        {
          channel: 'email',
          subject: 'החזר כספי עבור הזמנה AC-16001',
          status: 'resolved',
          assignee: 'priya',
          labels: ['refund'],
          messages: told(45 * day, [
            customer(
              'שלום,\n\nשולם פעמיים עבור הזמנה \u200eAC-16001\u200f (149.90 €). אפשר החזר?\n\nתודה,\nנועה',
              {
                html: '<div dir="rtl"><p>שלום,</p><p>שולם פעמיים עבור הזמנה AC-16001 (149.90 €). אפשר החזר?</p><p>תודה,<br>נועה</p></div>',
              },
            ),
            agent('priya', 'Shalom Noa,\n\nrefunded today, reference RF-551.\n\nPriya', {
              after: 6 * hour,
              quoted: 'נועה לוי wrote:\n> שולם פעמיים עבור הזמנה AC-16001',
            }),
            customer('קיבלתי, תודה רבה!', { after: 4 * day }),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      name: 'Noa Levi',
      email: 'Noa.Levi@doar.example',
      language: 'he',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(30 * hour, [
            bot('Hi! Ask us anything.'),
            customer('יש לכם את הנעליים במידה 38? \u202Eevil\u202C'),
            agent('sofia', 'Yes, two pairs left in 38.'),
          ]),
        },
      ],
    },
  ],
};
