// Runs before each file of unit tests: the sentences as they stand in the code.
import { activateLanguage } from '../../lib/language/load-language';

activateLanguage('en', {});
