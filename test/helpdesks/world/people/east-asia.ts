import { agent, bot, customer, day, hour, note, told } from '../telling';
import type { StoryPerson } from '../types';

export const haruka: StoryPerson = {
  key: 'haruka',
  about: 'Japanese; romanised on Chatwoot, in kanji on Kustomer; only the e-mail in common.',
  chatwoot: [
    {
      name: 'Haruka Sato',
      email: 'haruka.sato@yubin.example',
      city: 'Matsumoto',
      country: 'Japan',
      language: 'ja',
      timeZone: 'Asia/Tokyo',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          assignee: 'kenji',
          messages: told(19 * day, [
            customer('こんにちは。Trail+ の地図に北アルプスの山小屋は載っていますか？'),
            agent(
              'kenji',
              '佐藤様、お問い合わせありがとうございます。主要な山小屋はすべて掲載しております。',
            ),
            customer('ありがとうございます。早速ダウンロードします😊'),
          ]),
        },
      ],
    },
  ],
  kustomer: [
    {
      name: '佐藤 遥',
      email: 'haruka.sato@yubin.example',
      city: '松本市',
      country: 'Japan',
      language: 'ja',
      conversations: [
        {
          channel: 'email',
          subject: '領収書の宛名について',
          status: 'open',
          assignee: 'kenji',
          messages: told(31 * hour, [
            customer(
              'お世話になっております。佐藤と申します。\n\n領収書の宛名を「株式会社山歩」に変更していただけますでしょうか。\n\n佐藤 遥',
            ),
            note('kenji', '経理に確認中。ﾃｽﾄ: 半角カナの宛名も可。', { after: 3 * hour }),
          ]),
        },
      ],
    },
  ],
};

export const weiming: StoryPerson = {
  key: 'weiming',
  about: 'Chinese; e-mail and phone on both free-text platforms, written differently.',
  chaport: [
    {
      name: '陈伟明',
      email: 'chen.weiming@youjian.example',
      phone: '+86 138-1749-2036',
      city: '成都',
      country: 'China',
      language: 'zh-CN',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(60 * day, [
            customer('你好，这款帐篷能抗几级风？我们要去四姑娘山'),
            agent('kenji', '您好！Refuge 3 可抗十级风，请务必使用全部地钉。'),
            customer('好的，谢谢！另外名字里的“𠮷”字在订单上显示成方框了'),
            agent('kenji', '已经更正，抱歉给您带来不便。'),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      name: 'Chen Weiming',
      email: 'CHEN.WEIMING@youjian.example',
      phone: '0086 13817492036',
      language: 'zh-CN',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(8 * day, [
            customer('發票可以開公司抬頭嗎？'),
            agent('kenji', '可以，請提供統一編號。'),
          ]),
        },
      ],
    },
  ],
};

export const minseo: StoryPerson = {
  key: 'minseo',
  about: 'Korean; national phone form on Chaport.',
  chatwoot: [
    {
      name: '김민서',
      email: 'minseo.kim@ucheguk.example',
      phone: '+821048176293',
      city: '서울',
      country: 'South Korea',
      language: 'ko',
      timeZone: 'Asia/Seoul',
      conversations: [
        {
          channel: 'email',
          subject: '배송지 변경 요청',
          status: 'snoozed',
          assignee: 'kenji',
          messages: told(11 * day, [
            customer(
              '안녕하세요,\n\n주문 AC-18112의 배송지를 회사로 변경하고 싶습니다.\n\n김민서 드림',
            ),
            agent(
              'kenji',
              '안녕하세요 민서 님,\n\n변경해 드렸습니다. 3일 안에 도착합니다.\n\nKenji',
              { after: 4 * hour },
            ),
          ]),
        },
      ],
    },
  ],
  chaport: [
    {
      name: 'Minseo',
      email: 'Minseo.Kim@ucheguk.example',
      phone: '010-4817-6293',
      language: 'ko',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(100 * day, [
            bot('안녕하세요! 무엇을 도와드릴까요?'),
            customer('등산화 사이즈 교환 되나요? ㅎㅎ'),
            agent('priya', 'Of course, 60 days, unworn.'),
          ]),
        },
      ],
    },
  ],
};
