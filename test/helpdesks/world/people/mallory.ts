import { agent, customer, day, hour, note, told } from '../telling';
import type { StoryPerson } from '../types';

const email = 'mallory@hostile.example';
const image = '<img src=x onerror="window.__owned=1">';
const script = '</script><script>window.__owned=2</script>';
const svg = '<svg/onload=window.__owned=3>';
const link = '<a href="javascript:window.__owned=4">your refund</a>';

/** Sets `window.__owned` wherever remote text is treated as markup. */
export const mallory: StoryPerson = {
  key: 'mallory',
  about: 'Hostile markup in every field on all four platforms; harmless as text.',
  chatwoot: [
    {
      name: `Mallory ${image}`,
      email,
      externalId: '../../../admin?x=1#y',
      company: `${script} & Sons "Ltd"`,
      city: `'"><b>Springfield`,
      language: 'en',
      notes: `${svg} {{contact.email}} \${7*7}`,
      custom: { __proto__key: image, plan: link },
      conversations: [
        {
          channel: 'email',
          subject: `Re: ${script}`,
          status: 'open',
          assignee: 'lena',
          labels: ['x-onerror'],
          messages: told(3 * day, [
            customer(`Click ${link} or javascript:window.__owned=5 or data:text/html,${script}`, {
              html: `<p>Click ${link}</p>${image}${script}<style>body{display:none}</style><iframe srcdoc="${svg}"></iframe>`,
              quoted: `> ${image}`,
            }),
            customer(
              '{{constructor.constructor("window.__owned=6")()}} ]]> <!-- --> %3Cscript%3E',
              {
                attachments: [
                  { name: `"><svg onload=window.__owned=7>.html`, mime: 'text/html', size: 666 },
                  { name: '../../etc/passwd', mime: 'application/octet-stream', size: 0 },
                ],
              },
            ),
            note('lena', `Looks like a security researcher: ${svg}`),
          ]),
        },
      ],
    },
  ],
  kustomer: [
    {
      name: `${script}Mallory`,
      email,
      company: image,
      notes: script,
      language: 'en-US',
      conversations: [
        {
          channel: 'chat',
          subject: image,
          status: 'open',
          assignee: 'lena',
          messages: told(2 * day, [
            customer(`${svg}<math><mtext></p><style><img src=x onerror=window.__owned=8></style>`),
            agent('lena', 'Hi! I only see brackets. Is there something I can do for you?'),
            customer(`<form action=https://evil.example><button>Sign in again</button></form>`),
          ]),
        },
      ],
    },
  ],
  chaport: [
    {
      name: image,
      email,
      phone: `<script>window.__owned=9</script>`,
      notes: `${link}\n--- end ---\n${script}`,
      custom: { site: 'javascript:window.__owned=10' },
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(day, [
            customer(`<b onmouseover=window.__owned=11>hello</b>\u0000\u0007`),
            customer('[click](javascript:window.__owned=12) ![x](x" onerror="window.__owned=13)'),
            agent('tom', 'Hello! Could you write without markup, please?'),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      name: `"><${'marquee'}>Mallory`,
      email,
      notes: image,
      custom: { Plan: svg },
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(8 * hour, [
            customer(`<iframe src="javascript:parent.__owned=14"></iframe>`),
            customer(`<details open ontoggle=window.__owned=15>order</details>`),
            agent('priya', 'I can read this only as text, sorry.'),
          ]),
        },
      ],
    },
  ],
};
