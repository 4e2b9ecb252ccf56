/** The values a switch is thrown to: every one where they can be counted, else a few that differ. */
type SwitchValues<Switches> = { readonly [Name in keyof Switches]: readonly Switches[Name][] };

/** The values of a type that can be counted: literals and `null`, but no free number and no record. */
type Countable<Value> = Value extends string
  ? string extends Value
    ? never
    : Value
  : Value extends number
    ? number extends Value
      ? never
      : Value
    : Value extends boolean | null
      ? Value
      : never;

/** Nothing where every countable value is listed; else what is missing, which no list can satisfy. */
type Whole<Switches, Values extends SwitchValues<Switches>> = {
  readonly [Name in keyof Switches]: [
    Exclude<Countable<Switches[Name]>, Values[Name][number]>,
  ] extends [never]
    ? unknown
    : { leftOut: Exclude<Countable<Switches[Name]>, Values[Name][number]> };
};

/**
 * Takes the list of an emulator's switches with the values each is thrown to. The compiler refuses
 * a list that leaves out a switch or one of its countable values, so suites that go through such a
 * list throw them all.
 */
export function switchValues<Switches>() {
  return <const Values extends SwitchValues<Switches>>(
    values: Values & Whole<Switches, Values>,
  ): SwitchValues<Switches> => values;
}

/** One switch thrown to one value. */
export interface Throw<Switches> {
  /** E.g. `noChat: "null"`. */
  name: string;
  switches: Partial<Switches>;
}

/** Each value of each switch, one at a time. */
export function throwsOf<Switches extends object>(
  values: SwitchValues<Switches>,
): Throw<Switches>[] {
  return Object.entries<readonly unknown[]>(values).flatMap(([name, list]) =>
    list.map((value) => {
      const switches: Partial<Switches> = {};
      Object.assign(switches, { [name]: value });
      return { name: `${name}: ${JSON.stringify(value)}`, switches };
    }),
  );
}
