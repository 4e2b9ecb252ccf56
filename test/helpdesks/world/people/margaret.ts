import { agent, customer, day, type Line, told } from '../telling';
import type { StoryPerson } from '../types';

/** One live chat while a tent is being pitched; `C` is Margaret, `T` is Tom. */
const pitching = `
C Hello, is anybody there?
T Hi Margaret, Tom here. What can I do for you?
C I am in a field with the Refuge 3 and no instructions
T No problem, we pitch it together. Is it windy?
C a bit
T Then back to the wind. Which side is the door?
C I think all sides are doors
T 😄 Look for the orange toggle. That is the front.
C found an orange toggle
C and another one
T The front has two. Lovely. Put it away from the wind.
C done
T Now the inner tent flat on the ground, four pegs in the corners.
C how many pegs should I have?
T Sixteen.
C I have fourteen and a teaspoon
T Fourteen are enough for tonight. Keep the teaspoon as a reserve.
C corners done
T Now the poles. There are three: two grey, one red.
C they are in pieces
T They snap together by themselves when you shake them out.
C oh! that is satisfying
T Isn't it? The two grey ones go crosswise.
C through the sleeves or over them?
T Through the sleeves. Push, never pull.
C I pulled
C it came apart inside the sleeve
T Happens to everybody. Push the loose part out at the far end and start again.
C ok
C ok ok
C it is through
T Great. And the second?
C my husband does the second, he says he does not need instructions
T I will wait.
C he needs instructions
T Push, never pull 😉
C he says he knew that
C second one is in
T Put the ends into the eyelets at the corners, it will bend up.
C IT IS A TENT
T It is! Now the red one, over the door, from the left to the right.
C left as seen from inside or outside?
T Outside.
C the red one is too short
T Is it perhaps still folded at one joint?
C yes
C do not tell anybody
T This chat is confidential.
C red one is in. it looks like the picture!
T Then the fly over it, orange toggles to the orange toggles.
C it started to rain
T Perfect timing, quick now: clips at the four corners.
C one two three
C four
C we are inside
T And dry?
C mostly dry
T Guy lines can wait until the rain stops. Pegs at 45 degrees, away from the tent.
C how do I know it is 45 degrees
T Half of upright.
C my husband asks if you do kitchens too
T Only outdoor kitchens, sorry.
C rain stopped. there is a rainbow 🌈
C guy lines are done, the teaspoon holds the last one
T I have never been prouder of a teaspoon.
C could you send me the missing two pegs?
T Already ordered, with four spare ones and a proper instruction sheet.
C You are an angel Tom
T Sleep well, both of you.
C good night
C it is 6 pm but good night
`;

function lines(script: string): Line[] {
  return script
    .trim()
    .split('\n')
    .map((line) =>
      line.startsWith('T ') ? agent('tom', line.slice(2), { after: 1 }) : customer(line.slice(2)),
    );
}

export const margaret: StoryPerson = {
  key: 'margaret',
  about: 'One conversation of about seventy messages, so that pages of twenty have to be turned.',
  chatwoot: [
    {
      name: 'Margaret Whitfield',
      email: 'm.whitfield@dalesmail.example',
      language: 'en',
      city: 'Settle',
      country: 'United Kingdom',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          assignee: 'tom',
          labels: ['howto'],
          messages: told(17 * day, lines(pitching)),
        },
      ],
    },
  ],
  kustomer: [
    {
      name: 'Mrs M Whitfield',
      email: 'M.Whitfield@dalesmail.example',
      language: 'en-GB',
      conversations: [
        {
          channel: 'email',
          subject: 'A word of praise',
          status: 'resolved',
          assignee: 'lena',
          messages: told(16 * day, [
            customer(
              'Dear Sirs,\n\nyour Tom talked us through a tent in the rain. Please tell him that the teaspoon held all night.\n\nYours faithfully,\nMargaret Whitfield',
            ),
            agent(
              'lena',
              'Dear Mrs Whitfield,\n\nhe has read it to all of us. Thank you!\n\nLena',
              {
                after: 50,
              },
            ),
          ]),
        },
      ],
    },
  ],
};
