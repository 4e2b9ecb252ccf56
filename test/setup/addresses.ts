// Runs before each file of unit tests: once it is hot, Node 20 says of addresses with letters such as "ü" that
// they cannot be parsed. Browsers do not.
URL.canParse = (address, base) => {
  try {
    return new URL(address, base).href !== '';
  } catch {
    return false;
  }
};
