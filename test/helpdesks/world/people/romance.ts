import { agent, bot, customer, day, hour, note, told } from '../telling';
import type { StoryPerson } from '../types';

export const lucia: StoryPerson = {
  key: 'lucia',
  about: 'Spanish; only the e-mail links her two platforms.',
  chatwoot: [
    {
      name: 'Lucía Fernández Gómez',
      email: 'lucia.fdez@correo.example',
      city: 'Granada',
      country: 'Spain',
      language: 'es',
      timeZone: 'Europe/Madrid',
      conversations: [
        {
          channel: 'email',
          subject: '¿Dónde está mi pedido AC-17702?',
          status: 'resolved',
          assignee: 'sofia',
          labels: ['delivery'],
          messages: told(27 * day, [
            customer(
              'Hola:\n\n¿Dónde está mi pedido? El seguimiento no cambia desde el lunes y el sábado subo al Mulhacén.\n\nUn saludo,\nLucía',
            ),
            agent(
              'sofia',
              'Hola, Lucía:\n\nHe hablado con Correos: se entrega mañana antes de las 14 h. Si no, me escribes y te mando otro.\n\nSofía',
              {
                after: 80,
                quoted: 'El martes, Lucía Fernández Gómez escribió:\n> ¿Dónde está mi pedido?',
              },
            ),
            customer('¡Llegó! Mil gracias 🏔️', { after: day }),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      name: 'Lucía F.',
      email: 'lucia.fdez@correo.example',
      language: 'es',
      city: 'Granada',
      country: 'Spain',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(70 * day, [
            customer('buenas, ¿los bastones se pueden facturar en cabina?'),
            agent('sofia', '¡Hola! En casi ninguna aerolínea, mejor en la maleta.'),
            note('sofia', 'Preguntan mucho por esto, añadir a la página del producto.'),
            customer('vale, gracias'),
          ]),
        },
      ],
    },
  ],
};

export const thiago: StoryPerson = {
  key: 'thiago',
  about: 'Brazilian Portuguese; only the phone links Chatwoot and Kustomer.',
  chatwoot: [
    {
      name: 'Thiago Araújo 🇧🇷',
      phone: '+5511987316254',
      city: 'São Paulo',
      country: 'Brazil',
      language: 'pt-BR',
      timeZone: 'America/Sao_Paulo',
      socials: { instagram: 'thiago.na.trilha' },
      conversations: [
        {
          channel: 'whatsapp',
          status: 'open',
          assignee: 'sofia',
          messages: told(26 * hour, [
            customer('Oi gente, vocês entregam no Brasil? A mochila Combe 45 é linda demais'),
            agent(
              'sofia',
              'Oi, Thiago! Entregamos sim, de 8 a 12 dias úteis, impostos já incluídos.',
            ),
            customer('', {
              attachments: [
                {
                  name: 'PTT-0019.ogg',
                  mime: 'audio/ogg',
                  size: 48_220,
                  transcript:
                    'Pode entregar na casa da minha irmã? Eu mando o endereço e o telefone dela.',
                },
              ],
            }),
            customer('Voice Call', {
              call: {
                status: 'completed',
                seconds: 200,
                by: 'Sofía Ortega',
                transcript: 'Oi, é o Thiago. Vou mandar o endereço por aqui.',
              },
            }),
            customer('Aqui', {
              attachments: [
                {
                  name: 'Praça Benedito Calixto, São Paulo',
                  mime: 'place',
                  size: 0,
                  place: { latitude: -23.558_4, longitude: -46.681_7 },
                },
              ],
            }),
            customer('', {
              attachments: [
                {
                  name: '+5511912345678',
                  mime: 'card',
                  size: 0,
                  card: { first: 'Bianca', last: 'Araújo' },
                },
              ],
            }),
            bot('Recebemos sua mensagem. Respondemos em até duas horas.', { automation: true }),
            agent('sofia', 'Anotei o endereço da Bianca.', { reactions: ['👍'] }),
            customer('Pode ser na terça, dia 24?', { edited: true }),
            customer('Esquece, eu mesmo recebo', { withdrawn: true }),
            agent('sofia', 'Não consegui abrir o áudio, pode escrever pra mim?', {
              failed: '131047: Re-engagement message',
            }),
          ]),
        },
      ],
    },
  ],
  kustomer: [
    {
      name: 'Thiago de Araujo',
      email: 'thiago.araujo@correio.example',
      phone: '+5511987316254',
      country: 'Brazil',
      language: 'pt-BR',
      conversations: [
        {
          channel: 'email',
          subject: 'Assinatura Trail+ no Brasil',
          status: 'resolved',
          assignee: 'priya',
          messages: told(140 * day, [
            customer('Olá,\n\nconsigo pagar a assinatura com Pix?\n\nAbraço,\nThiago'),
            agent(
              'priya',
              'Olá, Thiago!\n\nAinda não, mas o boleto já funciona. Avisaremos quando o Pix chegar.\n\nPriya',
              { after: 3 * hour },
            ),
          ]),
        },
      ],
    },
  ],
};

/** One person with two browsers: Chaport made two visitors. */
export const carla: StoryPerson = {
  key: 'carla',
  about: 'Italian; two Chaport visitors with the same e-mail.',
  chaport: [
    {
      name: 'Carla Bianchi',
      email: 'carla.bianchi@posta.example',
      language: 'it',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(33 * day, [
            customer('Buongiorno, la giacca Bise è davvero impermeabile o solo “idrorepellente”?'),
            agent('marc', 'Buongiorno! Impermeabile, 20.000 mm, cuciture nastrate.'),
          ]),
        },
      ],
    },
    {
      name: 'carla (telefono)',
      email: 'Carla.Bianchi@posta.example',
      phone: '348 1234567',
      language: 'it',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(5 * day, [
            bot('Ciao! Come possiamo aiutarti?'),
            customer(
              'sono sempre io, ora dal telefono: la giacca è arrivata con una macchia sulla manica',
            ),
            agent('marc', 'Mi dispiace! Mi manda una foto? La sostituiamo subito.'),
            customer('', {
              attachments: [{ name: 'macchia.heic', mime: 'image/heic', size: 3_004_190 }],
            }),
          ]),
        },
      ],
    },
  ],
};

/** Written in French by someone whose messages did not all survive. */
export const nadia: StoryPerson = {
  key: 'nadia',
  about: 'Deleted, failed and attachment-only messages, a bot, and a phone call.',
  chatwoot: [
    {
      name: 'Nadia Benali',
      email: 'nadia.benali@courrier.example',
      phone: '+33639980147',
      language: 'fr',
      conversations: [
        {
          channel: 'whatsapp',
          status: 'resolved',
          assignee: 'marc',
          messages: told(15 * day, [
            bot('Bonjour ! Je suis l’assistant d’Acme. Tapez 1 pour une commande, 2 pour Trail+.'),
            customer('1'),
            customer('Mon numéro de carte est le 4970…', { deleted: true }),
            note('marc', 'Card number sent in clear, deleted it at once.'),
            agent(
              'marc',
              'Bonjour Nadia, j’ai effacé ce message : ne nous envoyez jamais votre numéro de carte 🙏',
            ),
            customer('', {
              attachments: [
                { name: 'ticket.jpg', mime: 'image/jpeg', size: 702_118 },
                { name: 'ticket-verso.jpg', mime: 'image/jpeg', size: 698_004 },
              ],
            }),
            agent('marc', 'Bien reçu, remboursement lancé.', {
              failed: 'Message undeliverable: recipient blocked the number',
            }),
          ]),
        },
      ],
    },
  ],
  kustomer: [
    {
      name: 'Nadia BENALI',
      email: 'nadia.benali@courrier.example',
      language: 'fr-FR',
      conversations: [
        {
          channel: 'voice',
          subject: 'Appel entrant',
          status: 'resolved',
          assignee: 'marc',
          messages: told(14 * day, [
            customer('', {
              attachments: [{ name: 'appel.mp3', mime: 'audio/mpeg', size: 1_411_008 }],
            }),
            note('marc', 'Rappelée : remboursement bien arrivé. Elle garde le sac.', {
              after: hour,
              edited: true,
            }),
          ]),
        },
      ],
    },
  ],
};
