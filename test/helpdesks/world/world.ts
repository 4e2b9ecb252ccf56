import { agents } from './agents';
import { amelie } from './people/amelie';
import { agnieszka, eleni, irina } from './people/cyrillic-greek';
import { haruka, minseo, weiming } from './people/east-asia';
import { felix, jonas, reto, sabine } from './people/german';
import { hannah } from './people/hannah';
import { mallory } from './people/mallory';
import { margaret } from './people/margaret';
import { emma, henrik, silver, texter, visitor } from './people/nameless';
import { oliver } from './people/oliver';
import { pavel } from './people/pavel';
import { noa, yasmin } from './people/right-to-left';
import { carla, lucia, nadia, thiago } from './people/romance';
import { arjun, linh, somchai, zeynep } from './people/south-asia';
import { bjorn, kai, michael, ruth } from './people/unusual';
import type { StoryPerson, World } from './types';

const people: readonly StoryPerson[] = [
  amelie,
  jonas,
  lucia,
  thiago,
  yasmin,
  noa,
  haruka,
  weiming,
  minseo,
  irina,
  eleni,
  arjun,
  somchai,
  zeynep,
  linh,
  oliver,
  margaret,
  hannah,
  pavel,
  michael,
  carla,
  nadia,
  sabine,
  reto,
  felix,
  mallory,
  ruth,
  bjorn,
  kai,
  agnieszka,
  visitor,
  silver,
  texter,
  emma,
  henrik,
];

/** The hand-made world, as of `now` (epoch ms). A fresh deep copy in every call. */
export function createWorld(now: number): World {
  return structuredClone({ now, agents: [...agents], people: [...people] });
}
