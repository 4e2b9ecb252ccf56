import { agent, bot, customer, day, hour, note, told } from '../telling';
import type { StoryPerson } from '../types';

export const arjun: StoryPerson = {
  key: 'arjun',
  about: 'Hindi; three platforms, phone and e-mail mixed.',
  chatwoot: [
    {
      name: 'अर्जुन मेहता',
      email: 'arjun.mehta@daak.example',
      phone: '+919873150264',
      city: 'पुणे',
      country: 'India',
      language: 'hi',
      timeZone: 'Asia/Kolkata',
      conversations: [
        {
          channel: 'whatsapp',
          status: 'open',
          assignee: 'priya',
          messages: told(5 * hour, [
            customer('नमस्ते, मेरा ऑर्डर AC-18655 अभी तक नहीं पहुँचा। क्या आप देख सकते हैं?'),
            agent('priya', 'नमस्ते अर्जुन जी, पार्सल पुणे पहुँच गया है, कल तक मिल जाएगा।'),
            customer('धन्यवाद 🙏🏽'),
          ]),
        },
      ],
    },
  ],
  kustomer: [
    {
      name: 'Arjun Mehta',
      phone: '+919873150264',
      country: 'India',
      language: 'hi-IN',
      conversations: [
        {
          channel: 'sms',
          subject: 'SMS from +91 98765 43210',
          status: 'resolved',
          assignee: 'priya',
          messages: told(75 * day, [
            customer('Pls call me back re: cash on delivery'),
            agent('priya', 'Hi Arjun, COD is available in Pune. Choose it at checkout.', {
              failed: 'Carrier rejected the message (30007)',
            }),
            note('priya', 'SMS refused by carrier, called him instead.'),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      name: 'A Mehta',
      email: 'arjun.mehta@daak.example',
      phone: '098731 50264',
      language: 'hi',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(180 * day, [
            bot('Welcome to Acme!'),
            customer('is Combe 45 ok for Roopkund trek?'),
            agent('kenji', 'Yes, with a rain cover. Have a great trek!'),
          ]),
        },
      ],
    },
  ],
};

export const somchai: StoryPerson = {
  key: 'somchai',
  about: 'Thai; no spaces between words, one platform.',
  chaport: [
    {
      name: 'สมชาย ใจดี',
      email: 'somchai@praisani.example',
      phone: '089-000-1122',
      city: 'เชียงใหม่',
      country: 'Thailand',
      language: 'th',
      timeZone: 'Asia/Bangkok',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(23 * day, [
            customer('สวัสดีครับ เต็นท์รุ่นนี้กันฝนหน้ามรสุมได้ไหมครับ'),
            agent(
              'tom',
              'Hello Somchai! The fly is rated 4,000 mm, monsoon is fine. Please do seal the seams once.',
            ),
            customer('ขอบคุณมากครับ น้ำใจงามจริงๆ'),
          ]),
        },
      ],
    },
  ],
};

export const zeynep: StoryPerson = {
  key: 'zeynep',
  about: 'Turkish with dotted and dotless i; e-mail in capitals on Chaport.',
  kustomer: [
    {
      name: 'Zeynep Işık',
      email: 'zeynep.isik@posta-tr.example',
      city: 'İzmir',
      country: 'Türkiye',
      language: 'tr',
      timeZone: 'Europe/Istanbul',
      conversations: [
        {
          channel: 'instagram',
          subject: 'Instagram: Lycian Way gear list',
          status: 'resolved',
          assignee: 'sofia',
          messages: told(52 * day, [
            customer('Merhaba! Likya Yolu için hangi çadırı önerirsiniz? Hafif olsun 🙂'),
            agent('sofia', 'Merhaba Zeynep! Refuge 1, 1.2 kg. İyi yürüyüşler!'),
          ]),
        },
      ],
    },
  ],
  chaport: [
    {
      name: 'ZEYNEP IŞIK',
      email: 'ZEYNEP.ISIK@POSTA-TR.EXAMPLE',
      language: 'tr',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(13 * hour, [
            customer('Kargom ne zaman gelir? Çarşamba yola çıkıyorum'),
            agent('priya', 'Hi Zeynep, tomorrow between 9 and 13 h.', { after: 25 }),
          ]),
        },
      ],
    },
  ],
};

/** Written in decomposed form on one platform, composed on the other. */
export const linh: StoryPerson = {
  key: 'linh',
  about: 'Vietnamese with combining characters; e-mail and phone in common.',
  chatwoot: [
    {
      name: 'Nguyễn Thị Linh'.normalize('NFD'),
      email: 'linh.nguyen@buudien.example',
      phone: '+84912740385',
      city: 'Đà Lạt',
      country: 'Vietnam',
      language: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          assignee: 'kenji',
          messages: told(29 * day, [
            customer('Chào shop, áo khoác Bise có giặt máy được không ạ?'.normalize('NFD')),
            agent(
              'kenji',
              'Hello Linh! 30 °C, no softener, and tumble dry on low to revive the coating.',
            ),
            customer('Cảm ơn nhiều! Z̷a̵l̸g̷o̶ t̷e̸x̷t̶ thì sao 😆'),
          ]),
        },
      ],
    },
  ],
  kustomer: [
    {
      name: 'Nguyễn Thị Linh',
      email: 'Linh.Nguyen@buudien.example',
      phone: '+84912740385',
      language: 'vi',
      conversations: [
        {
          channel: 'email',
          subject: 'Hoàn tiền đơn hàng AC-15520',
          status: 'resolved',
          assignee: 'priya',
          messages: told(210 * day, [
            customer(
              'Xin chào,\n\ntôi muốn được hoàn tiền đơn hàng AC-15520 vì giao trễ hai tuần.\n\nLinh',
            ),
            agent('priya', 'Hello Linh,\n\nfully refunded, and sorry for the wait.\n\nPriya', {
              after: 5 * hour,
            }),
          ]),
        },
      ],
    },
  ],
};
