// The page's words, in the reader's language, and how they become elements.
const words = {
  sv: {
    parameters: 'Parametrar', body: 'Innehåll i anropet', answers: 'Svar', example: 'Exempel', codes: 'Felkoder',
    nothing: 'Inget passar sökningen.', missing: 'Svarar inte just nu och saknas därför här: ', copy: 'Kopiera',
    failed: 'Dokumentet kunde inte läsas. Ladda om sidan om en stund.', signIn: 'Biljett hämtas från',
    required: 'krävs',
    name: 'Namn', type: 'Typ', meaning: 'Betydelse',
  },
  en: {
    parameters: 'Parameters', body: 'Request body', answers: 'Answers', example: 'Example', codes: 'Error codes',
    nothing: 'Nothing matches the search.', missing: 'Do not answer now and are left out: ', copy: 'Copy',
    failed: 'The document could not be read. Reload the page in a while.', signIn: 'Tokens are issued by',
    required: 'required', name: 'Name', type: 'Type', meaning: 'Meaning',
  },
};
const wanted = new URLSearchParams(location.search).get('lang') ?? navigator.language;
let current = wanted.startsWith('en') ? 'en' : 'sv';

export const language = () => current;

export function speak(chosen) {
  current = chosen;
}

/** An element with text or children; nothing is ever taken as HTML. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return made;
}

/** The text of a part in the reader's language. */
export function text(part, member = 'description') {
  return (current === 'sv' && part?.[`x-${member}-sv`]) || part?.[member] || '';
}

/** Text where `code` is set as code. */
export function prose(content) {
  return content.split('`').map((piece, index) => (index % 2 ? element('code', { textContent: piece }) : piece));
}

export const word = (key) => words[current][key];
